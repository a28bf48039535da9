package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a filter, taken one after the other. */
final class EndorFilterTokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\"(?:[^\"\\\\]|\\\\[\\\\\"])*\")|(==|!=|<=|>=|[<>()\\[\\],])|([A-Za-z0-9_.+-]+))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final String text;
    private final List<String> tokens;
    private int next;

    private EndorFilterTokens(String text, List<String> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static EndorFilterTokens of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw Refusal.invalid("invalid filter \"" + text + "\" at character " + end);
        }
        return new EndorFilterTokens(text, tokens);
    }

    private Optional<String> peek() {
        return next < tokens.size() ? Optional.of(tokens.get(next)) : Optional.empty();
    }

    /** Goes on if the next token is this one. */
    boolean skip(String token) {
        boolean same = peek().equals(Optional.of(token));
        next += same ? 1 : 0;
        return same;
    }

    void require(String token) {
        if (!skip(token)) {
            throw unexpected(token);
        }
    }

    void requireEnd() {
        if (next < tokens.size()) {
            throw unexpected("the end");
        }
    }

    /** A word without quotes. */
    String name() {
        String token = peek().filter(t -> Character.isLetterOrDigit(t.charAt(0)) || "_-+".indexOf(t.charAt(0)) >= 0)
                .orElseThrow(() -> unexpected("a name"));
        next++;
        return token;
    }

    /** A text in quotes, a number, true or false, or a bare constant, which is a text to JSON. */
    Json literal() {
        String token = peek().orElseThrow(() -> unexpected("a value"));
        if (token.startsWith("\"")) {
            next++;
            return Json.of(
                    ESCAPE.matcher(token.substring(1, token.length() - 1)).replaceAll("$1"));
        }
        String bare = name();
        if (NUMBER.matcher(bare).matches() || bare.equals("true") || bare.equals("false")) {
            return Json.parse(bare);
        }
        return Json.of(bare);
    }

    private Refusal unexpected(String expected) {
        return Refusal.invalid(
                "invalid filter \"" + text + "\": expected " + expected + " but found " + peek().orElse("the end"));
    }
}
