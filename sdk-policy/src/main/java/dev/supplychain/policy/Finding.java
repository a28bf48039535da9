package dev.supplychain.policy;

import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy finds in one attestation, or in all of them together.
 *
 * <pre>{@code
 * Finding.of(uris.isEmpty(), Map.of("uris", Json.strings(uris))).withOffending(uris).about(attestation)
 * }</pre>
 *
 * @param status how it went
 * @param reason why there is nothing to be content with; absent when the content itself decided
 * @param details what was found, as the server writes it; the members depend on the policy's kind, in the order they are
 *     written
 * @param offending the values that do not satisfy the policy, such as package URLs; what a waiver may name
 * @param predicateType the type of the predicate that answered; absent when none did
 * @param evidence the attestation; absent when the policy looks at all together
 * @param sourcedFromUri where the data that answered came from, such as a Build Scan
 */
public record Finding(
        Status status,
        Optional<Reason> reason,
        Map<String, Json> details,
        List<String> offending,
        Optional<String> predicateType,
        Optional<Evidence> evidence,
        Optional<String> sourcedFromUri) {
    /** Copies the details and the values; their order is kept. */
    public Finding {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        offending = List.copyOf(offending);
    }

    private static Finding of(Status status, Optional<Reason> reason, Map<String, Json> details) {
        return new Finding(status, reason, details, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Satisfied when the condition holds, unsatisfied when not. */
    public static Finding of(boolean satisfied, Map<String, Json> details) {
        return of(satisfied ? Status.SATISFIED : Status.UNSATISFIED, Optional.empty(), details);
    }

    /** Not applicable, and why: the server's sentence with {@code reason} before "Policy is not applicable." */
    public static Finding notApplicable(String reason) {
        return of(
                Status.NOT_APPLICABLE,
                Optional.empty(),
                Map.of("message", Json.of(reason + " Policy is not applicable.")));
    }

    /** Unsatisfied, because the attestation is not what its predicate type says. */
    public static Finding malformed(String problem) {
        return unsatisfied(Reason.MALFORMED, problem);
    }

    /** Unsatisfied for a reason that lies outside the content; the details name it. */
    public static Finding unsatisfied(Reason reason, String message) {
        Map<String, Json> details = new LinkedHashMap<>();
        details.put("reason", Json.of(reason.name()));
        details.put("message", Json.of(message));
        return of(Status.UNSATISFIED, Optional.of(reason), details);
    }

    /** The same finding for that reason; the details stay as they are. */
    public Finding withReason(Reason because) {
        return new Finding(status, Optional.of(because), details, offending, predicateType, evidence, sourcedFromUri);
    }

    /** The same finding with the values that do not satisfy the policy. */
    public Finding withOffending(List<String> values) {
        return new Finding(status, reason, details, values, predicateType, evidence, sourcedFromUri);
    }

    /** The same finding, taken from a predicate of that type. */
    public Finding answeredBy(String type) {
        return new Finding(status, reason, details, offending, Optional.of(type), evidence, sourcedFromUri);
    }

    /** The same finding about that attestation, whose data came from where its predicate says. */
    public Finding about(Evidence attestation) {
        return new Finding(
                status,
                reason,
                details,
                offending,
                predicateType,
                Optional.of(attestation),
                attestation.sourcedFromUri());
    }

    /** The same finding about that attestation, found without a look at its data. */
    public Finding aboutSignaturesOf(Evidence attestation) {
        return new Finding(
                status, reason, details, offending, predicateType, Optional.of(attestation), Optional.empty());
    }
}
