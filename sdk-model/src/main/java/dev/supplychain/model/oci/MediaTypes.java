package dev.supplychain.model.oci;

/**
 * The media types of manifests and configs, OCI's and Docker's.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/media-types.md">OCI image specification 1.1,
 *     media types</a>
 */
public final class MediaTypes {
    /** A {@link Manifest}. */
    public static final String IMAGE_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    /** An {@link Index}. */
    public static final String IMAGE_INDEX = "application/vnd.oci.image.index.v1+json";

    /** The config of a container image; cosign gives it to its {@code .sig} and {@code .att} manifests as well. */
    public static final String IMAGE_CONFIG = "application/vnd.oci.image.config.v1+json";

    /** The two bytes {@code {}}, where a manifest must have a config or layer and there is nothing to say. */
    public static final String EMPTY = "application/vnd.oci.empty.v1+json";

    /** Docker's own {@link Manifest}, schema 2. */
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    /** Docker's own {@link Index}, the manifest list. */
    public static final String DOCKER_MANIFEST_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    private MediaTypes() {}
}
