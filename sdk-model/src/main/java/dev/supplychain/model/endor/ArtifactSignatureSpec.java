package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import java.util.Base64;
import java.util.Optional;
import org.immutables.value.Value;

/** What is signed, the signature, and who signed. */
@Value.Immutable
@JsonDeserialize(builder = ArtifactSignatureSpec.Builder.class)
@JsonPropertyOrder({
    "artifact_digest",
    "artifact_name",
    "artifact_type",
    "certificate",
    "provenance",
    "revoked",
    "signature",
    "simple_container_image",
    "source_repository_ref",
    "timestamp"
})
public interface ArtifactSignatureSpec extends Message {
    /** The artifact's digest as {@code algorithm:hex}; required when sending. */
    @JsonProperty("artifact_digest")
    Optional<String> artifactDigest();

    /** The artifact's name, such as {@code registry.example.com/app@sha256:9f86d0…}; required when sending. */
    @JsonProperty("artifact_name")
    Optional<String> artifactName();

    /** The kind of artifact; required when sending. */
    @JsonProperty("artifact_type")
    @Value.Default
    default OpenEnum<ArtifactType> artifactType() {
        return OpenEnum.of(ArtifactType.ARTIFACT_TYPE_UNSPECIFIED);
    }

    /** The certificate that was made for this signature, as PEM; it lives for minutes. */
    @JsonProperty("certificate")
    Optional<String> certificate();

    /** Who signed, as the certificate says it. */
    @JsonProperty("provenance")
    Optional<CertificateExtensions> provenance();

    /** True when the signature is not to be trusted any more. */
    @JsonProperty("revoked")
    @Value.Default
    default boolean revoked() {
        return false;
    }

    /** The signature in base64; required when sending. */
    @JsonProperty("signature")
    Optional<String> signature();

    /** What was signed, when the artifact is a container image. */
    @JsonProperty("simple_container_image")
    Optional<SimpleContainerImage> simpleContainerImage();

    /** The branch or tag that was built; signatures are found by it when they are revoked. */
    @JsonProperty("source_repository_ref")
    Optional<String> sourceRepositoryRef();

    /** When it was signed, within the life of the certificate. */
    @JsonProperty("timestamp")
    Optional<Timestamp> timestamp();

    /** Starts an empty one; the digest, the name, the type and the signature are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ArtifactSignatureSpec}. */
    @JsonPOJOBuilder(buildMethodName = "buildPartial")
    final class Builder extends ImmutableArtifactSignatureSpec.Builder {
        Builder() {}

        /** Sets {@link ArtifactSignatureSpec#artifactDigest()}. */
        public Builder artifactDigest(Digest digest) {
            return artifactDigest(digest.toString());
        }

        /** Sets {@link ArtifactSignatureSpec#artifactType()} to a known constant. */
        public Builder artifactType(ArtifactType type) {
            return artifactType(OpenEnum.of(type));
        }

        /** Sets {@link ArtifactSignatureSpec#signature()} to these bytes in standard base64. */
        public Builder signature(Bytes signature) {
            return signature(Base64.getEncoder().encodeToString(signature.toByteArray()));
        }

        /**
         * The value.
         *
         * @throws IllegalStateException when the digest, the name, the type or the signature is missing
         * @throws IllegalArgumentException when the digest does not fit its algorithm, the time is no RFC 3339 time or
         *     lies outside the certificate's life, or a part is refused by its own builder
         */
        @Override
        public ArtifactSignatureSpec build() {
            return CreateRules.checked(super.build());
        }

        /** The value, unchecked: what a service answered, or the part of a resource that an update changes. */
        public ArtifactSignatureSpec buildPartial() {
            return super.build();
        }
    }
}
