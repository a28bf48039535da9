/** Base images and images derived from them, as Grafeas v1beta1 describes them. */
package dev.supplychain.model.grafeas.v1beta1.image;
