package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * A public key of an allowed kind, in the one encoding it has: whatever the provider, the same keys are taken.
 *
 * <p>Two are the same key exactly when their {@link #spki()} are the same bytes.
 */
public final class CheckedPublicKey {
    private final KeyKind kind;
    private final PublicKey key;
    private final byte[] spki;
    private final byte[] bits;

    private CheckedPublicKey(KeyKind kind, PublicKey key, byte[] spki, byte[] bits) {
        this.kind = kind;
        this.key = key;
        this.spki = spki;
        this.bits = bits;
    }

    /**
     * Checks the key that some provider made.
     *
     * @throws KeyException when it is weak, of a kind that is not allowed, or has no encoding
     */
    public static CheckedPublicKey of(PublicKey key) throws KeyException {
        byte[] encoded = key.getEncoded();
        if (encoded == null || !"X.509".equals(key.getFormat())) {
            throw new KeyException("public key of " + key.getClass().getName() + " has no X.509 encoding");
        }
        return parse(encoded);
    }

    /**
     * Reads a SubjectPublicKeyInfo.
     *
     * @throws KeyException when it is weak, of a kind that is not allowed, or not in its canonical encoding
     */
    public static CheckedPublicKey parse(byte[] spki) throws KeyException {
        KeyKind kind;
        byte[] bits;
        try {
            Der info = Der.readSequence(spki);
            kind = KeyKind.of(info.element(Der.SEQUENCE));
            bits = info.wholeBits();
            info.end();
        } catch (DerException e) {
            throw new KeyException("public key is not a SubjectPublicKeyInfo in DER: " + e.getMessage(), e);
        }
        Optional<String> problem = kind.problemOf(bits);
        if (problem.isPresent()) {
            throw new KeyException("public key for " + kind.usualAlgorithm() + ": " + problem.get());
        }
        PublicKey key;
        try {
            key = KeyFactory.getInstance(kind.jcaName()).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new KeyException("public key is refused by the JDK: " + e.getMessage(), e);
        }
        // A second encoding of a key would count as a second key.
        if (!Arrays.equals(spki, key.getEncoded())) {
            throw new KeyException("public key is not in the encoding that the JDK writes");
        }
        return new CheckedPublicKey(kind, key, spki.clone(), bits);
    }

    /** The key with these public bits. */
    static CheckedPublicKey of(KeyKind kind, byte[] bits) throws KeyException {
        return parse(Der.write(Der.SEQUENCE, kind.algorithmIdentifier(), Der.writeBits(bits)));
    }

    /** What kind of key it is. */
    public KeyKind kind() {
        return kind;
    }

    /** The key as the JDK made it. */
    public PublicKey key() {
        return key;
    }

    /** The SubjectPublicKeyInfo. */
    public byte[] spki() {
        return spki.clone();
    }

    /** The uncompressed point of an EC key, the 32 bytes of an Ed25519 key. */
    public byte[] bits() {
        return bits.clone();
    }
}
