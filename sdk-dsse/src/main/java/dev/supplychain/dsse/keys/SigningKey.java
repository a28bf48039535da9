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
import javax.security.auth.Destroyable;

/**
 * A key pair that signs in this process. The private half appears in no text.
 *
 * <p>Until {@link #destroy} it does not change, and may be used by several threads; {@link #withKeyId}, {@link
 * #withAlgorithm}, {@link #deterministic} and {@link #legacyScheme} return another one.
 */
public final class SigningKey implements Signer, Destroyable {
    private static final int RSA_BITS = 3072;

    private final LocalSigner signer;
    private final KeyId keyId;

    private SigningKey(LocalSigner signer, KeyId keyId) {
        this.signer = signer;
        this.keyId = keyId;
    }

    /** A new key for that algorithm; one for RSA has 3072 bits. */
    public static SigningKey generate(SignatureAlgorithm algorithm) {
        return generate(algorithm, RSA_BITS);
    }

    /** A new key for that algorithm, of the size that belongs to it. */
    public static SigningKey generate(PkixAlgorithm algorithm) {
        return generate(algorithm.algorithm(), algorithm.keySize());
    }

    private static SigningKey generate(SignatureAlgorithm algorithm, int bits) {
        KeyPair pair = KeyPairs.generate(algorithm, bits);
        try {
            return of(pair.getPrivate(), pair.getPublic()).withAlgorithm(algorithm);
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
     * The same key signing with another algorithm; an RSA key signs with {@link SignatureAlgorithm#RSA_PKCS1_SHA256} unless
     * said otherwise.
     *
     * @throws IllegalArgumentException when the algorithm is not one of the key's
     */
    public SigningKey withAlgorithm(SignatureAlgorithm algorithm) {
        return new SigningKey(signer.algorithm(algorithm), keyId);
    }

    /**
     * The same key signing without randomness, so that equal messages have equal signatures (RFC 6979; Ed25519 always
     * and RSASSA-PKCS1-v1_5 always do).
     *
     * @throws MissingComponentException when the algorithm is ECDSA and BouncyCastle is absent
     * @throws IllegalArgumentException when the algorithm is RSASSA-PSS, whose salt is random
     * @throws IllegalStateException when the private key does not leave its provider, or has been destroyed
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

    /**
     * Ends this key and all that {@link #withKeyId}, {@link #withAlgorithm}, {@link #deterministic} and {@link #legacyScheme}
     * made of it: signing throws {@link SigningException} from now on. The private half is asked to destroy itself, and
     * forgotten; keys of the JDK leave the memory to the garbage collector.
     */
    @Override
    public void destroy() {
        signer.destroy();
    }

    /** True after {@link #destroy}. */
    @Override
    public boolean isDestroyed() {
        return signer.isDestroyed();
    }

    /** Trust in this key with its algorithm at any time, for example by a test or by the same process later. */
    public TrustedKey toTrustedKey() {
        try {
            TrustedKey.Builder trusted =
                    TrustedKey.builder().publicKey(publicKey()).addAlgorithm(algorithm());
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
