package dev.supplychain.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a policy may know beside the attestations.
 *
 * @param time the time of the evaluation
 * @param sources the predicates of other producers that may answer
 * @param rejected attestations that do not count, to say why something is missing
 * @param elsewhere attestations about other artifacts, for the same
 */
public record EvaluationContext(
        Instant time, Set<PredicateSource> sources, List<RejectedEvidence> rejected, List<Evidence> elsewhere) {
    /** Copies the collections. */
    public EvaluationContext {
        sources = Set.copyOf(sources);
        rejected = List.copyOf(rejected);
        elsewhere = List.copyOf(elsewhere);
    }

    /** A context with a time and nothing else. */
    public static EvaluationContext at(Instant time) {
        return new EvaluationContext(time, Set.of(), List.of(), List.of());
    }

    /** Why no attestation of these types can be judged: the rejected ones say so, else those about other artifacts. */
    public Reason whyAbsent(Set<String> predicateTypes) {
        return rejected.stream()
                .filter(evidence -> evidence.claimedPredicateType()
                        .filter(predicateTypes::contains)
                        .isPresent())
                .map(RejectedEvidence::reason)
                .findFirst()
                .orElseGet(() -> elsewhere.stream()
                                .anyMatch(e ->
                                        predicateTypes.contains(e.statement().predicateType()))
                        ? Reason.SUBJECT_MISMATCH
                        : Reason.MISSING);
    }
}
