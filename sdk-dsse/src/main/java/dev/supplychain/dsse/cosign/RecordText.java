package dev.supplychain.dsse.cosign;

import dev.supplychain.model.internal.Excerpt;

/** What people write into records: a short line that UTF-8 can hold. */
final class RecordText {
    private static final int MAX_CHARS = 255;

    private RecordText() {}

    /** Refuses a text that would fail, or spoil what people read, after the key was used. */
    static String require(String what, String text) {
        if (text.isBlank() || text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("the " + what + " has " + text.length() + " characters, not 1 to "
                    + MAX_CHARS + " that are more than spaces");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || isSurrogate(c))) {
            throw new IllegalArgumentException("the " + what + " " + Excerpt.quoted(text)
                    + " has a control character or half of a surrogate pair");
        }
        return text;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
