package dev.supplychain.policy;

import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a policy finds in one attestation, or in all of them together.
 *
 * @param status how it went
 * @param details what was found; the members depend on the policy's kind, in the order they are written
 */
public record Finding(Status status, Map<String, Json> details) {
    /** Copies the details; their order is kept. */
    public Finding {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Satisfied when the condition holds, unsatisfied when not. */
    public static Finding of(boolean satisfied, Map<String, Json> details) {
        return new Finding(satisfied ? Status.SATISFIED : Status.UNSATISFIED, details);
    }

    /** Not applicable, and why: the server's sentence with {@code reason} before "Policy is not applicable." */
    public static Finding notApplicable(String reason) {
        return new Finding(Status.NOT_APPLICABLE, Map.of("message", Json.of(reason + " Policy is not applicable.")));
    }

    /** Unsatisfied, because the attestation is not what its predicate type says. */
    public static Finding malformed(String problem) {
        Map<String, Json> details = new LinkedHashMap<>();
        details.put("reason", Json.of("MALFORMED"));
        details.put("message", Json.of(problem));
        return new Finding(Status.UNSATISFIED, details);
    }
}
