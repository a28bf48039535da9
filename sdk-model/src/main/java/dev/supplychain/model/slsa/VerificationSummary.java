package dev.supplychain.model.slsa;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What somebody found when judging an artifact by a policy, so that others need not repeat it (VSA). The predicate of
 * SLSA 1.0, 1.1 and 1.2.
 *
 * <p>Whoever relies on one checks, after the signature and the subject, that the signer may speak for {@link
 * #verifier()}, that {@link #resourceUri()} is where the artifact came from, that it {@link #passed()}, and the levels.
 *
 * <pre>{@code
 * {
 *   "verifier": {"id": "https://example.com/publication_verifier"},
 *   "timeVerified": "1985-04-12T23:20:50.52Z",
 *   "resourceUri": "https://example.com/example-1.2.3.tar.gz",
 *   "policy": {"uri": "https://example.com/example_tarball.policy"},
 *   "verificationResult": "PASSED",
 *   "verifiedLevels": ["SLSA_BUILD_LEVEL_3"]
 * }
 * }</pre>
 *
 * @see <a href="https://slsa.dev/spec/v1.1/verification_summary">SLSA verification summary v1</a>
 */
@Value.Immutable
@JsonDeserialize(builder = VerificationSummary.Builder.class)
@JsonPropertyOrder({
    "verifier",
    "timeVerified",
    "resourceUri",
    "policy",
    "inputAttestations",
    "verificationResult",
    "verifiedLevels",
    "dependencyLevels",
    "slsaVersion"
})
public interface VerificationSummary extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://slsa.dev/verification_summary/v1";

    /** Who judged. */
    Verifier verifier();

    /** When it was judged; absent when the verifier does not say. */
    Optional<Timestamp> timeVerified();

    /** The URI under which the artifact was judged, usually where consumers fetch it. */
    String resourceUri();

    /** The policy that was applied: its URI, and mostly a digest. */
    ResourceDescriptor policy();

    /** All attestations that were used, by digest; empty when the verifier does not list them. */
    List<ResourceDescriptor> inputAttestations();

    /** The verdict. */
    OpenEnum<Result> verificationResult();

    /**
     * The highest level of each track that the artifact reached, such as {@code SLSA_BUILD_LEVEL_3}; each includes the
     * lower ones of its track. {@code FAILED} when it did not pass. Empty when the verifier does not say, although the
     * specification asks for it: the Provenance Governor leaves it out.
     */
    List<String> verifiedLevels();

    /**
     * How many of all direct and indirect dependencies reached each level; a level that is missing stands for none. An
     * empty map says that there are no dependencies, absent that nothing is said about them.
     */
    Optional<Map<String, Long>> dependencyLevels();

    /** The version of SLSA that was applied, such as {@code 1.0}; absent stands for any 1.x. */
    Optional<String> slsaVersion();

    /** True when the verdict is {@link Result#PASSED}. */
    default boolean passed() {
        return verificationResult().is(Result.PASSED);
    }

    /** Starts one; verifier, resource, policy and verdict are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VerificationSummary}. */
    final class Builder extends ImmutableVerificationSummary.Builder {
        Builder() {}

        /** Sets the verdict. */
        public Builder verificationResult(Result result) {
            return verificationResult(OpenEnum.of(result));
        }
    }

    /** What the policy said about the artifact. */
    enum Result {
        /** The artifact meets the policy. */
        PASSED,
        /** It does not. */
        FAILED
    }

    /**
     * Whoever applied the policy. Consumers accept fixed pairs of signer and verifier only.
     *
     * @see <a href="https://slsa.dev/spec/v1.1/verification_summary#verifier">SLSA verification summary v1, verifier</a>
     */
    @Value.Immutable
    @JsonDeserialize(builder = Verifier.Builder.class)
    @JsonPropertyOrder({"id", "version"})
    interface Verifier extends Message {
        /** The URI that names the verifier. */
        String id();

        /** The versions of its parts, by name. */
        Map<String, String> version();

        /** Starts one; the id is required. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Verifier}. */
        final class Builder extends ImmutableVerifier.Builder {
            Builder() {}
        }
    }
}
