package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.PredicateSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a kind asks of an attestation, and which predicates answer it: the Governor's, and those of other producers when
 * they are let.
 *
 * @param <A> the answer
 */
final class Question<A> {
    private final String predicateType;
    private final List<Source<A>> sources;

    private Question(String predicateType, List<Source<A>> sources) {
        this.predicateType = predicateType;
        this.sources = List.copyOf(sources);
    }

    /** A predicate that answers. */
    private record Source<A>(
            Optional<PredicateSource> others, PredicateFamily types, BiFunction<String, Json, Optional<A>> reader) {
        boolean isLet(EvaluationContext context) {
            return others.isEmpty() || context.sources().contains(others.get());
        }
    }

    /** A question that the Governor's predicate of that type answers. */
    static <A> Question<A> of(String predicateType, Function<Json, A> reader) {
        return new Question<>(
                predicateType,
                List.of(new Source<>(
                        Optional.empty(),
                        PredicateFamily.of(predicateType),
                        (type, predicate) -> Optional.of(reader.apply(predicate)))));
    }

    /**
     * The same question, which other predicates may answer too.
     *
     * @param reader gets the predicate type and the predicate; answers with nothing when it does not say
     */
    Question<A> or(PredicateSource others, PredicateFamily types, BiFunction<String, Json, Optional<A>> reader) {
        List<Source<A>> more = new ArrayList<>(sources);
        more.add(new Source<>(Optional.of(others), types, reader));
        return new Question<>(predicateType, more);
    }

    /** The types of the predicates that may answer. */
    Set<String> predicateTypes(EvaluationContext context) {
        Set<String> types = new LinkedHashSet<>();
        sources.stream()
                .filter(source -> source.isLet(context))
                .forEach(source -> types.addAll(source.types().names()));
        return types;
    }

    /** Asks each attestation, and has the answers judged. */
    List<Finding> ask(List<Evidence> evidence, EvaluationContext context, Function<A, Finding> judge) {
        return evidence.stream()
                .map(attestation -> ask(attestation, context, judge).about(attestation))
                .toList();
    }

    private Finding ask(Evidence attestation, EvaluationContext context, Function<A, Finding> judge) {
        String type = attestation.statement().predicateType();
        for (Source<A> source : sources) {
            if (source.isLet(context) && source.types().includes(type)) {
                return answer(attestation, type, source, judge);
            }
        }
        return Finding.notApplicable("Attestation does not contain '" + predicateType + "' predicate.");
    }

    private Finding answer(Evidence attestation, String type, Source<A> source, Function<A, Finding> judge) {
        try {
            Json predicate = attestation
                    .statement()
                    .statement()
                    .predicate()
                    .orElseThrow(() -> new MalformedDataException("statement", "/predicate", "there is no predicate"));
            return source.reader()
                    .apply(type, predicate)
                    .map(judge)
                    .orElseGet(() -> Finding.notApplicable("Attestation's '" + type + "' predicate does not say."))
                    .answeredBy(type);
        } catch (MalformedDataException e) {
            // The place only: what a parser says beyond it differs from version to version.
            return Finding.malformed("Attestation's '" + type + "' predicate is malformed at " + Excerpt.of(e.place()))
                    .answeredBy(type);
        }
    }
}
