package dev.supplychain.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How a policy is applied here, beside what its own document says.
 *
 * <pre>{@code
 * apiVersion: policy.supplychain.dev/v1
 * kind: PolicySettings
 * metadata: {name: gradle-soon}
 * spec:
 *   policy: BuildTool/only-gradle-builds
 *   mode: warn
 *   expires: 2027-06-30T00:00:00Z
 *   predicates: [slsa-provenance]
 * }</pre>
 *
 * @param policyUri the policy, as {@code /policies/{Kind}/{name}}
 * @param mode how much it counts
 * @param expires the first instant at which it may no longer be relied on: from then on it is unsatisfied
 * @param predicates the predicates of other producers that may answer
 */
public record PolicySettings(String policyUri, Mode mode, Optional<Instant> expires, Set<PredicateSource> predicates) {
    /** The {@code kind} of such a document. */
    public static final String KIND = "PolicySettings";

    /** Copies the predicates. */
    public PolicySettings {
        predicates = Set.copyOf(predicates);
    }

    static PolicySettings defaultsOf(String policyUri) {
        return new PolicySettings(policyUri, Mode.ENFORCE, Optional.empty(), Set.of());
    }
}
