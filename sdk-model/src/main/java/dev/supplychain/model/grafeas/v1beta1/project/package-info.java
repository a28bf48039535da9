/** Projects, which the open-source server of Grafeas v1beta1 keeps by itself. */
package dev.supplychain.model.grafeas.v1beta1.project;
