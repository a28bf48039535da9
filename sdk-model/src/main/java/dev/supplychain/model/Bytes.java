package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Immutable bytes; in JSON a base64 string.
 *
 * <p>Bytes that came from a service keep their base64 text: it is decoded when the bytes are asked for, and written back
 * as it came. Bytes made here are written in the standard alphabet with padding. Two are equal when their bytes are.
 */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0], null);

    private volatile byte @Nullable [] decoded;
    private final @Nullable String text;

    private Bytes(byte @Nullable [] decoded, @Nullable String text) {
        this.decoded = decoded;
        this.text = text;
    }

    /** No bytes. */
    public static Bytes empty() {
        return EMPTY;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone(), null);
    }

    /** The UTF-8 encoding of this text; unpaired surrogates become {@code ?}. */
    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8), null);
    }

    /**
     * Decodes base64 as signed documents must write it: the standard or the URL-safe alphabet, not both, padded, without
     * white space and with zero pad bits.
     *
     * @throws MalformedDataException when it is anything else
     */
    public static Bytes parseBase64(String base64) {
        byte[] utf8 = base64.getBytes(StandardCharsets.UTF_8);
        // Characters beyond ASCII become bytes that no alphabet has.
        return parseBase64(utf8, 0, utf8.length);
    }

    /**
     * {@link #parseBase64(String)} of the ASCII characters from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws MalformedDataException when they are anything else
     */
    public static Bytes parseBase64(byte[] ascii, int from, int to) {
        if ((to - from) % 4 != 0) {
            return refuse(utf8(ascii, from, to), "is not padded to a multiple of 4 characters");
        }
        byte[] source = from == 0 && to == ascii.length ? ascii : Arrays.copyOfRange(ascii, from, to);
        byte[] bytes = decode(source);
        if (bytes == null) {
            return refuse(utf8(ascii, from, to), "is not in one alphabet, standard or URL-safe");
        }
        if (!endsCanonically(source, bytes)) {
            return refuse(utf8(ascii, from, to), "has non-zero pad bits");
        }
        return new Bytes(bytes, null);
    }

    /** Base64 as a service sent it, not looked at yet: {@link #toByteArray()} tells whether it is base64. */
    public static Bytes ofUncheckedBase64(String base64) {
        return new Bytes(null, base64);
    }

    /**
     * A copy of the bytes.
     *
     * @throws MalformedDataException when a service sent a text that is not base64
     */
    public byte[] toByteArray() {
        return bytes().clone();
    }

    /**
     * A read-only view of the bytes.
     *
     * @throws MalformedDataException when a service sent a text that is not base64
     */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(bytes()).asReadOnlyBuffer();
    }

    /**
     * A stream over the bytes; it needs no closing.
     *
     * @throws MalformedDataException when a service sent a text that is not base64
     */
    public InputStream asInputStream() {
        return new ByteArrayInputStream(bytes());
    }

    /**
     * How many bytes.
     *
     * @throws MalformedDataException when a service sent a text that is not base64
     */
    public int size() {
        return bytes().length;
    }

    /**
     * The text whose UTF-8 encoding these bytes are; what is not UTF-8 becomes U+FFFD.
     *
     * @throws MalformedDataException when a service sent a text that is not base64
     */
    public String utf8() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The base64 text: as it came from a service, otherwise standard and padded. */
    public String base64() {
        return text != null ? text : Base64.getEncoder().encodeToString(bytes());
    }

    private byte[] bytes() {
        byte[] known = decoded;
        if (known == null) {
            known = decodeLeniently(text == null ? "" : text);
            decoded = known;
        }
        return known;
    }

    /** Proto3 JSON: either alphabet, padded or not. */
    private static byte[] decodeLeniently(String base64) {
        byte @Nullable [] bytes = decode(base64.getBytes(StandardCharsets.UTF_8));
        if (bytes == null) {
            throw new MalformedDataException("bytes", "", Excerpt.quoted(base64) + " is not base64");
        }
        return bytes;
    }

    private static byte @Nullable [] decode(byte[] ascii) {
        try {
            return Base64.getDecoder().decode(ascii);
        } catch (IllegalArgumentException notStandard) {
            try {
                return Base64.getUrlDecoder().decode(ascii);
            } catch (IllegalArgumentException notUrlSafeEither) {
                return null;
            }
        }
    }

    /** The bits of the last character that belong to no byte must be zero, else many texts stand for the same bytes. */
    private static boolean endsCanonically(byte[] ascii, byte[] bytes) {
        int rest = bytes.length % 3;
        if (rest == 0) {
            return true;
        }
        byte[] tail = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, bytes.length - rest, bytes.length));
        int last = ascii.length - 4 + rest;
        byte expected = tail[rest];
        byte expectedUrlSafe = expected == '+' ? (byte) '-' : expected == '/' ? (byte) '_' : expected;
        return ascii[last] == expected || ascii[last] == expectedUrlSafe;
    }

    private static String utf8(byte[] ascii, int from, int to) {
        return new String(ascii, from, to - from, StandardCharsets.UTF_8);
    }

    private static Bytes refuse(String base64, String problem) {
        throw new MalformedDataException("base64", "", Excerpt.quoted(base64) + " " + problem);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Bytes that)) {
            return false;
        }
        byte @Nullable [] mine = decodedOrNull();
        byte @Nullable [] theirs = that.decodedOrNull();
        if (mine == null || theirs == null) {
            return mine == theirs && base64().equals(that.base64());
        }
        return Arrays.equals(mine, theirs);
    }

    @Override
    public int hashCode() {
        byte @Nullable [] mine = decodedOrNull();
        return mine == null ? base64().hashCode() : Arrays.hashCode(mine);
    }

    private byte @Nullable [] decodedOrNull() {
        try {
            return bytes();
        } catch (MalformedDataException notBase64) {
            return null;
        }
    }

    /** The size; never the content, which may be secret or huge. */
    @Override
    public String toString() {
        byte @Nullable [] mine = decodedOrNull();
        return mine == null ? "Bytes[not base64]" : "Bytes[" + mine.length + "]";
    }
}
