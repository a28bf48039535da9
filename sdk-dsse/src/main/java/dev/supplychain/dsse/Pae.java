package dev.supplychain.dsse;

import dev.supplychain.model.internal.Excerpt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a DSSE signature covers: the payload and its type, each with its length in bytes, so that no two pairs look alike.
 *
 * <pre>{@code DSSEv1 29 http://example.com/HelloWorld 11 hello world}</pre>
 *
 * <p>As a {@link Signable} the parts are fed one after the other; {@link #encode} joins them.
 *
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md">DSSE 1.0.2, signature definition</a>
 */
public final class Pae implements Signable {
    private final byte[] header;
    private final byte[] payload;

    private Pae(byte[] header, byte[] payload) {
        this.header = header;
        this.payload = payload;
    }

    /**
     * The pre-authentication encoding of that payload, which is not copied, so leave it alone.
     *
     * @throws IllegalArgumentException when the type has an unpaired surrogate, and thus no UTF-8 form
     */
    public static Pae of(String payloadType, byte[] payload) {
        byte[] type = utf8(payloadType);
        byte[] start = ascii("DSSEv1 ".concat(Integer.toString(type.length)).concat(" "));
        byte[] middle = ascii(" ".concat(Integer.toString(payload.length)).concat(" "));
        ByteBuffer header = ByteBuffer.allocate(start.length + type.length + middle.length);
        header.put(start).put(type).put(middle);
        return new Pae(header.array(), payload);
    }

    /**
     * The pre-authentication encoding in one array.
     *
     * @throws IllegalArgumentException when the type has an unpaired surrogate, and thus no UTF-8 form
     */
    public static byte[] encode(String payloadType, byte[] payload) {
        return of(payloadType, payload).toByteArray();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(header);
        out.write(payload);
    }

    @Override
    public byte[] toByteArray() {
        return ByteBuffer.allocate(header.length + payload.length)
                .put(header)
                .put(payload)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** {@code String.getBytes} would write {@code ?} for an unpaired surrogate, and two types would look alike. */
    private static byte[] utf8(String payloadType) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(payloadType));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "payload type " + Excerpt.quoted(payloadType) + " has an unpaired surrogate", e);
        }
    }
}
