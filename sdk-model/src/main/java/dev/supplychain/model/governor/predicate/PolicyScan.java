package dev.supplychain.model.governor.predicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.governor.PolicyScanResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a policy scan found, as the Governor attests it; results that are not applicable are left out.
 *
 * <pre>{@code
 * {
 *   "sourcedFromUri": "https://governor.example.com/packages/maven/com.example/my-app/1.0.0/policy-scans/release",
 *   "entries": [{
 *     "policyUri": "/policies/BuildTool/only-gradle-builds",
 *     "attestationUri": "/packages/maven/com.example/my-app/1.0.0/sha256:73f4…/attestations/s3:prod/uuid",
 *     "status": "satisfied",
 *     "details": {"buildTool": "Gradle"}
 *   }],
 *   "evaluatedPolicies": {"/policies/BuildTool/only-gradle-builds": {"kind": "BuildTool"}}
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = PolicyScan.Builder.class)
@JsonPropertyOrder({"sourcedFromUri", "entries", "evaluatedPolicies"})
public interface PolicyScan extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://gradle.com/attestation/policyscan/v1";

    /** The scan. */
    Optional<String> sourcedFromUri();

    /** The results; empty when none was applicable. */
    List<Entry> entries();

    /** The policies in full, by their URIs. */
    Map<String, Json> evaluatedPolicies();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PolicyScan}. */
    final class Builder extends ImmutablePolicyScan.Builder {
        Builder() {}
    }

    /**
     * What one policy said about one attestation.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Entry.Builder.class)
    @JsonPropertyOrder({"policyUri", "attestationUri", "status", "details"})
    interface Entry extends Message {
        /** The policy, as {@code /policies/{Kind}/{name}}. */
        Optional<String> policyUri();

        /** The attestation that was judged; absent (in JSON null) when the policy looks at all together. */
        @JsonInclude(JsonInclude.Include.ALWAYS)
        Optional<String> attestationUri();

        /** How it went: satisfied or unsatisfied. */
        Optional<PolicyScanResult.Status> status();

        /** What the policy found; its members depend on the policy's kind. */
        Map<String, Json> details();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Entry}. */
        final class Builder extends ImmutableEntry.Builder {
            Builder() {}
        }
    }
}
