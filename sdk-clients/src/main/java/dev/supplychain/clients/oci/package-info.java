/**
 * Registries of images and other artifacts; start from {@link dev.supplychain.clients.oci.OciRegistryClient}.
 *
 * <p>{@link dev.supplychain.clients.oci.RegistryCredentials} says who is asking, {@link
 * dev.supplychain.clients.oci.DockerConfig} finds it where {@code docker login} has left it.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md">OCI distribution specification
 *     1.1</a>
 */
package dev.supplychain.clients.oci;
