package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter expressions that were seen to work on Google's service: comparisons for equality, joined with AND. */
final class GrafeasFilter {
    private static final String STRING = "\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern EQUALS = Pattern.compile("(?<field>[A-Za-z]+)\\s*=\\s*" + STRING);
    private static final Pattern AFFIX =
            Pattern.compile("(?<function>has_prefix|has_suffix)\\(\\s*resourceUrl\\s*,\\s*" + STRING + "\\s*\\)");
    private static final Pattern AND = Pattern.compile("\\s+AND\\s+");

    private final List<Predicate<Json>> terms;

    private GrafeasFilter(List<Predicate<Json>> terms) {
        this.terms = terms;
    }

    /** The filter in this text, where the empty text lets all pass; absent when the service would not take it. */
    static Optional<GrafeasFilter> parse(String text, boolean ofNotes) {
        List<Predicate<Json>> terms = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Matcher> and = terms.isEmpty() ? Optional.empty() : lookingAt(AND, text, at);
            if (!terms.isEmpty() && and.isEmpty()) {
                return Optional.empty();
            }
            int start = and.map(Matcher::end).orElse(at);
            Optional<Matcher> term =
                    lookingAt(EQUALS, text, start).or(() -> ofNotes ? Optional.empty() : lookingAt(AFFIX, text, start));
            Optional<Predicate<Json>> predicate = term.flatMap(t -> predicate(t, ofNotes));
            if (predicate.isEmpty()) {
                return Optional.empty();
            }
            terms.add(predicate.get());
            at = term.orElseThrow().end();
        }
        return Optional.of(new GrafeasFilter(terms));
    }

    boolean matches(Json resource) {
        return terms.stream().allMatch(term -> term.test(resource));
    }

    private static Optional<Matcher> lookingAt(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    private static Optional<Predicate<Json>> predicate(Matcher term, boolean ofNotes) {
        String value = term.group("value").replaceAll("\\\\(.)", "$1");
        if (term.pattern() == AFFIX) {
            boolean isPrefix = term.group("function").equals("has_prefix");
            return Optional.of(resource -> {
                String uri = text(resource, "resourceUri");
                return isPrefix ? uri.startsWith(value) : uri.endsWith(value);
            });
        }
        String field = term.group("field");
        if (ofNotes && !field.equals("kind")) {
            return Optional.empty();
        }
        return switch (field) {
            case "kind", "noteName" ->
                Optional.of(resource -> text(resource, field).equals(value));
            case "resourceUrl" ->
                Optional.of(resource -> text(resource, "resourceUri").equals(value));
            case "noteProjectId" ->
                Optional.of(resource -> noteSegment(resource, 1).equals(value));
            case "noteId" -> Optional.of(resource -> lastNoteSegment(resource).equals(value));
            default -> Optional.empty();
        };
    }

    private static String noteSegment(Json occurrence, int index) {
        return text(occurrence, "noteName").split("/", -1)[index];
    }

    private static String lastNoteSegment(Json occurrence) {
        String name = text(occurrence, "noteName");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String text(Json resource, String name) {
        return resource.get(name).map(Json::string).orElse("");
    }
}
