package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An operation on an artifact that Endor carries out, such as the verification of its signature, and its outcome.
 * Experimental: not in the published API, known from one of the vendor's example programs.
 *
 * <p>HTTP 200 says that the operation ran, not that it succeeded: ask {@link #isSuccess()}.
 *
 * <pre>{@code
 * {
 *   "meta": {"name": "registry.example.com/app@sha256:9f86d0…"},
 *   "tenant_meta": {"namespace": "endor.prod"},
 *   "spec": {
 *     "command": "ARTIFACT_OPERATION_COMMAND_VERIFY",
 *     "artifact_name": "registry.example.com/app@sha256:9f86d0…",
 *     "artifact_type": "ARTIFACT_TYPE_CONTAINER",
 *     "extensions": {"certificate_oidc_issuer": "https://token.actions.githubusercontent.com"}
 *   },
 *   "response": {"result": "ARTIFACT_OPERATION_RESULT_SUCCESS"}
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = ArtifactOperation.Builder.class)
@JsonPropertyOrder({"meta", "tenant_meta", "spec", "response", "uuid"})
public interface ArtifactOperation extends Message {
    /** The name of the operation. */
    @JsonProperty("meta")
    Optional<Meta> meta();

    /** The namespace that owns the signatures. */
    @JsonProperty("tenant_meta")
    Optional<TenantMeta> tenantMeta();

    /** What is to be done. */
    @JsonProperty("spec")
    Optional<ArtifactOperationSpec> spec();

    /** The outcome. Set by the service, never sent. */
    @JsonProperty("response")
    Optional<ArtifactOperationResponse> response();

    /** The operation's id. Set by the service, never sent. */
    @JsonProperty("uuid")
    Optional<String> uuid();

    /**
     * The request to verify an artifact's signature.
     *
     * @param namespace the owner of the signatures, such as {@code endor.prod}
     * @param type the kind of artifact
     * @param artifactName the artifact with its digest, such as {@code registry.example.com/app@sha256:9f86d0…}
     * @param certificateOidcIssuer who must have vouched for the signer; the service asks for it
     * @throws IllegalArgumentException when the namespace is not labels with dots between them
     */
    static ArtifactOperation verify(
            String namespace, ArtifactType type, String artifactName, String certificateOidcIssuer) {
        return builder()
                .meta(Meta.builder().name(artifactName).build())
                .tenantMeta(TenantMeta.of(namespace))
                .spec(ArtifactOperationSpec.builder()
                        .command(ArtifactOperationCommand.ARTIFACT_OPERATION_COMMAND_VERIFY)
                        .artifactName(artifactName)
                        .artifactType(type)
                        .extensions(CertificateExtensions.builder()
                                .certificateOidcIssuer(certificateOidcIssuer)
                                .build())
                        .build())
                .build();
    }

    /** True for {@link ArtifactOperationResult#ARTIFACT_OPERATION_RESULT_SUCCESS} only: an unknown outcome is a failure. */
    default boolean isSuccess() {
        return response()
                .filter(outcome -> outcome.result().is(ArtifactOperationResult.ARTIFACT_OPERATION_RESULT_SUCCESS))
                .isPresent();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ArtifactOperation}. */
    final class Builder extends ImmutableArtifactOperation.Builder {
        Builder() {}
    }
}
