package dev.supplychain.clients.grafeas;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The parts of a filter as the service reads them: quoted values, so that none can change the question.
 *
 * @see <a href="https://google.aip.dev/160">AIP-160</a>
 */
final class FilterText {
    private FilterText() {}

    /**
     * Checks a whole filter.
     *
     * @throws IllegalArgumentException when it has a control character; it is not quoted
     */
    static void require(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "the filter has the control character U+%04X", (int) text.charAt(i)));
            }
        }
    }

    /** A field beside a value, such as {@code kind="BUILD"}. */
    static String compare(String field, String operator, String value) {
        return field + operator + quoted(value);
    }

    /** A function of a field and a value, such as {@code has_prefix(resourceUrl,"https://")}. */
    static String call(String function, String field, String value) {
        return function + "(" + field + "," + quoted(value) + ")";
    }

    /** Both must hold; an empty one always does. */
    static String and(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one + other;
        }
        return one + " AND " + other;
    }

    /**
     * One must hold; an empty one always does. In parentheses, because OR binds tighter than AND here and looser almost
     * everywhere else.
     */
    static String anyOf(List<String> filters) {
        if (filters.stream().anyMatch(String::isEmpty)) {
            return "";
        }
        return filters.size() == 1
                ? filters.get(0)
                : filters.stream().collect(Collectors.joining(") OR (", "((", "))"));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
