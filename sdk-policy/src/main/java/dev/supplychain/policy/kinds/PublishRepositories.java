package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.internal.YamlObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * To which repositories a package may be published.
 *
 * <pre>{@code
 * kind: PublishRepositories
 * spec:
 *   matchingStrategy: none-match
 *   uris:
 *     - repo.example.com/snapshots
 *     - repo.example.com/libs-*
 * }</pre>
 *
 * @param header what every policy has
 * @param matchingStrategy whether these are the allowed or the forbidden repositories
 * @param uris the repositories, without scheme; at least one
 * @see <a
 *     href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-publish-repositories/">PublishRepositories</a>
 */
public record PublishRepositories(PolicyHeader header, MatchingStrategy matchingStrategy, List<RepositoryPattern> uris)
        implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "PublishRepositories";

    private static final Question<List<String>> QUESTION = Question.of(
            dev.supplychain.model.governor.predicate.PublishRepositories.PREDICATE_TYPE,
            predicate -> PredicateFields.of(predicate).texts("uris"));

    /** Copies the patterns. */
    public PublishRepositories {
        uris = List.copyOf(uris);
    }

    static PublishRepositories read(PolicyHeader header, YamlObject spec) {
        return new PublishRepositories(
                header,
                spec.requiredConstant("matchingStrategy", MatchingStrategy.class, MatchingStrategy::text),
                spec.requiredTexts("uris", RepositoryPattern::parse));
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return QUESTION.predicateTypes(context);
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        return QUESTION.ask(evidence, context, this::judge);
    }

    private Finding judge(List<String> published) {
        boolean mustMatch = matchingStrategy == MatchingStrategy.MUST_MATCH;
        Map<String, Json> details = new LinkedHashMap<>();
        if (published.isEmpty() && mustMatch) {
            details.put("message", Json.of("Attestation names no repository."));
            return Finding.of(false, details);
        }
        List<String> offending = published.stream()
                .filter(uri -> uris.stream().anyMatch(pattern -> pattern.fits(uri)) != mustMatch)
                .distinct()
                .toList();
        if (!offending.isEmpty()) {
            details.put("uris", Json.strings(offending));
        }
        return Finding.of(offending.isEmpty(), details).withOffending(offending);
    }
}
