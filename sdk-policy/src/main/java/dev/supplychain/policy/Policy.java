package dev.supplychain.policy;

import java.util.List;
import java.util.Set;

/** A rule about attestations: one document of a policy file, of one of the kinds in {@code policy.kinds}, or your own. */
public interface Policy {
    /** What the policy is called, what it is for, and what selects it. */
    PolicyHeader header();

    /**
     * The types of the predicates that it reads, to say what is missing when there are none; empty for a policy that does
     * not read predicates.
     */
    default Set<String> predicateTypes(EvaluationContext context) {
        return Set.of();
    }

    /**
     * What the policy says, in the order of the evidence: one finding per attestation, or for a kind that looks at all
     * attestations together a single one without an attestation.
     *
     * <p>Depends on nothing but the arguments, and throws nothing: an attestation that cannot be read is unsatisfied.
     *
     * @param evidence the attestations about one artifact
     * @param context what else may be known, such as the time
     */
    List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context);
}
