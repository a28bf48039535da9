package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import java.time.Instant;
import java.util.List;

/**
 * A policy that judges each attestation with a predicate of one type by itself, and is not applicable to the others.
 *
 * @param <P> the predicate
 */
public interface PredicatePolicy<P extends Message> extends Policy {
    /** The predicate type of the attestations that the policy judges. */
    String predicateType();

    /** The class of the predicate. */
    Class<P> predicateClass();

    /**
     * What the policy finds in a predicate.
     *
     * @param now the time of the evaluation
     */
    Finding judge(P predicate, Instant now);

    @Override
    default List<PolicyScanResult> evaluate(List<Evidence> evidence, Instant now) {
        return evidence.stream()
                .map(attestation -> header().resultOf(find(attestation, now))
                        .attestationUri(attestation.attestationUri())
                        .sourcedFromUri(attestation.sourcedFromUri())
                        .build())
                .toList();
    }

    private Finding find(Evidence attestation, Instant now) {
        if (!attestation.statement().predicateType().equals(predicateType())) {
            return Finding.notApplicable("Attestation does not contain '" + predicateType() + "' predicate.");
        }
        P predicate;
        try {
            predicate = attestation.statement().statement().predicateAs(predicateClass());
        } catch (MalformedDataException e) {
            // The place only: what a parser says beyond it differs from version to version.
            return Finding.malformed(
                    "Attestation's '" + predicateType() + "' predicate is malformed at " + Excerpt.of(e.place()));
        }
        return judge(predicate, now);
    }
}
