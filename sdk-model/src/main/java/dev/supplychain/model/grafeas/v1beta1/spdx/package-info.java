/** SPDX documents, packages, files and relationships, as Grafeas v1beta1 describes them. */
package dev.supplychain.model.grafeas.v1beta1.spdx;
