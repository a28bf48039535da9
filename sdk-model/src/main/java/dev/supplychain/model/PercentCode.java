package dev.supplychain.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as ECMA-427, 5.4, wants it: everything but ASCII letters, digits and {@code . - _ ~ :}. */
final class PercentCode {
    private static final String HEX = "0123456789ABCDEF";
    private static final boolean[] PLAIN = plain();

    private PercentCode() {}

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || c == '~'
                    || c == ':';
        }
        return plain;
    }

    static void encode(String text, StringBuilder out) {
        encode(text, false, out);
    }

    /** Slashes stay. */
    static void encodePath(String path, StringBuilder out) {
        encode(path, true, out);
    }

    private static void encode(String text, boolean keepSlashes, StringBuilder out) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 && (PLAIN[c] || (c == '/' && keepSlashes))) {
                continue;
            }
            out.append(text, start, i);
            int codePoint = text.codePointAt(i);
            if (codePoint < 0x80) {
                appendHex(codePoint, out);
            } else {
                for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    appendHex(b, out);
                }
                i += Character.charCount(codePoint) - 1;
            }
            start = i + 1;
        }
        out.append(text, start, text.length());
    }

    private static void appendHex(int octet, StringBuilder out) {
        out.append('%').append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
    }

    /** Decodes what is encoded and leaves the rest, {@code +} included. */
    static String decode(String text, int from, int to) throws CharacterCodingException {
        StringBuilder out = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c != '%') {
                out.append(c);
                i++;
                continue;
            }
            byte octet = octet(text, i, to);
            if (octet >= 0) {
                out.append((char) octet);
                i += 3;
                continue;
            }
            ByteBuffer octets = ByteBuffer.allocate((to - i) / 3);
            while (i < to && text.charAt(i) == '%') {
                octets.put(octet(text, i, to));
                i += 3;
            }
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(octets.flip());
            out.append(decoded);
        }
        return out.toString();
    }

    private static byte octet(String text, int percent, int to) throws CharacterCodingException {
        if (percent + 3 <= to) {
            int high = digit(text.charAt(percent + 1));
            int low = digit(text.charAt(percent + 2));
            if (high >= 0 && low >= 0) {
                return (byte) (high << 4 | low);
            }
        }
        throw new MalformedInputException(1);
    }

    /** Other digits than ASCII's are none here. */
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    static boolean hasUnpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return true;
                }
            }
        }
        return false;
    }
}
