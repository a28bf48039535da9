package dev.supplychain.model.oci;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A list of manifests: an image for several platforms, or the referrers of an image.
 *
 * <p>A registry knows it by the digest of its bytes: keep the bytes that were read, those of {@link #toJson()} may
 * differ.
 *
 * <pre>{@code
 * {"schemaVersion": 2,
 *  "mediaType": "application/vnd.oci.image.index.v1+json",
 *  "manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:9f86d0…", "size": 7682,
 *                 "platform": {"architecture": "amd64", "os": "linux"}}]}
 * }</pre>
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-index.md">OCI image specification 1.1, image
 *     index</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Index.Builder.class)
@JsonPropertyOrder({"schemaVersion", "mediaType", "artifactType", "manifests", "subject", "annotations"})
public interface Index extends Message {
    /** Always 2. */
    int schemaVersion();

    /** {@link MediaTypes#IMAGE_INDEX} or {@link MediaTypes#DOCKER_MANIFEST_LIST}; older writers leave it out. */
    Optional<String> mediaType();

    /** What the artifact is when it is no container image. */
    Optional<String> artifactType();

    /** The manifests, in the order of the input. */
    @JsonInclude // required even when empty
    List<Descriptor> manifests();

    /** The manifest that this index is about. */
    Optional<Descriptor> subject();

    /** Whatever the writer adds. */
    Map<String, String> annotations();

    /**
     * The tag under which clients keep the list of an image's referrers in a registry that has no list of its own, such
     * as {@code sha256-9f86d0…}.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#referrers-tag-schema">OCI
     *     distribution specification 1.1, referrers tag schema</a>
     * @throws IllegalArgumentException when registries do not know the digest's algorithm
     */
    static String referrersTag(Digest image) {
        String hex = OciDigests.requireRegistered("image digest", image).hex();
        return image.algorithm() + "-" + hex.substring(0, Math.min(hex.length(), 64));
    }

    /**
     * Reads an index, strictly.
     *
     * @throws MalformedDataException when it is not strict JSON, has another media type, lacks a required member, or
     *     could be taken for a {@link Manifest} too
     */
    static Index parse(byte[] json) {
        ManifestRules.requireMember("Index", json, "manifests");
        return ModelJson.readStrict(json, Index.class);
    }

    /** The compact UTF-8 JSON. */
    default byte[] toJson() {
        return ModelJson.write(this);
    }

    /** Starts an empty one of schema version 2. */
    static Builder builder() {
        return new Builder().schemaVersion(2);
    }

    /** Builds an {@link Index}. */
    final class Builder extends ImmutableIndex.Builder {
        Builder() {}

        /**
         * The index.
         *
         * @throws IllegalArgumentException when the schema version or the media type is another, or there is a member of
         *     a manifest
         */
        @Override
        public Index build() {
            Index index = super.build();
            ManifestRules.check(
                    "index",
                    index.schemaVersion(),
                    index.mediaType(),
                    Set.of(MediaTypes.IMAGE_INDEX, MediaTypes.DOCKER_MANIFEST_LIST));
            ManifestRules.refuseMembers("index", index, Set.of("config", "layers"));
            return index;
        }
    }
}
