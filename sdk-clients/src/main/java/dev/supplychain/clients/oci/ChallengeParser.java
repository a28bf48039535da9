package dev.supplychain.clients.oci;

import dev.supplychain.model.MalformedDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code WWW-Authenticate}, strictly: {@code challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]}, several of
 * them with commas between.
 *
 * <p>What follows a comma is a parameter when an equals sign comes after its name, and a new challenge otherwise.
 */
final class ChallengeParser {
    private static final int MAX_CHARS = 8192;
    private static final int MAX_PARAMETERS = 32;
    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";
    private static final String TOKEN68_PUNCTUATION = "-._~+/";

    private final String text;
    private int at;

    ChallengeParser(String header) {
        this.text = header;
    }

    List<Challenge> parse() {
        if (text.length() > MAX_CHARS) {
            throw refuse("has more than " + MAX_CHARS + " characters");
        }
        List<Challenge> challenges = new ArrayList<>();
        skipCommas();
        while (at < text.length()) {
            challenges.add(challenge());
        }
        if (challenges.isEmpty()) {
            throw refuse("is empty");
        }
        return challenges;
    }

    private Challenge challenge() {
        String scheme = token("no scheme");
        Map<String, String> parameters = new LinkedHashMap<>();
        if (at < text.length() && text.charAt(at) == ' ') {
            skipSpaces();
            if (!skipToken68()) {
                readParameters(parameters);
            }
        }
        endOfElement();
        return new Challenge(scheme, parameters);
    }

    private void readParameters(Map<String, String> parameters) {
        while (isParameterNext()) {
            String name = token("no parameter").toLowerCase(Locale.ROOT);
            skipSpaces();
            at++; // the equals sign
            skipSpaces();
            String value = at < text.length() && text.charAt(at) == '"' ? quotedString() : token("no value");
            if (parameters.put(name, value) != null) {
                throw refuse("has a parameter twice");
            }
            if (parameters.size() > MAX_PARAMETERS) {
                throw refuse("has more than " + MAX_PARAMETERS + " parameters");
            }
            int end = at;
            skipSpaces();
            if (at == text.length() || text.charAt(at) != ',') {
                return;
            }
            skipCommas();
            if (!isParameterNext()) {
                // The comma belongs between two challenges.
                at = end;
                return;
            }
        }
    }

    private boolean isParameterNext() {
        int i = at;
        while (i < text.length() && isTokenChar(text.charAt(i))) {
            i++;
        }
        if (i == at) {
            return false;
        }
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '=';
    }

    /** Credentials in one piece, as Negotiate has them: nobody here can use them. */
    private boolean skipToken68() {
        int i = at;
        while (i < text.length() && isToken68Char(text.charAt(i))) {
            i++;
        }
        int letters = i - at;
        while (i < text.length() && text.charAt(i) == '=') {
            i++;
        }
        int end = i;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        boolean isWhole = letters > 0 && (i == text.length() || text.charAt(i) == ',');
        if (isWhole) {
            at = end;
        }
        return isWhole;
    }

    private String token(String problem) {
        int start = at;
        while (at < text.length() && isTokenChar(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw refuse("has " + problem + " at character " + at);
        }
        return text.substring(start, at);
    }

    private String quotedString() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c == '\\') {
                at++;
                c = at < text.length() ? text.charAt(at) : '\0';
            }
            if (c < ' ' || c > '~') {
                throw refuse("has a character that is not visible ASCII, at " + at);
            }
            value.append(c);
        }
        throw refuse("has a quotation without an end");
    }

    private void endOfElement() {
        skipSpaces();
        if (at < text.length() && text.charAt(at) != ',') {
            throw refuse("has something unexpected at character " + at);
        }
        skipCommas();
    }

    private void skipCommas() {
        while (at < text.length() && (text.charAt(at) == ',' || isSpace(text.charAt(at)))) {
            at++;
        }
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isTokenChar(char c) {
        return isAlphanumeric(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean isToken68Char(char c) {
        return isAlphanumeric(c) || TOKEN68_PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static MalformedDataException refuse(String problem) {
        return new MalformedDataException("WWW-Authenticate", "", problem);
    }
}
