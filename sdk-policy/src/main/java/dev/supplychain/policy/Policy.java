package dev.supplychain.policy;

import dev.supplychain.model.governor.PolicyScanResult;
import java.time.Instant;
import java.util.List;

/** A rule about attestations: one document of a policy file, of one of the kinds in {@code policy.kinds}. */
public interface Policy {
    /** What the policy is called, what it is for, and what selects it. */
    PolicyHeader header();

    /**
     * What the policy says, in the order of the evidence: one result per attestation, or for a kind that looks at all
     * attestations together a single one without an attestation.
     *
     * <p>Depends on nothing but the arguments, and throws nothing: an attestation that cannot be read is unsatisfied.
     *
     * @param evidence the attestations about one artifact
     * @param now the time of the evaluation
     */
    List<PolicyScanResult> evaluate(List<Evidence> evidence, Instant now);
}
