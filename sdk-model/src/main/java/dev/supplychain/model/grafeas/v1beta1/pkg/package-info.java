/** Packages and where they are installed, as Grafeas v1beta1 describes them. */
package dev.supplychain.model.grafeas.v1beta1.pkg;
