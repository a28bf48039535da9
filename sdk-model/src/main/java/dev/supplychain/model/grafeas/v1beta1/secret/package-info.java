/** Secrets found in an artifact, as Grafeas v1beta1 describes them. */
package dev.supplychain.model.grafeas.v1beta1.secret;
