package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Pkcs8;
import java.security.PublicKey;

/**
 * Ed25519 keys in their 32 bytes, as in-toto's key files, minisign and many services have them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5">RFC 8032, section 5.1.5</a>
 */
public final class Ed25519Keys {
    private Ed25519Keys() {}

    /**
     * The public key with this encoding.
     *
     * @param encoded 32 bytes
     * @throws KeyException when the size is another, or they are no point of the prime-order group
     */
    public static PublicKey publicKey(byte[] encoded) throws KeyException {
        return CheckedPublicKey.ofEd25519(encoded).key();
    }

    /**
     * The key pair that grows from this seed.
     *
     * @param seed the 32 secret bytes; not kept
     * @throws KeyException when the size is another
     */
    public static SigningKey signingKey(byte[] seed) throws KeyException {
        return SigningKey.of(Pkcs8.ofEd25519(seed));
    }

    /**
     * The 32 bytes of a public key.
     *
     * @throws KeyException when it is not an Ed25519 key
     */
    public static byte[] encode(PublicKey key) throws KeyException {
        return CheckedPublicKey.of(key).ed25519Bits();
    }
}
