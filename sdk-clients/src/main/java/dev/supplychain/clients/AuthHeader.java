package dev.supplychain.clients;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A header that proves who is asking. Its value appears in no message and no {@code toString}.
 *
 * @param name the header's name, such as {@code Authorization}
 * @param value the secret
 */
public record AuthHeader(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /**
     * Checks that both can travel in a header.
     *
     * @throws IllegalArgumentException when the name is no token, or the value is empty, has a space around it or any
     *     character but visible ASCII and space; the value is not quoted
     */
    public AuthHeader {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of the credentials' header is not an HTTP token");
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the value of header " + name + " is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "the value of header %s has the character U+%04X at index %d", name, (int) c, i));
            }
        }
        if (value.startsWith(" ") || value.endsWith(" ")) {
            throw new IllegalArgumentException("the value of header " + name + " has a space around it");
        }
    }

    /** The name and three asterisks. */
    @Override
    public String toString() {
        return name + ": ***";
    }
}
