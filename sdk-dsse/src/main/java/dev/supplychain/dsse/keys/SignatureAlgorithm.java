package dev.supplychain.dsse.keys;

/**
 * How a key signs: curve, hash and padding together. It belongs to the key, never to what was signed.
 *
 * <p>The sizes of RSA keys are those of the key: 2048 to 4096 bits. {@link PkixAlgorithm} has the names that include the
 * size. Later versions may add algorithms.
 */
public enum SignatureAlgorithm {
    /** ECDSA on NIST P-256 over SHA-256; signatures in DER. */
    ECDSA_P256_SHA256("SHA-256"),
    /** ECDSA on NIST P-384 over SHA-384; signatures in DER. */
    ECDSA_P384_SHA384("SHA-384"),
    /** ECDSA on NIST P-521 over SHA-512; signatures in DER. */
    ECDSA_P521_SHA512("SHA-512"),
    /** Ed25519 over the message itself (RFC 8032); signatures of 64 bytes. */
    ED25519(""),
    /** RSASSA-PKCS1-v1_5 over SHA-256 (RFC 8017, section 8.2); signatures as long as the modulus. */
    RSA_PKCS1_SHA256("SHA-256"),
    /** RSASSA-PKCS1-v1_5 over SHA-384. */
    RSA_PKCS1_SHA384("SHA-384"),
    /** RSASSA-PKCS1-v1_5 over SHA-512. */
    RSA_PKCS1_SHA512("SHA-512"),
    /** RSASSA-PSS over SHA-256, MGF1 with the same hash, a salt of 32 bytes (RFC 8017, section 8.1). */
    RSA_PSS_SHA256("SHA-256"),
    /** RSASSA-PSS over SHA-384, MGF1 with the same hash, a salt of 48 bytes. */
    RSA_PSS_SHA384("SHA-384"),
    /** RSASSA-PSS over SHA-512, MGF1 with the same hash, a salt of 64 bytes. */
    RSA_PSS_SHA512("SHA-512");

    private final String hash;

    SignatureAlgorithm(String hash) {
        this.hash = hash;
    }

    /** The JDK's name of the hash that is signed, such as {@code SHA-256}; empty for Ed25519, which takes the message. */
    public String hash() {
        return hash;
    }
}
