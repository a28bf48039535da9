package dev.supplychain.model.internal;

/** Quotes foreign text in messages: short, on one line, without control or formatting characters. */
public final class Excerpt {
    private static final int MAX_CHARS = 120;

    private Excerpt() {}

    /** The text in double quotes, cut after 120 characters. */
    public static String quoted(CharSequence text) {
        return '"' + of(text) + '"';
    }

    /** The text with control characters escaped, cut after 120 characters. */
    public static String of(CharSequence text) {
        return of(text, MAX_CHARS);
    }

    /** The text with control characters escaped, cut after that many characters. */
    public static String of(CharSequence text, int maxChars) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), maxChars) + 8);
        for (int i = 0; i < text.length(); i++) {
            if (i >= maxChars) {
                return out.append("… (")
                        .append(text.length())
                        .append(" characters)")
                        .toString();
            }
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.append(c);
            } else {
                out.append("\\u")
                        .append(hex(c >> 12))
                        .append(hex(c >> 8))
                        .append(hex(c >> 4))
                        .append(hex(c));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static char hex(int nibble) {
        return Character.forDigit(nibble & 0xF, 16);
    }
}
