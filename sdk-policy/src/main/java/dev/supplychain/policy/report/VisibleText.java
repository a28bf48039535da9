package dev.supplychain.policy.report;

import java.util.Locale;
import java.util.function.IntPredicate;

/** The text of strangers as people can see it: nothing in it hides, moves the cursor or turns the reading direction. */
final class VisibleText {
    private VisibleText() {}

    /** A name or value: whatever cannot be seen is written as its code point, such as <code>&#92;u202E</code>. */
    static String of(String value) {
        return escaped(value, VisibleText::isVisible);
    }

    /** Sentences: their line breaks and tabs are spaces, and there is none at the ends. */
    static String prose(String text) {
        return of(text.replaceAll("[\\t\\n\\r ]+", " ").strip());
    }

    /** Lines that were put together of {@link #of} and {@link #prose}; their line breaks stay. */
    static String lines(String text) {
        return escaped(text, codePoint -> codePoint == '\n' || isVisible(codePoint));
    }

    /** The same text with U+FFFD for every unpaired surrogate, which no encoding has. */
    static String wellFormed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isSurrogate(c) ? 0xFFFD : c).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** The text, or its beginning and how long it is. */
    static String excerpt(String text, int maxCodePoints) {
        int length = text.codePointCount(0, text.length());
        return length <= maxCodePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, maxCodePoints)) + "… (" + length + " characters)";
    }

    private static String escaped(String text, IntPredicate plain) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (plain.test(codePoint)) {
                out.appendCodePoint(codePoint);
            } else {
                out.append("\\u").append(hex(codePoint));
            }
        });
        return out.toString();
    }

    private static String hex(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return codePoint > 0xFFFF ? "{" + digits + "}" : "0".repeat(4 - digits.length()) + digits;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> false;
            default -> !isNoncharacter(codePoint);
        };
    }

    /** XML 1.0 forbids two of them; none has a meaning between programs. */
    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
