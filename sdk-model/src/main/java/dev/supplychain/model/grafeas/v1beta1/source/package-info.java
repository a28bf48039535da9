/** Where sources came from, as Grafeas v1beta1 describes it. */
package dev.supplychain.model.grafeas.v1beta1.source;
