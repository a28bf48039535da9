package dev.supplychain.model.oci;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * One image, or something else that a registry stores the same way, such as cosign's signatures.
 *
 * <p>A registry knows it by the digest of its bytes: keep the bytes that were read, those of {@link #toJson()} may
 * differ.
 *
 * <pre>{@code
 * {"schemaVersion": 2,
 *  "mediaType": "application/vnd.oci.image.manifest.v1+json",
 *  "artifactType": "application/vnd.dev.sigstore.bundle.v0.3+json",
 *  "config": {"mediaType": "application/vnd.oci.empty.v1+json", "digest": "sha256:44136f…", "size": 2},
 *  "layers": [{"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json", "digest": "sha256:9f86d0…", "size": 4711}],
 *  "subject": {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:e3b0c4…", "size": 7682}}
 * }</pre>
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/manifest.md">OCI image specification 1.1, image
 *     manifest</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Manifest.Builder.class)
@JsonPropertyOrder({"schemaVersion", "mediaType", "artifactType", "config", "layers", "subject", "annotations"})
public interface Manifest extends Message {
    /** Always 2. */
    int schemaVersion();

    /** {@link MediaTypes#IMAGE_MANIFEST} or {@link MediaTypes#DOCKER_MANIFEST}; older writers leave it out. */
    Optional<String> mediaType();

    /** What the artifact is when it is no container image; without it the media type of the config tells. */
    Optional<String> artifactType();

    /** The config of the image, or {@link Descriptor#empty()}. */
    Descriptor config();

    /** The content, bottom layer first. */
    @JsonInclude // required even when empty
    List<Descriptor> layers();

    /** The manifest that this one is about: its referrers are listed by the registry. */
    Optional<Descriptor> subject();

    /** Whatever the writer adds. */
    Map<String, String> annotations();

    /**
     * What the artifact is: {@link #artifactType()}, or else the media type of the config, as the registry's list of
     * referrers has it.
     */
    default String effectiveArtifactType() {
        return artifactType().filter(type -> !type.isEmpty()).orElse(config().mediaType());
    }

    /**
     * Reads a manifest, strictly.
     *
     * @throws MalformedDataException when it is not strict JSON, has another media type, lacks a required member, or
     *     could be taken for an {@link Index} too
     */
    static Manifest parse(byte[] json) {
        ManifestRules.requireMember("Manifest", json, "layers");
        return ModelJson.readStrict(json, Manifest.class);
    }

    /** The compact UTF-8 JSON. */
    default byte[] toJson() {
        return ModelJson.write(this);
    }

    /** Starts one of schema version 2; the config is required. */
    static Builder builder() {
        return new Builder().schemaVersion(2);
    }

    /** Builds a {@link Manifest}. */
    final class Builder extends ImmutableManifest.Builder {
        Builder() {}

        /**
         * The manifest.
         *
         * @throws IllegalStateException when there is no config
         * @throws IllegalArgumentException when the schema version or the media type is another, or there is a member of
         *     an index
         */
        @Override
        public Manifest build() {
            Manifest manifest = super.build();
            ManifestRules.check(
                    "manifest",
                    manifest.schemaVersion(),
                    manifest.mediaType(),
                    Set.of(MediaTypes.IMAGE_MANIFEST, MediaTypes.DOCKER_MANIFEST));
            ManifestRules.refuseMembers("manifest", manifest, Set.of("manifests"));
            return manifest;
        }
    }
}
