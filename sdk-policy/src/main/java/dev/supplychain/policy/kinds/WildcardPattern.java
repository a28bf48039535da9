package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * A text, or many: {@code *} stands for any characters, also none, so that {@code 8.*} fits {@code 8.5} and {@code
 * 8.10.1-rc-1} but not {@code 8} or {@code 80.1}. Everything else stands for itself; case matters.
 *
 * <p>It is matched from left to right without ever going back, so that no pattern takes long.
 */
public final class WildcardPattern {
    private static final int MAX_CHARS = 1000;

    private final String text;
    /** What stands between the wildcards; one part when there are none. */
    private final String[] parts;

    private WildcardPattern(String text) {
        this.text = text;
        this.parts = text.split("\\*", -1);
    }

    /**
     * The pattern of this text.
     *
     * @throws MalformedDataException when it is empty, has more than 1000 characters or white space at an end
     */
    public static WildcardPattern parse(String text) {
        if (text.isEmpty() || text.length() > MAX_CHARS || !text.equals(text.strip())) {
            throw new MalformedDataException(
                    "pattern",
                    "",
                    Excerpt.quoted(text) + " is empty, has more than " + MAX_CHARS
                            + " characters, or white space at an end");
        }
        return new WildcardPattern(text);
    }

    /** The pattern as written. */
    public String text() {
        return text;
    }

    /** Whether a text fits. */
    public boolean fits(String candidate) {
        if (parts.length == 1) {
            return candidate.equals(text);
        }
        if (!candidate.startsWith(parts[0])) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int at = candidate.indexOf(parts[i], from);
            if (at < 0) {
                return false;
            }
            from = at + parts[i].length();
        }
        String last = parts[parts.length - 1];
        return candidate.length() - last.length() >= from && candidate.endsWith(last);
    }

    /** Whether a part of a text fits, in any case. */
    boolean fitsIgnoringCase(String candidate, int from, int to) {
        String first = parts[0];
        if (parts.length == 1) {
            return to - from == first.length() && candidate.regionMatches(true, from, first, 0, first.length());
        }
        String last = parts[parts.length - 1];
        int end = to - last.length();
        if (end - first.length() < from
                || !candidate.regionMatches(true, from, first, 0, first.length())
                || !candidate.regionMatches(true, end, last, 0, last.length())) {
            return false;
        }
        int at = from + first.length();
        for (int i = 1; i < parts.length - 1; i++) {
            at = indexAfter(candidate, parts[i], at, end);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** The index behind the first occurrence of a part, in any case; -1 when there is none. */
    private static int indexAfter(String candidate, String part, int from, int to) {
        for (int at = from; at + part.length() <= to; at++) {
            if (candidate.regionMatches(true, at, part, 0, part.length())) {
                return at + part.length();
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WildcardPattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as written. */
    @Override
    public String toString() {
        return text;
    }
}
