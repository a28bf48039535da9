package dev.supplychain.model.oci;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;

/**
 * The grammar of references, one production per method, each over a range of the text.
 *
 * <p>Written by hand: the published regular expressions recurse once per character in Java, and cannot name the place.
 */
final class ReferenceGrammar {
    private static final int MAX_PATH_CHARS = 255;
    private static final int MAX_TAG_CHARS = 128;
    private static final int IDENTIFIER_CHARS = 64;

    private final String input;
    private final String text;

    ReferenceGrammar(String input, String text) {
        this.input = input;
        this.text = text;
    }

    /** The bare id of an image, which commands take in the place of a reference. */
    static boolean isIdentifier(String text) {
        return text.length() == IDENTIFIER_CHARS && text.chars().allMatch(c -> isDigit(c) || (c >= 'a' && c <= 'f'));
    }

    static boolean isDomain(String text) {
        try {
            new ReferenceGrammar("domain", text).domain(0, text.length());
            return true;
        } catch (MalformedDataException notOne) {
            return false;
        }
    }

    /** {@code domain := host [":" port-number]}. */
    void domain(int from, int to) {
        int host = from < to && text.charAt(from) == '[' ? ipv6(from, to) : domainName(from, to);
        if (host == to) {
            return;
        }
        if (text.charAt(host) != ':') {
            throw refuse(host, "has the character " + quoted(host) + " in its domain");
        }
        if (host + 1 == to) {
            throw refuse(host + 1, "has no port after the colon");
        }
        for (int i = host + 1; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                throw refuse(i, "has the character " + quoted(i) + " in its port");
            }
        }
    }

    private int ipv6(int from, int to) {
        int i = from + 1;
        while (i < to && (isHex(text.charAt(i)) || text.charAt(i) == ':')) {
            i++;
        }
        if (i == from + 1 || i == to || text.charAt(i) != ']') {
            throw refuse(i, "has no IPv6 address in the brackets");
        }
        return i + 1;
    }

    /** Labels of letters, digits and inner dashes, with dots between them; ends before a colon. */
    private int domainName(int from, int to) {
        int label = from;
        int i = from;
        for (; i < to && text.charAt(i) != ':'; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                endOfLabel(label, i);
                label = i + 1;
            } else if (!isAlphanumeric(c) && (c != '-' || i == label)) {
                throw refuse(i, "has the character " + quoted(i) + " in its domain");
            }
        }
        endOfLabel(label, i);
        return i;
    }

    private void endOfLabel(int label, int end) {
        if (label == end) {
            throw refuse(end, "has an empty part in its domain");
        }
        if (text.charAt(end - 1) == '-') {
            throw refuse(end - 1, "has a part in its domain that ends with a dash");
        }
    }

    /** {@code path := path-component ["/" path-component]*}. */
    void path(int from, int to) {
        int component = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '/') {
                endOfComponent(component, i);
                component = i + 1;
            } else if (!isLowerAlphanumeric(c)) {
                separator(component, i, to);
            }
        }
        endOfComponent(component, to);
        if (to - from > MAX_PATH_CHARS) {
            throw refuse(from, "has a path of more than " + MAX_PATH_CHARS + " characters");
        }
    }

    /** One dot, one or two underscores or any number of dashes, between letters and digits. */
    private void separator(int component, int at, int to) {
        char c = text.charAt(at);
        if (c >= 'A' && c <= 'Z') {
            throw refuse(at, "has the upper-case letter " + quoted(at) + " in its path, which is lower-case");
        }
        if (c != '.' && c != '_' && c != '-') {
            throw refuse(at, "has the character " + quoted(at) + " in its path");
        }
        if (at == component) {
            throw refuse(at, "has a part in its path that begins with " + quoted(at));
        }
        char before = text.charAt(at - 1);
        boolean first = isLowerAlphanumeric(before);
        boolean secondUnderscore = c == '_' && before == '_' && isLowerAlphanumeric(text.charAt(at - 2));
        if (!first && !secondUnderscore && !(c == '-' && before == '-')) {
            throw refuse(at, "has the separator " + quoted(at) + " after another one in its path");
        }
        if (at + 1 == to || text.charAt(at + 1) == '/') {
            throw refuse(at, "has a part in its path that ends with " + quoted(at));
        }
    }

    private void endOfComponent(int component, int end) {
        if (component == end) {
            throw refuse(end, "has an empty part in its path");
        }
    }

    /** {@code tag := /[\w][\w.-]{0,127}/}. */
    String tag(int from, int to) {
        if (from == to) {
            throw refuse(from, "has an empty tag");
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean allowed = isAlphanumeric(c) || c == '_' || (i > from && (c == '.' || c == '-'));
            if (!allowed) {
                throw refuse(i, "has the character " + quoted(i) + " in its tag");
            }
        }
        if (to - from > MAX_TAG_CHARS) {
            throw refuse(from, "has a tag of more than " + MAX_TAG_CHARS + " characters");
        }
        return text.substring(from, to);
    }

    /** The registered algorithms only, as whoever pulls the image must compute it. */
    Digest digest(int from, int to) {
        int colon = text.indexOf(':', from);
        if (colon < 0 || !OciDigests.isRegistered(text.substring(from, colon))) {
            throw refuse(from, "has no sha256, sha384 or sha512 digest after the @");
        }
        try {
            return Digest.parse(text.substring(from, to));
        } catch (MalformedDataException e) {
            throw refuse(colon + 1, "has a malformed digest: " + e.problem());
        }
    }

    MalformedDataException refuse(int at, String problem) {
        return new MalformedDataException(input, "character " + at, Excerpt.quoted(text) + " " + problem);
    }

    private String quoted(int at) {
        return Excerpt.quoted(text.substring(at, text.offsetByCodePoints(at, 1)));
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLowerAlphanumeric(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z');
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
    }
}
