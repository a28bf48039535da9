package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Fingerprints;
import java.security.PublicKey;

/**
 * The text by which a producer names a key. It helps to find the key, and proves nothing.
 *
 * @param text the text as it stands in an envelope; may be empty
 */
public record KeyId(String text) {
    private static final KeyId EMPTY = new KeyId("");

    /** A key id in any other form, such as the resource name of a key in a cloud KMS. */
    public static KeyId of(String text) {
        return new KeyId(text);
    }

    /** No key id: what cosign writes. */
    public static KeyId empty() {
        return EMPTY;
    }

    /**
     * The OpenSSH fingerprint, such as {@code SHA256:jl3bwswu80PjjokCgh0o2w5c2U4LhQAE57gj9cz1kzA}: what npm and the
     * Develocity Provenance Governor write.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId openSsh(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.openSsh(CheckedPublicKey.of(key)));
    }

    /**
     * The SHA-256 of the SubjectPublicKeyInfo as a URI (RFC 6920), such as {@code
     * ni:///sha-256;HpCKVUWf5t2sHMvBN-qGMe6DcDL-wqLMxSizjYHxcQg}: what Binary Authorization writes.
     *
     * @throws KeyException when the key is not of a kind that is allowed here
     */
    public static KeyId ni(PublicKey key) throws KeyException {
        return new KeyId(Fingerprints.ni(CheckedPublicKey.of(key)));
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
