package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import java.security.PublicKey;
import java.util.Optional;

/**
 * The signature algorithms of Binary Authorization by their names there, which include the size of the key.
 *
 * <p>{@link #parse} takes the aliases too: {@code RSA_SIGN_PSS_2048_SHA256}, {@code EC_SIGN_P256_SHA256}.
 *
 * @see <a
 *     href="https://cloud.google.com/binary-authorization/docs/reference/rest/v1/projects.attestors#SignatureAlgorithm">Binary
 *     Authorization, SignatureAlgorithm</a>
 */
public enum PkixAlgorithm {
    /** RSASSA-PSS with a key of 2048 bits over SHA-256. */
    RSA_PSS_2048_SHA256(1, 2048, SignatureAlgorithm.RSA_PSS_SHA256),
    /** RSASSA-PSS with a key of 3072 bits over SHA-256. */
    RSA_PSS_3072_SHA256(2, 3072, SignatureAlgorithm.RSA_PSS_SHA256),
    /** RSASSA-PSS with a key of 4096 bits over SHA-256. */
    RSA_PSS_4096_SHA256(3, 4096, SignatureAlgorithm.RSA_PSS_SHA256),
    /** RSASSA-PSS with a key of 4096 bits over SHA-512. */
    RSA_PSS_4096_SHA512(4, 4096, SignatureAlgorithm.RSA_PSS_SHA512),
    /** RSASSA-PKCS1-v1_5 with a key of 2048 bits over SHA-256. */
    RSA_SIGN_PKCS1_2048_SHA256(5, 2048, SignatureAlgorithm.RSA_PKCS1_SHA256),
    /** RSASSA-PKCS1-v1_5 with a key of 3072 bits over SHA-256. */
    RSA_SIGN_PKCS1_3072_SHA256(6, 3072, SignatureAlgorithm.RSA_PKCS1_SHA256),
    /** RSASSA-PKCS1-v1_5 with a key of 4096 bits over SHA-256. */
    RSA_SIGN_PKCS1_4096_SHA256(7, 4096, SignatureAlgorithm.RSA_PKCS1_SHA256),
    /** RSASSA-PKCS1-v1_5 with a key of 4096 bits over SHA-512. */
    RSA_SIGN_PKCS1_4096_SHA512(8, 4096, SignatureAlgorithm.RSA_PKCS1_SHA512),
    /** ECDSA on P-256 over SHA-256, in DER. */
    ECDSA_P256_SHA256(9, 256, SignatureAlgorithm.ECDSA_P256_SHA256),
    /** ECDSA on P-384 over SHA-384, in DER. */
    ECDSA_P384_SHA384(10, 384, SignatureAlgorithm.ECDSA_P384_SHA384),
    /** ECDSA on P-521 over SHA-512, in DER. */
    ECDSA_P521_SHA512(11, 521, SignatureAlgorithm.ECDSA_P521_SHA512);

    private final int number;
    private final int keySize;
    private final SignatureAlgorithm algorithm;

    PkixAlgorithm(int number, int keySize, SignatureAlgorithm algorithm) {
        this.number = number;
        this.keySize = keySize;
        this.algorithm = algorithm;
    }

    /**
     * The algorithm of that name.
     *
     * @return absent when it is {@code SIGNATURE_ALGORITHM_UNSPECIFIED}, {@code ML_DSA_65}, or not known here
     */
    public static Optional<PkixAlgorithm> parse(String name) {
        String canonical = name.startsWith("RSA_SIGN_PSS_")
                ? "RSA_PSS_".concat(name.substring("RSA_SIGN_PSS_".length()))
                : name.startsWith("EC_SIGN_") ? "ECDSA_".concat(name.substring("EC_SIGN_".length())) : name;
        for (PkixAlgorithm algorithm : values()) {
            if (algorithm.name().equals(canonical)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** Its number in the service's protocol buffers. */
    public int number() {
        return number;
    }

    /** The bits of the RSA modulus, or of the field of the curve. */
    public int keySize() {
        return keySize;
    }

    /** How such a key signs. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Trust in that key for this algorithm alone.
     *
     * @throws KeyException when the key is weak, or of another kind or size
     */
    public TrustedKey trustedKey(PublicKey key) throws KeyException {
        CheckedPublicKey checked = CheckedPublicKey.of(key);
        if (!checked.algorithms().contains(algorithm) || checked.size() != keySize) {
            throw new KeyException(
                    "a key of " + checked.size() + " bits for " + checked.algorithms() + " is not one for " + name());
        }
        return TrustedKey.builder().publicKey(key).addAlgorithm(algorithm).build();
    }
}
