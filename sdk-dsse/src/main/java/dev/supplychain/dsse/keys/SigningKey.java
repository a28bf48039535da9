package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Fingerprints;
import dev.supplychain.dsse.internal.KeyPairs;
import dev.supplychain.dsse.internal.LocalSigner;
import java.io.IOException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;

/**
 * A key pair that signs in this process. The private half appears in no text.
 *
 * <p>It is immutable and may be used by several threads; {@link #withKeyId}, {@link #deterministic} and {@link
 * #legacyScheme} return another one.
 */
public final class SigningKey implements Signer {
    private final LocalSigner signer;
    private final KeyId keyId;

    private SigningKey(LocalSigner signer, KeyId keyId) {
        this.signer = signer;
        this.keyId = keyId;
    }

    /** A new key for that algorithm. */
    public static SigningKey generate(SignatureAlgorithm algorithm) {
        KeyPair pair = KeyPairs.generate(algorithm);
        try {
            return of(pair.getPrivate(), pair.getPublic());
        } catch (KeyException e) {
            throw new IllegalStateException("the JDK made a key that is refused here", e);
        }
    }

    /**
     * The key pair of these halves; the private one may lie in hardware.
     *
     * @throws KeyException when the public key is weak or of a kind that is not allowed, or the private one does not
     *     belong to it
     */
    public static SigningKey of(PrivateKey privateKey, PublicKey publicKey) throws KeyException {
        return of(LocalSigner.of(privateKey, CheckedPublicKey.of(publicKey)));
    }

    /**
     * {@link #of(PrivateKey, PublicKey)} with signatures made by that provider, which need not be installed: a native
     * one, or that of a hardware module.
     *
     * @throws KeyException when the public key is weak or of a kind that is not allowed, the private one does not belong
     *     to it, or the provider does not take it
     */
    public static SigningKey of(PrivateKey privateKey, PublicKey publicKey, Provider provider) throws KeyException {
        CheckedPublicKey checked = CheckedPublicKey.of(publicKey);
        return of(LocalSigner.of(privateKey, checked, provider));
    }

    static SigningKey of(LocalSigner signer) {
        return new SigningKey(signer, KeyId.of(Fingerprints.openSsh(signer.publicKey())));
    }

    /** The same key naming itself so in envelopes; {@link KeyId#empty()} for no name. */
    public SigningKey withKeyId(KeyId newKeyId) {
        return new SigningKey(signer, newKeyId);
    }

    /**
     * The same key signing without randomness, so that equal messages have equal signatures (RFC 6979; Ed25519 always
     * does).
     *
     * @throws MissingComponentException when the algorithm is ECDSA and BouncyCastle is absent
     * @throws IllegalStateException when the private key does not leave its provider
     */
    public SigningKey deterministic() {
        return new SigningKey(signer.deterministic(), keyId);
    }

    /**
     * The same key signing in that unusual way, for verifiers that expect it.
     *
     * @throws IllegalArgumentException when the scheme is not one of the key's algorithm
     */
    public SigningKey legacyScheme(LegacyScheme scheme) {
        return new SigningKey(signer.legacyScheme(scheme), keyId);
    }

    /** Trust in this key at any time, for example by a test or by the same process later. */
    public TrustedKey toTrustedKey() {
        try {
            TrustedKey.Builder trusted = TrustedKey.builder().publicKey(publicKey());
            signer.legacySchemes().forEach(trusted::legacyScheme);
            return trusted.build();
        } catch (KeyException e) {
            throw new IllegalStateException("a key that was accepted is refused", e);
        }
    }

    @Override
    public PublicKey publicKey() {
        return signer.publicKey().key();
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return signer.algorithm();
    }

    /** The OpenSSH fingerprint unless {@link #withKeyId} said otherwise. */
    @Override
    public String keyId() {
        return keyId.text();
    }

    @Override
    public byte[] sign(byte[] message) throws SigningException {
        try {
            return sign(Signable.of(message));
        } catch (IOException e) {
            throw new SigningException("signing with " + this + " failed", e);
        }
    }

    @Override
    public byte[] sign(Signable message) throws SigningException, IOException {
        return signer.sign(message);
    }

    /** PKCS#8, for {@link PemKeys}. */
    byte[] toPkcs8() throws KeyException {
        return signer.toPkcs8();
    }

    /** The algorithm and the fingerprint; nothing of the private half. */
    @Override
    public String toString() {
        return signer.toString();
    }
}
