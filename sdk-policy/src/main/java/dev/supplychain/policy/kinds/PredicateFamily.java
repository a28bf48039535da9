package dev.supplychain.policy.kinds;

import java.util.List;

/**
 * Predicate types that are read alike.
 *
 * @param names types, compared character by character
 * @param prefixes how types begin that belong to it whatever follows
 */
record PredicateFamily(List<String> names, List<String> prefixes) {
    static PredicateFamily of(String... names) {
        return new PredicateFamily(List.of(names), List.of());
    }

    PredicateFamily andThoseThatBeginWith(String... more) {
        return new PredicateFamily(names, List.of(more));
    }

    boolean includes(String predicateType) {
        return names.contains(predicateType) || prefixes.stream().anyMatch(predicateType::startsWith);
    }
}
