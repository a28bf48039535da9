/** How far an analysis has come, as Grafeas v1beta1 describes it. */
package dev.supplychain.model.grafeas.v1beta1.discovery;
