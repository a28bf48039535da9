package dev.supplychain.model.internal;

import dev.supplychain.model.MalformedDataException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Refuses what a lenient JSON parser would let through: bytes that are not UTF-8 (overlong forms, UTF-16, a byte order
 * mark) and escapes of unpaired surrogates.
 */
public final class Utf8Check {
    private Utf8Check() {}

    /**
     * Checks a whole document.
     *
     * @param input what it is, for messages
     * @throws MalformedDataException naming the byte offset
     */
    public static void check(String input, byte[] utf8) {
        if (utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF) {
            throw new MalformedDataException(input, "byte 0", "byte order mark");
        }
        int i = ByteScan.skipPlainBlocks(utf8, 0);
        while (i < utf8.length) {
            int end = Math.min(i + ByteScan.BLOCK, utf8.length);
            i = ByteScan.indexOfEscapeOrNonAscii(utf8, i, end);
            while (i < end && utf8[i] == '\\') {
                i = ByteScan.indexOfEscapeOrNonAscii(utf8, checkEscape(input, utf8, i), end);
            }
            if (i < end) {
                checkDecodes(input, utf8, i);
                checkEscapes(input, utf8, i);
                return;
            }
            i = ByteScan.skipPlainBlocks(utf8, i);
        }
    }

    private static void checkDecodes(String input, byte[] utf8, int from) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(utf8, from, utf8.length - from);
        CharBuffer out = CharBuffer.allocate(1 << 13);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new MalformedDataException(input, "byte " + in.position(), "not UTF-8");
        }
    }

    /** After the check above a surrogate can only come from an escape, and backslashes only stand in strings. */
    private static void checkEscapes(String input, byte[] utf8, int from) {
        int i = ByteScan.indexOf('\\', utf8, from, utf8.length);
        while (i < utf8.length) {
            i = ByteScan.indexOf('\\', utf8, checkEscape(input, utf8, i), utf8.length);
        }
    }

    /** Checks the escape at this backslash, and tells where it ends. */
    private static int checkEscape(String input, byte[] utf8, int at) {
        int unit = escapedUnit(utf8, at);
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            int low = escapedUnit(utf8, at + 6);
            if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
                throw new MalformedDataException(input, "byte " + at, "unpaired surrogate escape");
            }
            return at + 12;
        }
        // What is no escape ends before a byte that has to be looked at.
        return at + 1 < utf8.length && utf8[at + 1] >= 0 ? at + 2 : at + 1;
    }

    /** The UTF-16 unit of a {@code backslash u XXXX} escape at this place, or -1 when there is none. */
    private static int escapedUnit(byte[] utf8, int at) {
        if (at + 6 > utf8.length || utf8[at] != '\\' || utf8[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(utf8[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
