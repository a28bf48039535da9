package dev.supplychain.clients.internal;

import java.util.Locale;

/**
 * A part of a path that callers choose, and the characters it may have besides ASCII letters and digits.
 *
 * @param name what it is called, for messages
 * @param punctuation the other characters that are allowed
 * @param maxChars its greatest length
 */
public record PathParameter(String name, String punctuation, int maxChars) {
    /**
     * Checks a value.
     *
     * @return the value
     * @throws IllegalArgumentException when it is empty, a dot segment, too long or has another character; it is not quoted
     */
    public String require(String value) {
        if (value.isEmpty() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("the " + name + " is empty or a dot segment");
        }
        if (value.length() > maxChars) {
            throw new IllegalArgumentException(
                    "the " + name + " has " + value.length() + " characters, more than " + maxChars);
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isAllowed(value.charAt(i))) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "the %s has the character U+%04X at index %d; letters, digits and %s are allowed",
                        name,
                        (int) value.charAt(i),
                        i,
                        punctuation));
            }
        }
        return value;
    }

    private boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || punctuation.indexOf(c) >= 0;
    }
}
