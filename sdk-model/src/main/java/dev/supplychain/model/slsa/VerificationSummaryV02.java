package dev.supplychain.model.slsa;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.slsa.VerificationSummary.Result;
import dev.supplychain.model.slsa.VerificationSummary.Verifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What somebody found when judging an artifact by a policy, as SLSA 0.2 wrote it: the same as a {@link
 * VerificationSummary}, with {@code snake_case} names and one level. {@link #toV1()} gives consumers one type.
 *
 * <pre>{@code
 * {
 *   "verifier": {"id": "https://example.com/publication_verifier"},
 *   "time_verified": "1985-04-12T23:20:50.52Z",
 *   "resource_uri": "https://example.com/example-1.2.3.tar.gz",
 *   "policy": {"uri": "https://example.com/example_tarball.policy"},
 *   "verification_result": "PASSED",
 *   "policy_level": "SLSA_LEVEL_3",
 *   "dependency_levels": {"SLSA_LEVEL_3": 5}
 * }
 * }</pre>
 *
 * @see <a href="https://slsa.dev/verification_summary/v0.2">SLSA verification summary v0.2</a>
 */
@Value.Immutable
@JsonDeserialize(builder = VerificationSummaryV02.Builder.class)
@JsonPropertyOrder({
    "verifier",
    "time_verified",
    "resource_uri",
    "policy",
    "input_attestations",
    "verification_result",
    "policy_level",
    "dependency_levels"
})
public interface VerificationSummaryV02 extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://slsa.dev/verification_summary/v0.2";

    /** Who judged. */
    Verifier verifier();

    /** When it was judged. */
    @JsonProperty("time_verified")
    Optional<Timestamp> timeVerified();

    /** The URI under which the artifact was judged. */
    @JsonProperty("resource_uri")
    String resourceUri();

    /** The policy that was applied: its URI, and mostly a digest. */
    ResourceDescriptor policy();

    /**
     * All attestations that were used, by digest. An empty list says that none was used, absent that the verifier does
     * not list them.
     */
    @JsonProperty("input_attestations")
    Optional<List<ResourceDescriptor>> inputAttestations();

    /** The verdict. */
    @JsonProperty("verification_result")
    OpenEnum<Result> verificationResult();

    /** The level that the artifact reached, such as {@code SLSA_LEVEL_3}, or {@code FAILED}. */
    @JsonProperty("policy_level")
    Optional<String> policyLevel();

    /** How many of all direct and indirect dependencies reached each level; a level that is missing stands for none. */
    @JsonProperty("dependency_levels")
    Optional<Map<String, Long>> dependencyLevels();

    /**
     * The same in version 1. The level keeps its name: {@code SLSA_LEVEL_3} does not become a level of the build track.
     * Version 1 does not tell "used no attestations" from "does not list them".
     */
    default VerificationSummary toV1() {
        return VerificationSummary.builder()
                .verifier(verifier())
                .timeVerified(timeVerified())
                .resourceUri(resourceUri())
                .policy(policy())
                .inputAttestations(inputAttestations().orElse(List.of()))
                .verificationResult(verificationResult())
                .verifiedLevels(policyLevel().stream().toList())
                .dependencyLevels(dependencyLevels())
                .unknownFields(unknownFields())
                .build();
    }

    /** Starts one; verifier, resource, policy and verdict are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link VerificationSummaryV02}. */
    final class Builder extends ImmutableVerificationSummaryV02.Builder {
        Builder() {}

        /** Sets the verdict. */
        public Builder verificationResult(Result result) {
            return verificationResult(OpenEnum.of(result));
        }
    }
}
