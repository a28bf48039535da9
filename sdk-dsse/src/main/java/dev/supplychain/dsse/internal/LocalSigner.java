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
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** A private key, ready to sign in one way. */
public final class LocalSigner {
    private final PrivateHalf privateHalf;
    private final CheckedPublicKey publicKey;
    private final SignatureAlgorithm algorithm;
    private final Set<LegacyScheme> legacySchemes;
    private final boolean deterministic;
    private final int way;

    private LocalSigner(
            PrivateHalf privateHalf,
            CheckedPublicKey publicKey,
            SignatureAlgorithm algorithm,
            Set<LegacyScheme> legacySchemes,
            boolean deterministic)
            throws GeneralSecurityException {
        this.privateHalf = privateHalf;
        this.publicKey = publicKey;
        this.algorithm = algorithm;
        this.legacySchemes = legacySchemes;
        this.deterministic = deterministic;
        this.way = privateHalf.prepare(Scheme.of(algorithm, publicKey, legacySchemes), publicKey, deterministic);
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
            LocalSigner signer = new LocalSigner(
                    new PrivateHalf(privateKey, engine), publicKey, publicKey.usualAlgorithm(), Set.of(), false);
            KeyPairs.requirePair(signer);
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
        return switch (Scheme.familyOf(algorithm)) {
            case ED25519, RSA_PKCS1 -> this;
            case ECDSA -> with(algorithm, legacySchemes, true);
            case RSA_PSS -> throw new IllegalArgumentException(algorithm + " signs with a random salt, always");
        };
    }

    /** The same in that unusual way too. */
    public LocalSigner legacyScheme(LegacyScheme scheme) {
        Scheme.requireFits(scheme, publicKey, Set.of(algorithm));
        Set<LegacyScheme> all = new LinkedHashSet<>(legacySchemes);
        all.add(scheme);
        return with(algorithm, Set.copyOf(all), deterministic);
    }

    /** The same with another algorithm of its key. */
    public LocalSigner algorithm(SignatureAlgorithm other) {
        if (!publicKey.algorithms().contains(other)) {
            throw new IllegalArgumentException(other + " is not an algorithm of a key for " + publicKey.algorithms());
        }
        return other == algorithm ? this : with(other, Set.of(), false);
    }

    private LocalSigner with(SignatureAlgorithm other, Set<LegacyScheme> schemes, boolean withoutRandomness) {
        try {
            return new LocalSigner(privateHalf, publicKey, other, schemes, withoutRandomness);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The unusual ways in which it signs. */
    public Set<LegacyScheme> legacySchemes() {
        return legacySchemes;
    }

    /** How it signs. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The public half. */
    public CheckedPublicKey publicKey() {
        return publicKey;
    }

    /** Ends all that was made from the private key. */
    public void destroy() {
        privateHalf.destroy();
    }

    /** True after {@link #destroy}. */
    public boolean isDestroyed() {
        return privateHalf.isDestroyed();
    }

    /**
     * PKCS#8 of the private half.
     *
     * @throws KeyException when it does not leave its provider
     */
    public byte[] toPkcs8() throws KeyException {
        return Pkcs8.write(publicKey, privateHalf.key());
    }

    /**
     * The signature over that message.
     *
     * @throws SigningException when the provider does not make one
     * @throws IOException when the message cannot be read
     */
    public byte[] sign(Signable message) throws SigningException, IOException {
        try {
            return encoded(privateHalf.sign(way, message));
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
