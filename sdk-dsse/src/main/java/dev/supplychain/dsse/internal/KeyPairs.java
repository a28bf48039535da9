package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Set;
import javax.crypto.KeyAgreement;

/** Private keys with the public ones that belong to them; secret numbers are only ever given to the JDK's own code. */
public final class KeyPairs {
    private static final byte[] TRIAL =
            "does the private key belong to the public one?".getBytes(StandardCharsets.US_ASCII);

    private KeyPairs() {}

    /**
     * A new pair.
     *
     * @param bits the size of an RSA modulus; of no meaning for other keys
     */
    public static KeyPair generate(SignatureAlgorithm algorithm, int bits) {
        try {
            return switch (algorithm) {
                case ECDSA_P256_SHA256 -> generate("EC", new ECGenParameterSpec("secp256r1"), new SecureRandom());
                case ECDSA_P384_SHA384 -> generate("EC", new ECGenParameterSpec("secp384r1"), new SecureRandom());
                case ECDSA_P521_SHA512 -> generate("EC", new ECGenParameterSpec("secp521r1"), new SecureRandom());
                case ED25519 -> generate("Ed25519", NamedParameterSpec.ED25519, new SecureRandom());
                case RSA_PKCS1_SHA256,
                        RSA_PKCS1_SHA384,
                        RSA_PKCS1_SHA512,
                        RSA_PSS_SHA256,
                        RSA_PSS_SHA384,
                        RSA_PSS_SHA512 ->
                    generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), new SecureRandom());
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK makes no key for " + algorithm, e);
        }
    }

    private static KeyPair generate(String name, AlgorithmParameterSpec parameters, SecureRandom random)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
        generator.initialize(parameters, random);
        return generator.generateKeyPair();
    }

    /**
     * The private key with this secret: the scalar of an EC key, the seed of an Ed25519 key.
     *
     * @throws KeyException when the secret is out of range
     */
    static PrivateKey privateKey(KeyKind kind, byte[] secret) throws KeyException {
        Curve curve = kind.curve();
        int size = curve == null ? 32 : curve.bytes();
        if (secret.length != size) {
            throw new KeyException("private key has " + secret.length + " bytes instead of " + size);
        }
        if (curve != null && !isScalar(new BigInteger(1, secret), curve)) {
            throw new KeyException("private key is zero or not below the group order");
        }
        try {
            return KeyFactory.getInstance(kind.jcaName())
                    .generatePrivate(new PKCS8EncodedKeySpec(Pkcs8.write(kind, secret, null)));
        } catch (GeneralSecurityException e) {
            throw new KeyException("private key is refused by the JDK", e);
        }
    }

    /**
     * The private RSA key in this PrivateKeyInfo.
     *
     * @throws KeyException when the JDK refuses it
     */
    static PrivateKey rsaPrivateKey(KeyKind kind, byte[] pkcs8) throws KeyException {
        try {
            return KeyFactory.getInstance(kind.jcaName()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | RuntimeException e) {
            // What the JDK says could quote the key.
            throw new KeyException("private key is refused by the JDK");
        }
    }

    private static boolean isScalar(BigInteger number, Curve curve) {
        return number.signum() > 0 && number.compareTo(curve.order()) < 0;
    }

    /**
     * The public key that belongs to this private one.
     *
     * @throws KeyException when the JDK does not lend a hand
     */
    static CheckedPublicKey publicKeyOf(KeyKind kind, PrivateKey privateKey, byte[] secret) throws KeyException {
        Curve curve = kind.curve();
        try {
            return curve == null
                    ? CheckedPublicKey.of(generate("Ed25519", NamedParameterSpec.ED25519, new Scripted(secret))
                            .getPublic())
                    : publicPoint(kind, curve, privateKey);
        } catch (GeneralSecurityException e) {
            throw new KeyException("the public key could not be computed from the private one", e);
        }
    }

    /**
     * The base point times the private key. A key agreement with the base point gives its x-coordinate, in constant
     * time; which of the two points it is, a signature tells.
     */
    private static CheckedPublicKey publicPoint(KeyKind kind, Curve curve, PrivateKey privateKey)
            throws GeneralSecurityException, KeyException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey);
        agreement.doPhase(
                CheckedPublicKey.of(kind, curve.point(curve.baseX(), false)).key(), true);
        BigInteger x = new BigInteger(1, agreement.generateSecret());
        CheckedPublicKey even = CheckedPublicKey.of(kind, curve.point(x, false));
        CheckedPublicKey odd = CheckedPublicKey.of(kind, curve.point(x, true));
        Scheme usual = Scheme.of(even.usualAlgorithm(), even, Set.of());
        Engine.Signing signing = JcaEngine.installed().signing(usual, privateKey, even);
        return isPair(even, signing) ? even : odd;
    }

    /**
     * The scalar of an EC key, the seed of an Ed25519 key.
     *
     * @throws KeyException when it does not leave its provider
     */
    static byte[] secretOf(KeyKind kind, PrivateKey privateKey) throws KeyException {
        Curve curve = kind.curve();
        if (curve != null && privateKey instanceof ECPrivateKey ec) {
            return curve.fixed(ec.getS());
        }
        if (privateKey instanceof EdECPrivateKey ed && ed.getBytes().isPresent()) {
            return ed.getBytes().get();
        }
        throw new KeyException("the private key does not leave its provider");
    }

    /**
     * Refuses a private key that does not belong to the public one: signatures would be of use to nobody, and of Ed25519
     * would give the key away.
     *
     * @throws KeyException when a trial signature does not verify
     */
    static void requirePair(LocalSigner signer) throws GeneralSecurityException, KeyException {
        CheckedPublicKey publicKey = signer.publicKey();
        boolean pair = isPair(publicKey, trial -> {
            try {
                return signer.sign(trial);
            } catch (SigningException e) {
                throw new GeneralSecurityException(e);
            }
        });
        if (!pair) {
            throw new KeyException("private key does not belong to public key " + Fingerprints.openSsh(publicKey));
        }
    }

    private static boolean isPair(CheckedPublicKey publicKey, Engine.Signing signing) throws GeneralSecurityException {
        KeyVerifier verifier = new KeyVerifier(publicKey.usualAlgorithm(), publicKey, Set.of(), JcaEngine.installed());
        try {
            Signable trial = Signable.of(TRIAL);
            return verifier.problemOf(trial, signing.sign(trial)).isEmpty();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are readable", e);
        }
    }

    /** Lets the JDK generate the Ed25519 key with a known seed; it offers no other way to the public key. */
    private static final class Scripted extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] seed;

        Scripted(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
        }
    }
}
