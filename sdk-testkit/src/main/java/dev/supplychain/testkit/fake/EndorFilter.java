package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Timestamp;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Endor's filter language: comparisons of fields, joined with {@code and}, {@code or} and parentheses. As in the service,
 * {@code contains} finds nothing in a field that is no list, and says nothing about it.
 */
final class EndorFilter {
    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");
    private static final Pattern HOURS = Pattern.compile("-?[0-9]{1,9}h");

    private final EndorFilterTokens tokens;
    private final Instant now;

    private EndorFilter(EndorFilterTokens tokens, Instant now) {
        this.tokens = tokens;
        this.now = now;
    }

    /**
     * Reads a filter.
     *
     * @throws Refusal when it is none
     */
    static Predicate<Json> parse(String text, Instant now) {
        EndorFilter parser = new EndorFilter(EndorFilterTokens.of(text), now);
        Predicate<Json> filter = parser.or();
        parser.tokens.requireEnd();
        return filter;
    }

    private Predicate<Json> or() {
        Predicate<Json> either = and();
        while (tokens.skip("or")) {
            either = either.or(and());
        }
        return either;
    }

    private Predicate<Json> and() {
        Predicate<Json> all = term();
        while (tokens.skip("and")) {
            all = all.and(term());
        }
        return all;
    }

    private Predicate<Json> term() {
        if (tokens.skip("(")) {
            Predicate<Json> inner = or();
            tokens.require(")");
            return inner;
        }
        String path = tokens.name();
        for (String operator : OPERATORS) {
            if (tokens.skip(operator)) {
                Json value = value();
                return row -> compares(JsonPaths.get(row, path), operator, value);
            }
        }
        return wordTerm(path);
    }

    private Predicate<Json> wordTerm(String path) {
        if (tokens.skip("not")) {
            return wordTerm(path).negate();
        }
        if (tokens.skip("exists")) {
            return row -> JsonPaths.get(row, path).isPresent();
        }
        if (tokens.skip("in")) {
            List<Json> values = values();
            return row -> JsonPaths.get(row, path).filter(values::contains).isPresent();
        }
        if (tokens.skip("contains")) {
            List<Json> values = values();
            return row -> elements(JsonPaths.get(row, path)).anyMatch(values::contains);
        }
        tokens.require("matches");
        Pattern pattern = pattern(value().string());
        return row -> JsonPaths.get(row, path)
                .filter(field -> field.kind() == Json.Kind.STRING
                        && pattern.matcher(field.string()).find())
                .isPresent();
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw Refusal.invalid("invalid filter: the regular expression \"" + regex + "\" cannot be read");
        }
    }

    private List<Json> values() {
        List<Json> values = new ArrayList<>();
        tokens.require("[");
        while (!tokens.skip("]")) {
            values.add(value());
            tokens.skip(",");
        }
        return values;
    }

    /** A text in quotes, a number, true or false, a bare constant, or a time. */
    private Json value() {
        if (tokens.skip("date")) {
            String day = inParentheses();
            return Json.of(LocalDate.parse(day)
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toString());
        }
        if (tokens.skip("now")) {
            String offset = inParentheses();
            if (!HOURS.matcher(offset).matches()) {
                throw Refusal.invalid("invalid filter: now(" + offset + ")");
            }
            long hours = Long.parseLong(offset.substring(0, offset.length() - 1));
            return Json.of(now.plus(Duration.ofHours(hours)).toString());
        }
        return tokens.literal();
    }

    private String inParentheses() {
        tokens.require("(");
        String inner = tokens.name();
        tokens.require(")");
        return inner;
    }

    private static Stream<Json> elements(Optional<Json> field) {
        return field.filter(f -> f.kind() == Json.Kind.ARRAY).map(Json::elements).orElse(List.of()).stream();
    }

    private static boolean compares(Optional<Json> field, String operator, Json value) {
        return switch (operator) {
            case "==" -> field.filter(value::equals).isPresent();
            case "!=" -> field.filter(value::equals).isEmpty();
            case "<" -> ordered(field, value, order -> order < 0);
            case "<=" -> ordered(field, value, order -> order <= 0);
            case ">" -> ordered(field, value, order -> order > 0);
            default -> ordered(field, value, order -> order >= 0);
        };
    }

    private static boolean ordered(Optional<Json> field, Json value, IntPredicate wanted) {
        return field.isPresent() && wanted.test(order(field.get(), value));
    }

    /** The order of two numbers, two times or two texts. */
    static int order(Json a, Json b) {
        if (a.kind() == Json.Kind.NUMBER && b.kind() == Json.Kind.NUMBER) {
            return new BigDecimal(a.number()).compareTo(new BigDecimal(b.number()));
        }
        Optional<Instant> timeA = time(a);
        Optional<Instant> timeB = time(b);
        return timeA.isPresent() && timeB.isPresent() ? timeA.get().compareTo(timeB.get()) : text(a).compareTo(text(b));
    }

    private static Optional<Instant> time(Json value) {
        try {
            return value.kind() == Json.Kind.STRING
                    ? Optional.of(Timestamp.parse(value.string()).instant())
                    : Optional.empty();
        } catch (MalformedDataException e) {
            return Optional.empty();
        }
    }

    private static String text(Json value) {
        return value.kind() == Json.Kind.STRING ? value.string() : value.toString();
    }
}
