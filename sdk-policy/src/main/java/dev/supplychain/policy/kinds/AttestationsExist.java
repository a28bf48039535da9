package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.Reason;
import dev.supplychain.policy.internal.YamlObject;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which attestations there have to be, whatever they say. Looks at all attestations together and gives one result.
 *
 * <pre>{@code
 * kind: AttestationsExist
 * spec:
 *   expectedPredicates:
 *     - https://gradle.com/attestation/build-tool/v1
 *     - https://gradle.com/attestation/resolved-dependencies/v1
 * }</pre>
 *
 * @param header what every policy has
 * @param expectedPredicates the predicate types, compared character by character; at least one
 * @see <a
 *     href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-attestations-exist/">AttestationsExist</a>
 */
public record AttestationsExist(PolicyHeader header, Set<String> expectedPredicates) implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "AttestationsExist";

    /** Copies the types; their order is kept. */
    public AttestationsExist {
        expectedPredicates = Collections.unmodifiableSet(new LinkedHashSet<>(expectedPredicates));
    }

    static AttestationsExist read(PolicyHeader header, YamlObject spec) {
        return new AttestationsExist(
                header, new LinkedHashSet<>(spec.requiredTexts("expectedPredicates", PredicateTypeUri::parse)));
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return expectedPredicates;
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        Set<String> present = evidence.stream()
                .map(attestation -> attestation.statement().predicateType())
                .collect(Collectors.toSet());
        Map<String, Reason> missing = new LinkedHashMap<>();
        expectedPredicates.stream()
                .filter(type -> !present.contains(type))
                .forEach(type -> missing.put(type, context.whyAbsent(Set.of(type))));
        if (missing.isEmpty()) {
            return List.of(Finding.of(true, Map.of()));
        }
        Map<String, Json> reasons = new LinkedHashMap<>();
        missing.forEach((type, reason) -> reasons.put(type, Json.of(reason.name())));
        Map<String, Json> details = new LinkedHashMap<>();
        details.put("missingPredicates", Json.strings(List.copyOf(missing.keySet())));
        details.put("reasons", Json.object(reasons));
        return List.of(Finding.of(false, details)
                .withReason(gravest(missing.values()))
                .withOffending(List.copyOf(missing.keySet())));
    }

    /** What is there and not trusted says more than what is not there at all. */
    private static Reason gravest(Collection<Reason> reasons) {
        return reasons.stream().max(Comparator.naturalOrder()).orElse(Reason.MISSING);
    }
}
