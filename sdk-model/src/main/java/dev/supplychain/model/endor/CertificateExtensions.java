package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who signed, and from which build, as the identity token of the build said.
 *
 * <pre>{@code
 * {
 *   "certificate_identity": "https://github.com/octocat/hello-world/.github/workflows/ci.yml@refs/heads/main",
 *   "certificate_oidc_issuer": "https://token.actions.githubusercontent.com",
 *   "source_repository_ref": "refs/heads/main"
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = CertificateExtensions.Builder.class)
@JsonPropertyOrder({
    "build_config_digest",
    "build_config_name",
    "certificate_identity",
    "certificate_oidc_issuer",
    "runner_environment",
    "source_repository",
    "source_repository_digest",
    "source_repository_owner",
    "source_repository_ref"
})
public interface CertificateExtensions extends Message {
    /** The exact version of the workflow that ran, such as a commit. */
    @JsonProperty("build_config_digest")
    Optional<String> buildConfigDigest();

    /** The name of the workflow that ran. */
    @JsonProperty("build_config_name")
    Optional<String> buildConfigName();

    /** Whom the certificate was made for: an e-mail address, DNS name, IP address or URI. */
    @JsonProperty("certificate_identity")
    Optional<String> certificateIdentity();

    /** Who vouched for that, such as {@code https://token.actions.githubusercontent.com}. */
    @JsonProperty("certificate_oidc_issuer")
    Optional<String> certificateOidcIssuer();

    /** Whether the build ran on the platform's machines or the customer's. */
    @JsonProperty("runner_environment")
    Optional<String> runnerEnvironment();

    /** The repository that was built. */
    @JsonProperty("source_repository")
    Optional<String> sourceRepository();

    /** The exact version of the source, such as a commit. */
    @JsonProperty("source_repository_digest")
    Optional<String> sourceRepositoryDigest();

    /** Who owns the repository. */
    @JsonProperty("source_repository_owner")
    Optional<String> sourceRepositoryOwner();

    /** The branch or tag that was built. */
    @JsonProperty("source_repository_ref")
    Optional<String> sourceRepositoryRef();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CertificateExtensions}. */
    @JsonPOJOBuilder(buildMethodName = "buildPartial")
    final class Builder extends ImmutableCertificateExtensions.Builder {
        Builder() {}

        /**
         * The value.
         *
         * @throws IllegalArgumentException when the identity is no e-mail address, DNS name, IP address or URI
         */
        @Override
        public CertificateExtensions build() {
            return CreateRules.checked(super.build());
        }

        /** The value, unchecked: what a service answered. */
        public CertificateExtensions buildPartial() {
            return super.build();
        }
    }
}
