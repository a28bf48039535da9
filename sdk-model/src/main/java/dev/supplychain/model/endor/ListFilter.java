package dev.supplychain.model.endor;

import dev.supplychain.model.internal.Excerpt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which resources a list has, in the service's filter language, with every text quoted and escaped.
 *
 * <pre>{@code
 * ListFilter.equal("spec.source_repository_ref", "refs/heads/main")
 *         .and(ListFilter.greater("meta.create_time", ListFilter.now(Duration.ofDays(-3))));
 * // spec.source_repository_ref=="refs/heads/main" and meta.create_time>now(-72h)
 * }</pre>
 *
 * <p>Values are texts (quoted), numbers and booleans, constants of enums (bare), {@link #date} and {@link #now}.
 */
public final class ListFilter {
    private static final Pattern PATH = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");

    /** A time in a filter. */
    public static final class Time {
        private final String text;

        private Time(String text) {
            this.text = text;
        }

        /** As it stands in a filter. */
        @Override
        public String toString() {
            return text;
        }
    }

    private final String text;
    private final boolean isOr;

    private ListFilter(String text, boolean isOr) {
        this.text = text;
        this.isOr = isOr;
    }

    /** The field has that value. */
    public static ListFilter equal(String path, Object value) {
        return compare(path, "==", value);
    }

    /** The field has another value. */
    public static ListFilter notEqual(String path, Object value) {
        return compare(path, "!=", value);
    }

    /** The field is less than that value. */
    public static ListFilter less(String path, Object value) {
        return compare(path, "<", value);
    }

    /** The field is at most that value. */
    public static ListFilter atMost(String path, Object value) {
        return compare(path, "<=", value);
    }

    /** The field is greater than that value. */
    public static ListFilter greater(String path, Object value) {
        return compare(path, ">", value);
    }

    /** The field is at least that value. */
    public static ListFilter atLeast(String path, Object value) {
        return compare(path, ">=", value);
    }

    /** The field has one of those values. */
    public static ListFilter in(String path, List<?> values) {
        return compare(path, " in ", values);
    }

    /** The field has none of those values. */
    public static ListFilter notIn(String path, List<?> values) {
        return compare(path, " not in ", values);
    }

    /** The list in that field has one of those values. A field that is no list has none: the service says nothing. */
    public static ListFilter contains(String path, List<?> values) {
        return compare(path, " contains ", values);
    }

    /** The list in that field has none of those values. */
    public static ListFilter notContains(String path, List<?> values) {
        return compare(path, " not contains ", values);
    }

    /** The text in that field matches a regular expression. */
    public static ListFilter matches(String path, String regex) {
        return compare(path, " matches ", regex);
    }

    /** The field is set. */
    public static ListFilter exists(String path) {
        return new ListFilter(requirePath(path) + " exists", false);
    }

    /** The field is not set. */
    public static ListFilter notExists(String path) {
        return new ListFilter(requirePath(path) + " not exists", false);
    }

    /** A day, as a value. */
    public static Time date(LocalDate day) {
        return new Time("date(" + day + ")");
    }

    /** The time so far from now, in whole hours, as a value; negative for the past. */
    public static Time now(Duration fromNow) {
        return new Time("now(" + fromNow.toHours() + "h)");
    }

    /** Both hold. */
    public ListFilter and(ListFilter other) {
        return new ListFilter(asPartOfAnd() + " and " + other.asPartOfAnd(), false);
    }

    /** Either holds. */
    public ListFilter or(ListFilter other) {
        return new ListFilter(text + " or " + other.text, true);
    }

    private String asPartOfAnd() {
        return isOr ? "(" + text + ")" : text;
    }

    private static ListFilter compare(String path, String operator, Object value) {
        return new ListFilter(requirePath(path) + operator + literal(value), false);
    }

    private static String requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "filter path " + Excerpt.quoted(path) + " is not names with dots between them");
        }
        return path;
    }

    private static String literal(Object value) {
        if (value instanceof String string) {
            return quoted(string);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean || value instanceof Time) {
            return value.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> values) {
            return values.stream().map(ListFilter::literal).collect(Collectors.joining(",", "[", "]"));
        }
        throw new IllegalArgumentException("filter value of " + value.getClass().getName() + " is not one of "
                + Arrays.asList("String", "Integer", "Long", "BigDecimal", "Boolean", "Enum", "Time"));
    }

    private static String quoted(String string) {
        return '"' + string.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListFilter that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** The text that is sent. */
    @Override
    public String toString() {
        return text;
    }
}
