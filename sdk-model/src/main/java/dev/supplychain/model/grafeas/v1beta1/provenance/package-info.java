/** How a build was made, in the build service's own terms, as Grafeas v1beta1 describes it. */
package dev.supplychain.model.grafeas.v1beta1.provenance;
