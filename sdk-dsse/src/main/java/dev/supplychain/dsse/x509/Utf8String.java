package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.internal.DerException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts in certificates. */
final class Utf8String {
    private static final int TAG = 0x0C;

    private Utf8String() {}

    /** The text in the only element, a DER UTF8String. */
    static String read(byte[] der) throws DerException {
        return decode(Der.onlyContent(der, TAG));
    }

    /** The text whose UTF-8 encoding these bytes are; it has no control characters. */
    static String decode(byte[] utf8) throws DerException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DerException("a text that is not UTF-8");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new DerException("a text with control characters");
        }
        return text;
    }
}
