package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.util.Locale;

/** What a segment of a resource name may be: nothing that a path could take for something else. */
enum NameSegment {
    PROJECT("project", "-._:", 100),
    LOCATION("location", "-", 63),
    OCCURRENCE("occurrence id", "-._~:", 255),
    NOTE("note id", "-._~:", 100);

    private final String noun;
    private final String punctuation;
    private final int maxChars;

    NameSegment(String noun, String punctuation, int maxChars) {
        this.noun = noun;
        this.punctuation = punctuation;
        this.maxChars = maxChars;
    }

    void require(String text) {
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw refused(text, "is empty or a dot segment");
        }
        if (text.length() > maxChars) {
            throw refused(text, "has " + text.length() + " characters, more than " + maxChars);
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                throw refused(
                        text,
                        String.format(
                                Locale.ROOT,
                                "has the character U+%04X at index %d; letters, digits and %s are allowed",
                                (int) text.charAt(i),
                                i,
                                punctuation));
            }
        }
    }

    private boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || punctuation.indexOf(c) >= 0;
    }

    private IllegalArgumentException refused(String text, String problem) {
        return new IllegalArgumentException("the " + noun + " " + Excerpt.quoted(text) + " " + problem);
    }
}
