package dev.supplychain.policy;

import dev.supplychain.model.MalformedDataException;
import java.util.Map;

/**
 * A language for conditions, such as CEL. The SDK brings none; {@code docs/policy-semantics.md} has a recipe for CEL.
 *
 * <pre>{@code
 * PolicySet.files().language(new CelLanguage()).add(Path.of("policies.yaml")).read();
 * }</pre>
 */
public interface ExpressionLanguage {
    /** The name in {@code spec.language}, such as {@code cel}. */
    String name();

    /**
     * Compiles an expression, once for all attestations.
     *
     * @throws MalformedDataException when it is not one of the language, or its type is not a truth value
     */
    Expression compile(String source);

    /** A compiled expression. It may be used by several threads. */
    interface Expression {
        /**
         * Whether the condition holds.
         *
         * @param variables {@code predicate}, {@code predicateType}, {@code subject}, {@code signers} and {@code time}, as
         *     {@code kinds.Expression} describes: maps, lists, texts, truth values, {@code Long}, {@code Double} and {@code
         *     Instant}
         * @throws MalformedDataException when it cannot be told, as when a member is missing: the policy is unsatisfied
         */
        boolean test(Map<String, Object> variables);
    }
}
