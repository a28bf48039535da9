package dev.supplychain.dsse.internal;

import java.util.Base64;
import java.util.Optional;

/** Base64 as JOSE writes it (RFC 7515, section 2): the URL-safe alphabet, no padding, one text for the same bytes. */
public final class Base64Url {
    private Base64Url() {}

    /** The text for these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes whose text this is; absent when it is the text of none. */
    public static Optional<byte[]> decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The JDK forgives padding and bits behind the last byte.
        return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    }
}
