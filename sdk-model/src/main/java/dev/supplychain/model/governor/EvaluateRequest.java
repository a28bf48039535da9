package dev.supplychain.model.governor;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Message;
import org.immutables.value.Value;

/**
 * Which package a policy scan is to judge.
 *
 * <pre>{@code
 * {
 *   "sha256": "3f6cabfb527d740e79e0f49e2f4e564279d8c74a0bfc4481fc3a44e6b085fe91",
 *   "repositoryUrl": "example.com/docker"
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = EvaluateRequest.Builder.class)
@JsonPropertyOrder({"sha256", "repositoryUrl"})
public interface EvaluateRequest extends Message {
    /** The package's SHA-256: 64 lower-case hexadecimal digits. */
    String sha256();

    /** Where the package lies, as given; see {@link PublishRequest#repositoryUrl()}. */
    String repositoryUrl();

    /**
     * The request for a package.
     *
     * @throws IllegalArgumentException when the digest is not a {@code sha256}
     */
    static EvaluateRequest of(Digest digest, String repositoryUrl) {
        return builder().sha256(digest).repositoryUrl(repositoryUrl).build();
    }

    /** Starts one; the digest and the repository are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link EvaluateRequest}. */
    final class Builder extends ImmutableEvaluateRequest.Builder {
        Builder() {}

        /**
         * The package's digest.
         *
         * @throws IllegalArgumentException when it is not a {@code sha256}
         */
        public Builder sha256(Digest digest) {
            return sha256(BareSha256.of(digest));
        }

        /**
         * The request; a {@code sha256:} before the digest is taken off.
         *
         * @throws IllegalStateException when the digest or the repository is missing
         * @throws IllegalArgumentException when the digest is not 64 hexadecimal digits
         */
        @Override
        public EvaluateRequest build() {
            EvaluateRequest asGiven = super.build();
            String bare = BareSha256.of(asGiven.sha256());
            return bare.equals(asGiven.sha256()) ? asGiven : sha256(bare).build();
        }
    }
}
