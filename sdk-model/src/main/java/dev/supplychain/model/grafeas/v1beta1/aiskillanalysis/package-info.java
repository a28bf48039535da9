/** What an analysis of an AI skill found, as Grafeas v1beta1 describes them. */
package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;
