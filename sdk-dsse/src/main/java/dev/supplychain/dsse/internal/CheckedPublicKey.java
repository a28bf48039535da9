package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key of an allowed kind, in the one encoding it has: whatever the provider, the same keys are taken.
 *
 * <p>Two are the same key exactly when their {@link Fingerprints#openSsh} are equal: an RSA key is the same one whatever
 * padding its SubjectPublicKeyInfo says it is for.
 */
public final class CheckedPublicKey {
    private final KeyKind kind;
    private final PublicKey key;
    private final byte[] spki;
    private final byte[] bits;
    private final List<SignatureAlgorithm> algorithms;
    private final @Nullable RsaPublicKey rsa;

    private CheckedPublicKey(
            KeyKind kind,
            PublicKey key,
            byte[] spki,
            byte[] bits,
            List<SignatureAlgorithm> algorithms,
            @Nullable RsaPublicKey rsa) {
        this.kind = kind;
        this.key = key;
        this.spki = spki;
        this.bits = bits;
        this.algorithms = algorithms;
        this.rsa = rsa;
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
        byte[] identifier;
        KeyKind kind;
        byte[] bits;
        RsaPublicKey rsa;
        try {
            Der info = Der.readSequence(spki);
            identifier = info.element(Der.SEQUENCE);
            kind = KeyKind.of(identifier);
            bits = info.wholeBits();
            info.end();
            rsa = kind.isRsa() ? RsaPublicKey.parse(bits) : null;
        } catch (DerException e) {
            throw new KeyException("public key is not a SubjectPublicKeyInfo in DER: " + e.getMessage(), e);
        }
        List<SignatureAlgorithm> algorithms =
                kind == KeyKind.RSA_PSS ? PssParameters.algorithms(identifier) : kind.algorithms();
        Optional<String> problem = problemOf(kind, bits, rsa);
        if (problem.isPresent()) {
            throw new KeyException("public key for " + algorithms.get(0) + ": " + problem.get());
        }
        PublicKey key;
        try {
            key = KeyFactory.getInstance(kind.jcaName()).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new KeyException("public key is refused by the JDK: " + e.getMessage(), e);
        }
        // A second encoding of a key would count as a second key. (PSS parameters have several; the fingerprint leaves
        // them out.)
        if (kind != KeyKind.RSA_PSS && !Arrays.equals(spki, key.getEncoded())) {
            throw new KeyException("public key is not in the encoding that the JDK writes");
        }
        return new CheckedPublicKey(kind, key, spki.clone(), bits, algorithms, rsa);
    }

    private static Optional<String> problemOf(KeyKind kind, byte[] bits, @Nullable RsaPublicKey rsa) {
        if (rsa != null) {
            return rsa.problem();
        }
        Curve curve = kind.curve();
        return curve == null ? Edwards25519.problemOfKey(bits) : curve.problemOf(bits);
    }

    /**
     * Reads an RSAPublicKey (RFC 8017, appendix A.1.1).
     *
     * @throws KeyException when it is weak or not in DER
     */
    public static CheckedPublicKey parsePkcs1(byte[] der) throws KeyException {
        return of(KeyKind.RSA, der);
    }

    /**
     * The Ed25519 key with this encoding.
     *
     * @throws KeyException when it is none
     */
    public static CheckedPublicKey ofEd25519(byte[] encoded) throws KeyException {
        return of(KeyKind.ED25519, encoded);
    }

    /**
     * The 32 bytes of an Ed25519 key.
     *
     * @throws KeyException when it is of another kind
     */
    public byte[] ed25519Bits() throws KeyException {
        if (kind != KeyKind.ED25519) {
            throw new KeyException("a key for " + algorithms + " is not one for Ed25519");
        }
        return bits.clone();
    }

    /** The key with these public bits. */
    static CheckedPublicKey of(KeyKind kind, byte[] bits) throws KeyException {
        return parse(Der.write(Der.SEQUENCE, kind.algorithmIdentifier(), Der.writeBits(bits)));
    }

    /** What kind of key it is. */
    public KeyKind kind() {
        return kind;
    }

    /** What it may sign with, the usual algorithm first. */
    public List<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    /** What it signs with unless said otherwise. */
    public SignatureAlgorithm usualAlgorithm() {
        return algorithms.get(0);
    }

    /** The curve of an EC key; to be asked of no other. */
    public Curve curve() {
        return Objects.requireNonNull(kind.curve(), "not an EC key");
    }

    /** The numbers of an RSA key; to be asked of no other. */
    RsaPublicKey rsa() {
        return Objects.requireNonNull(rsa, "not an RSA key");
    }

    /** The size that belongs to its name: the bits of an RSA modulus, of the field of a curve. */
    public int size() {
        if (rsa != null) {
            return rsa.modulus().bitLength();
        }
        return kind == KeyKind.EC_P521 ? 521 : 8 * (kind == KeyKind.ED25519 ? 32 : (bits.length - 1) / 2);
    }

    /** The key as the JDK made it. */
    public PublicKey key() {
        return key;
    }

    /** The SubjectPublicKeyInfo. */
    public byte[] spki() {
        return spki.clone();
    }

    /** The uncompressed point of an EC key, the 32 bytes of an Ed25519 key, modulus and exponent of an RSA key in DER. */
    public byte[] bits() {
        return bits.clone();
    }
}
