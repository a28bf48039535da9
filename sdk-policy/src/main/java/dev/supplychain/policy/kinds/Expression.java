package dev.supplychain.policy.kinds;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.ExpressionLanguage;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.internal.Suggestion;
import dev.supplychain.policy.internal.YamlObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A condition in a language that the caller brings. Not one of the Governor's kinds.
 *
 * <pre>{@code
 * apiVersion: policy.supplychain.dev/v1
 * kind: Expression
 * metadata: {name: few-dependencies, labels: {gate: build}}
 * spec:
 *   language: cel
 *   predicateTypes: ["https://gradle.com/attestation/resolved-dependencies/v1"]
 *   expression: size(predicate.purls) < 500
 * }</pre>
 *
 * <p>The expression sees {@code predicate} (maps, lists, texts, truth values, {@code Long} for whole numbers, {@code
 * Double} for others), its type as <code>predicateType</code>, {@code subject} (a list of maps with {@code name}, {@code uri} and {@code
 * digest}), {@code signers} (a list of maps with {@code name} and {@code keyId}, verified) and {@code time} (an {@code
 * Instant}). An attestation for which it cannot be told is unsatisfied.
 *
 * @param header what every policy has
 * @param language the name of the language
 * @param predicateTypes the types of the predicates that it is about; at least one
 * @param source the condition as written
 * @param expression the condition, compiled
 */
public record Expression(
        PolicyHeader header,
        String language,
        Set<String> predicateTypes,
        String source,
        ExpressionLanguage.Expression expression)
        implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "Expression";

    /** Copies the types. */
    public Expression {
        predicateTypes = Set.copyOf(predicateTypes);
    }

    static Policy read(PolicyHeader header, YamlObject spec, Map<String, ExpressionLanguage> languages) {
        String language = spec.requiredText("language");
        List<String> types = spec.requiredTexts("predicateTypes", text -> text);
        String source = spec.requiredText("expression");
        Optional<ExpressionLanguage> compiler = Optional.ofNullable(languages.get(language));
        if (compiler.isEmpty() && !language.isEmpty()) {
            spec.problem(
                    "language",
                    "no language " + Excerpt.quoted(language) + " was given to the reader",
                    Suggestion.of(language, languages.keySet()));
        }
        return new Expression(
                header,
                language,
                Set.copyOf(types),
                source,
                compiler.filter(found -> !source.isEmpty())
                        .flatMap(found -> compile(found, source, spec))
                        .orElse(variables -> false));
    }

    private static Optional<ExpressionLanguage.Expression> compile(
            ExpressionLanguage language, String source, YamlObject spec) {
        try {
            return Optional.of(language.compile(source));
        } catch (MalformedDataException e) {
            spec.problem("expression", Excerpt.of(String.valueOf(e.getMessage()), 300), Optional.empty());
            return Optional.empty();
        }
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return predicateTypes;
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        return evidence.stream()
                .map(attestation -> find(attestation, context).about(attestation))
                .toList();
    }

    private Finding find(Evidence attestation, EvaluationContext context) {
        String type = attestation.statement().predicateType();
        if (!predicateTypes.contains(type)) {
            return Finding.notApplicable(
                    "Attestation does not contain '" + String.join("' or '", predicateTypes) + "' predicate.");
        }
        try {
            boolean holds = expression.test(variables(attestation, context));
            return Finding.of(holds, Map.of("expression", Json.of(source))).answeredBy(type);
        } catch (MalformedDataException e) {
            return Finding.malformed("Expression cannot be told: " + Excerpt.of(String.valueOf(e.getMessage()), 300))
                    .answeredBy(type);
        }
    }

    private static Map<String, Object> variables(Evidence attestation, EvaluationContext context) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put(
                "predicate",
                attestation
                        .statement()
                        .statement()
                        .predicate()
                        .map(Expression::plain)
                        .orElse(Map.of()));
        variables.put("predicateType", attestation.statement().predicateType());
        variables.put(
                "subject",
                attestation.statement().statement().subject().stream()
                        .map(Expression::subject)
                        .toList());
        variables.put(
                "signers",
                attestation.statement().signers().stream()
                        .map(Expression::signer)
                        .toList());
        variables.put("time", context.time());
        return variables;
    }

    private static Map<String, Object> subject(ResourceDescriptor subject) {
        Map<String, Object> members = new LinkedHashMap<>();
        subject.name().ifPresent(name -> members.put("name", name));
        subject.uri().ifPresent(uri -> members.put("uri", uri));
        members.put("digest", subject.digest());
        return members;
    }

    private static Map<String, Object> signer(AcceptedKey key) {
        return Map.of("name", key.name(), "keyId", key.keyId());
    }

    /** The tree as the JDK's own types; members that are null are left out. */
    private static Object plain(Json json) {
        return switch (json.kind()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                json.members().forEach((name, value) -> {
                    if (!value.isNull()) {
                        members.put(name, plain(value));
                    }
                });
                yield members;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                json.elements().stream().filter(value -> !value.isNull()).forEach(value -> elements.add(plain(value)));
                yield elements;
            }
            case STRING -> json.string();
            case NUMBER -> number(json.decimal());
            case BOOLEAN -> json.bool();
            case NULL -> throw new MalformedDataException("predicate", "", "is null");
        };
    }

    private static Object number(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return number.doubleValue();
        }
    }
}
