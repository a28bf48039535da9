package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A signature of an artifact, as Endor Labs keeps it.
 *
 * <pre>{@code
 * {
 *   "meta": {"name": "app.jar"},
 *   "spec": {
 *     "artifact_digest": "sha256:9f86d0…",
 *     "artifact_name": "app.jar@sha256:9f86d0…",
 *     "artifact_type": "ARTIFACT_TYPE_JAR",
 *     "signature": "MEUCIQ…"
 *   },
 *   "tenant_meta": {"namespace": "endor.prod.app"}
 * }
 * }</pre>
 *
 * @see <a href="https://docs.endorlabs.com/rest-api/">Endor Labs REST API, ArtifactSignatureService</a>
 */
@Value.Immutable
@JsonDeserialize(builder = ArtifactSignature.Builder.class)
@JsonPropertyOrder({"meta", "spec", "tenant_meta", "uuid"})
public interface ArtifactSignature extends Message {
    /** The name and description; required when sending. */
    @JsonProperty("meta")
    Optional<Meta> meta();

    /** What is signed, the signature, and who signed; required when sending. */
    @JsonProperty("spec")
    Optional<ArtifactSignatureSpec> spec();

    /** The namespace that owns the signature, and with which it is fetched; required when sending. */
    @JsonProperty("tenant_meta")
    Optional<TenantMeta> tenantMeta();

    /** The signature's id. Set by the service, never sent. */
    @JsonProperty("uuid")
    Optional<String> uuid();

    /**
     * A signature to be created.
     *
     * @param namespace the owner, such as {@code endor.prod.app}
     * @param name the name of the resource; the documentation allows 63 characters, see {@link #warnings()}
     * @param type the kind of artifact
     * @param digest the artifact's digest
     * @param artifactName the artifact, such as {@code registry.example.com/app@sha256:9f86d0…}
     * @param signature the signature's bytes
     * @throws IllegalArgumentException when the service would refuse a part
     */
    static ArtifactSignature of(
            String namespace, String name, ArtifactType type, Digest digest, String artifactName, Bytes signature) {
        return builder()
                .tenantMeta(TenantMeta.of(namespace))
                .meta(Meta.builder().name(name).build())
                .spec(ArtifactSignatureSpec.builder()
                        .artifactType(type)
                        .artifactDigest(digest)
                        .artifactName(artifactName)
                        .signature(signature)
                        .build())
                .build();
    }

    /**
     * What the service may refuse or a verifier may not accept, one sentence each: a name of more than 63 characters, a
     * digest that differs from the one in the artifact's name, a certificate that cannot be read or says something else
     * than {@link ArtifactSignatureSpec#provenance()}. Empty in most cases.
     */
    default List<String> warnings() {
        return CreateWarnings.of(this);
    }

    /**
     * This signature as it is sent to be created: without what the service sets itself.
     *
     * @throws IllegalStateException when a required part is missing, as in a masked row
     * @throws IllegalArgumentException when the service would refuse a part
     */
    default ArtifactSignature forCreate() {
        return builder()
                .from(this)
                .uuid(Optional.empty())
                .meta(meta().map(ReadOnlyFields::without))
                .build();
    }

    /** Starts an empty one; {@code meta}, {@code spec} and {@code tenantMeta} are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ArtifactSignature}. */
    @JsonPOJOBuilder(buildMethodName = "buildPartial")
    final class Builder extends ImmutableArtifactSignature.Builder {
        private boolean strictNames;

        Builder() {}

        /** Makes {@link #build()} refuse a name of more than 63 characters, as the documentation says. */
        public Builder strictNames() {
            strictNames = true;
            return this;
        }

        /**
         * The signature.
         *
         * @throws IllegalStateException when a required part is missing
         * @throws IllegalArgumentException when the service would refuse a part; the message names the limit
         */
        @Override
        public ArtifactSignature build() {
            ArtifactSignature signature = CreateRules.checked(super.build());
            if (strictNames) {
                signature.meta().flatMap(Meta::name).ifPresent(CreateRules::requireShortName);
            }
            return signature;
        }

        /** The signature, unchecked: what a service answered, or the part of it that an update changes. */
        public ArtifactSignature buildPartial() {
            return super.build();
        }
    }
}
