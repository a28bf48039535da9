/**
 * Names and manifests of images in a registry, as far as signing needs them.
 *
 * <p>Start from {@link dev.supplychain.model.oci.ImageReference}, {@link dev.supplychain.model.oci.Manifest} and {@link
 * dev.supplychain.model.oci.Index}.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/spec.md">OCI image specification 1.1</a>
 */
package dev.supplychain.model.oci;
