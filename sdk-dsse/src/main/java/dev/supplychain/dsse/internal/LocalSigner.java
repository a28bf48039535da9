package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Objects;
import java.util.Set;

/** A private key, ready to sign in one way. */
public final class LocalSigner {
    private final PrivateKey privateKey;
    private final CheckedPublicKey publicKey;
    private final Engine.Signing engine;
    private final Set<LegacyScheme> legacySchemes;

    private LocalSigner(
            PrivateKey privateKey, CheckedPublicKey publicKey, Engine.Signing engine, Set<LegacyScheme> legacySchemes) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.engine = engine;
        this.legacySchemes = legacySchemes;
    }

    /**
     * Signs with the engine that pays.
     *
     * @throws KeyException when the halves do not belong together
     */
    public static LocalSigner of(PrivateKey privateKey, CheckedPublicKey publicKey) throws KeyException {
        return of(privateKey, publicKey, new AdaptiveEngine());
    }

    /**
     * Signs with that provider.
     *
     * @throws KeyException when the halves do not belong together, or the provider does not take the key
     */
    public static LocalSigner of(PrivateKey privateKey, CheckedPublicKey publicKey, Provider provider)
            throws KeyException {
        return of(privateKey, publicKey, JcaEngine.of(provider));
    }

    static LocalSigner of(PrivateKey privateKey, CheckedPublicKey publicKey, Engine engine) throws KeyException {
        try {
            Engine.Signing signing = engine.signing(publicKey.kind().usualAlgorithm(), privateKey, publicKey);
            LocalSigner signer = new LocalSigner(privateKey, publicKey, signing, Set.of());
            KeyPairs.requirePair(signing, publicKey);
            return signer;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeyException(
                    "private key is not one to sign with for " + Fingerprints.openSsh(publicKey) + ": "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    /** The same without randomness. */
    public LocalSigner deterministic() {
        if (algorithm() == SignatureAlgorithm.ED25519) {
            return this;
        }
        try {
            Engine.Signing signing = BouncyCastle.require("signing without randomness (RFC 6979)")
                    .deterministicSigning(algorithm(), privateKey, publicKey);
            return new LocalSigner(privateKey, publicKey, signing, legacySchemes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The same in that unusual way. */
    public LocalSigner legacyScheme(LegacyScheme scheme) {
        if (algorithm() != SignatureAlgorithm.ECDSA_P256_SHA256) {
            throw new IllegalArgumentException("legacy scheme " + scheme + " is not one of " + algorithm());
        }
        return new LocalSigner(privateKey, publicKey, engine, Set.of(scheme));
    }

    /** The unusual ways in which it signs. */
    public Set<LegacyScheme> legacySchemes() {
        return legacySchemes;
    }

    /** How it signs. */
    public SignatureAlgorithm algorithm() {
        return publicKey.kind().usualAlgorithm();
    }

    /** The public half. */
    public CheckedPublicKey publicKey() {
        return publicKey;
    }

    /**
     * PKCS#8 of the private half.
     *
     * @throws KeyException when it does not leave its provider
     */
    public byte[] toPkcs8() throws KeyException {
        return Pkcs8.write(publicKey.kind(), KeyPairs.secretOf(publicKey.kind(), privateKey), publicKey.bits());
    }

    /**
     * The signature over that message.
     *
     * @throws SigningException when the provider does not make one
     * @throws IOException when the message cannot be read
     */
    public byte[] sign(Signable message) throws SigningException, IOException {
        try {
            return encoded(engine.sign(message));
        } catch (GeneralSecurityException | SignatureFormatException | RuntimeException e) {
            throw new SigningException("signing with " + this + " failed: " + e.getMessage(), e);
        }
    }

    private byte[] encoded(byte[] signature) throws SignatureFormatException {
        if (!legacySchemes.contains(LegacyScheme.P1363)) {
            return signature;
        }
        Curve curve = Objects.requireNonNull(publicKey.kind().curve());
        return EcdsaSignature.parseDer(signature, curve).toP1363(curve);
    }

    /** The algorithm and the fingerprint. */
    @Override
    public String toString() {
        return algorithm() + " key " + Fingerprints.openSsh(publicKey);
    }
}
