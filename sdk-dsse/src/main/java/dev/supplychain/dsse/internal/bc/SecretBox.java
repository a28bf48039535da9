package dev.supplychain.dsse.internal.bc;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * NaCl's secretbox, XSalsa20 with Poly1305, and scrypt to make its key of a password.
 *
 * <p>Load it only after {@link dev.supplychain.dsse.internal.BouncyCastle#require}.
 *
 * @see <a href="https://nacl.cr.yp.to/secretbox.html">NaCl, secret-key authenticated encryption</a>
 */
public final class SecretBox {
    /** The size of a key. */
    public static final int KEY_BYTES = 32;

    /** The size of a nonce, which must never be used twice with one key. */
    public static final int NONCE_BYTES = 24;

    /** How much longer a sealed message is; the tag comes first. */
    public static final int TAG_BYTES = 16;

    private SecretBox() {}

    /** The key of a password (RFC 7914); it takes 128 times {@code n} times {@code r} bytes of memory. */
    public static byte[] key(byte[] password, byte[] salt, int n, int r, int p) {
        return SCrypt.generate(password, salt, n, r, p, KEY_BYTES);
    }

    /** The message, encrypted behind its tag. */
    public static byte[] seal(byte[] key, byte[] nonce, byte[] message) {
        XSalsa20Engine stream = stream(key, nonce);
        byte[] tagKey = tagKey(stream);
        byte[] box = new byte[TAG_BYTES + message.length];
        stream.processBytes(message, 0, message.length, box, TAG_BYTES);
        System.arraycopy(tag(tagKey, box), 0, box, 0, TAG_BYTES);
        return box;
    }

    /** The message in the box; absent when it was sealed with another key or changed. */
    public static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] box) {
        XSalsa20Engine stream = stream(key, nonce);
        byte[] tagKey = tagKey(stream);
        if (box.length < TAG_BYTES || !MessageDigest.isEqual(tag(tagKey, box), Arrays.copyOf(box, TAG_BYTES))) {
            return Optional.empty();
        }
        byte[] message = new byte[box.length - TAG_BYTES];
        stream.processBytes(box, TAG_BYTES, message.length, message, 0);
        return Optional.of(message);
    }

    private static XSalsa20Engine stream(byte[] key, byte[] nonce) {
        XSalsa20Engine stream = new XSalsa20Engine();
        stream.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
        return stream;
    }

    /** The first bytes of the stream are for the tag, the others for the message. */
    private static byte[] tagKey(XSalsa20Engine stream) {
        byte[] tagKey = new byte[KEY_BYTES];
        stream.processBytes(new byte[KEY_BYTES], 0, KEY_BYTES, tagKey, 0);
        return tagKey;
    }

    private static byte[] tag(byte[] tagKey, byte[] box) {
        Poly1305 poly1305 = new Poly1305();
        poly1305.init(new KeyParameter(tagKey));
        poly1305.update(box, TAG_BYTES, box.length - TAG_BYTES);
        byte[] tag = new byte[TAG_BYTES];
        poly1305.doFinal(tag, 0);
        return tag;
    }
}
