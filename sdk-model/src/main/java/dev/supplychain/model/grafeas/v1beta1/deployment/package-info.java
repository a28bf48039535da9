/** Deployments of artifacts, as Grafeas v1beta1 describes them. */
package dev.supplychain.model.grafeas.v1beta1.deployment;
