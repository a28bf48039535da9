package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filter expressions that are known to work on Google's service: comparisons and functions, alternatives, parentheses,
 * joined with AND. As AIP-160 has it, OR binds tighter than AND.
 */
final class GrafeasFilter {
    private static final String STRING = "\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern COMPARISON =
            Pattern.compile("(?<field>[A-Za-z]+)\\s*(?<operator><=|>=|<|>|=)\\s*" + STRING);
    private static final Pattern AFFIX =
            Pattern.compile("(?<function>has_prefix|has_suffix)\\(\\s*resourceUrl\\s*,\\s*" + STRING + "\\s*\\)");
    private static final Pattern AND = Pattern.compile("\\s+AND\\s+");
    private static final Pattern OR = Pattern.compile("\\s+OR\\s+");
    private static final Pattern OPEN = Pattern.compile("\\(\\s*");
    private static final Pattern CLOSE = Pattern.compile("\\s*\\)");

    private final String text;
    private final boolean ofNotes;
    private final Function<Json, String> resourceUri;
    private int at;

    private GrafeasFilter(String text, boolean ofNotes, Function<Json, String> resourceUri) {
        this.text = text;
        this.ofNotes = ofNotes;
        this.resourceUri = resourceUri;
    }

    /** What the service does not take. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken() {
            super(null, null, false, false);
        }
    }

    /**
     * The filter in this text, where the empty text lets all pass; absent when the service would not take it.
     *
     * @param resourceUri tells the URI of an occurrence's resource
     */
    static Optional<Predicate<Json>> parse(String text, boolean ofNotes, Function<Json, String> resourceUri) {
        if (text.isEmpty()) {
            return Optional.of(resource -> true);
        }
        GrafeasFilter filter = new GrafeasFilter(text, ofNotes, resourceUri);
        try {
            Predicate<Json> all = filter.all();
            return filter.at == text.length() ? Optional.of(all) : Optional.empty();
        } catch (NotTaken | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Predicate<Json> all() {
        Predicate<Json> all = any();
        while (next(AND).isPresent()) {
            all = all.and(any());
        }
        return all;
    }

    private Predicate<Json> any() {
        Predicate<Json> any = term();
        while (next(OR).isPresent()) {
            any = any.or(term());
        }
        return any;
    }

    private Predicate<Json> term() {
        if (next(OPEN).isPresent()) {
            Predicate<Json> inner = all();
            if (next(CLOSE).isEmpty()) {
                throw new NotTaken();
            }
            return inner;
        }
        return next(AFFIX)
                .map(this::affix)
                .or(() -> next(COMPARISON).map(this::comparison))
                .orElseThrow(NotTaken::new);
    }

    private Optional<Matcher> next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private Predicate<Json> affix(Matcher term) {
        if (ofNotes) {
            throw new NotTaken();
        }
        String value = value(term);
        return term.group("function").equals("has_prefix")
                ? resource -> resourceUri.apply(resource).startsWith(value)
                : resource -> resourceUri.apply(resource).endsWith(value);
    }

    private Predicate<Json> comparison(Matcher term) {
        String field = term.group("field");
        String operator = term.group("operator");
        String value = value(term);
        if (ofNotes && (field.equals("createTime") || field.equals("updateTime"))) {
            Instant time = Instant.parse(value);
            return note -> holds(Instant.parse(GrafeasJson.text(note, field)).compareTo(time), operator);
        }
        if (!operator.equals("=")) {
            throw new NotTaken();
        }
        return field.equals("kind")
                ? resource -> GrafeasJson.text(resource, "kind").equals(value)
                : occurrenceField(field).andThen(value::equals)::apply;
    }

    private static boolean holds(int comparison, String operator) {
        return switch (operator) {
            case "=" -> comparison == 0;
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            default -> comparison >= 0;
        };
    }

    private Function<Json, String> occurrenceField(String field) {
        if (ofNotes) {
            throw new NotTaken();
        }
        return switch (field) {
            case "noteName" -> occurrence -> GrafeasJson.text(occurrence, "noteName");
            case "resourceUrl" -> resourceUri;
            case "noteProjectId" ->
                occurrence -> GrafeasJson.text(occurrence, "noteName").split("/", -1)[1];
            case "noteId" -> GrafeasFilter::noteId;
            default -> throw new NotTaken();
        };
    }

    private static String noteId(Json occurrence) {
        String name = GrafeasJson.text(occurrence, "noteName");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String value(Matcher term) {
        return term.group("value").replaceAll("\\\\(.)", "$1");
    }
}
