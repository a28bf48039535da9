package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.internal.YamlObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From which repositories a build may resolve its dependencies.
 *
 * <pre>{@code
 * kind: ResolvedDependenciesRepositories
 * spec:
 *   matchingStrategy: must-match
 *   uris:
 *     - https://repo.maven.apache.org/maven2/
 *     - https://plugins.gradle.org/m2
 * }</pre>
 *
 * @param header what every policy has
 * @param matchingStrategy whether these are the allowed or the forbidden repositories
 * @param uris the repositories, with scheme, as written; at least one
 * @see <a
 *     href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-resolved-dependencies-repositories/">ResolvedDependenciesRepositories</a>
 */
public record ResolvedDependenciesRepositories(
        PolicyHeader header, MatchingStrategy matchingStrategy, List<String> uris) implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "ResolvedDependenciesRepositories";

    private static final Question<List<String>> QUESTION = Question.of(
            dev.supplychain.model.governor.predicate.ResolvedDependenciesRepositories.PREDICATE_TYPE,
            predicate -> PredicateFields.of(predicate).texts("uris"));

    /** Copies the URIs. */
    public ResolvedDependenciesRepositories {
        uris = List.copyOf(uris);
    }

    static ResolvedDependenciesRepositories read(PolicyHeader header, YamlObject spec) {
        return new ResolvedDependenciesRepositories(
                header,
                spec.requiredConstant("matchingStrategy", MatchingStrategy.class, MatchingStrategy::text),
                spec.requiredTexts("uris", uri -> {
                    RepositoryUri.parseWithScheme(uri);
                    return uri;
                }));
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return QUESTION.predicateTypes(context);
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        Set<String> listed = new HashSet<>();
        uris.forEach(uri -> listed.add(RepositoryUri.normalized(uri)));
        return QUESTION.ask(evidence, context, used -> judge(used, listed));
    }

    private Finding judge(List<String> used, Set<String> listed) {
        List<String> offending = new ArrayList<>();
        for (String uri : used) {
            boolean fits = listed.contains(RepositoryUri.normalized(uri));
            if (fits != (matchingStrategy == MatchingStrategy.MUST_MATCH)) {
                offending.add(uri);
            }
        }
        return Finding.of(offending.isEmpty(), offending.isEmpty() ? Map.of() : Map.of("uris", Json.strings(offending)))
                .withOffending(offending);
    }
}
