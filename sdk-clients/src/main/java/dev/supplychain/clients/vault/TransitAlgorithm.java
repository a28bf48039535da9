package dev.supplychain.clients.vault;

/**
 * How a key of the transit engine signs. The constants are called as those of {@code SignatureAlgorithm} in {@code sdk-dsse},
 * and mean the same.
 */
public enum TransitAlgorithm {
    /** ECDSA on P-256 over SHA-256; signatures in DER. */
    ECDSA_P256_SHA256("SHA-256", ""),
    /** ECDSA on P-384 over SHA-384; signatures in DER. */
    ECDSA_P384_SHA384("SHA-384", ""),
    /** ECDSA on P-521 over SHA-512; signatures in DER. */
    ECDSA_P521_SHA512("SHA-512", ""),
    /** Ed25519 over the message itself, which is sent; signatures of 64 bytes. */
    ED25519("", ""),
    /** RSASSA-PKCS1-v1_5 over SHA-256. */
    RSA_PKCS1_SHA256("SHA-256", "pkcs1v15"),
    /** RSASSA-PKCS1-v1_5 over SHA-384. */
    RSA_PKCS1_SHA384("SHA-384", "pkcs1v15"),
    /** RSASSA-PKCS1-v1_5 over SHA-512. */
    RSA_PKCS1_SHA512("SHA-512", "pkcs1v15"),
    /** RSASSA-PSS over SHA-256 with a salt of 32 bytes. */
    RSA_PSS_SHA256("SHA-256", "pss"),
    /** RSASSA-PSS over SHA-384 with a salt of 48 bytes. */
    RSA_PSS_SHA384("SHA-384", "pss"),
    /** RSASSA-PSS over SHA-512 with a salt of 64 bytes. */
    RSA_PSS_SHA512("SHA-512", "pss");

    private final String hash;
    private final String padding;

    TransitAlgorithm(String hash, String padding) {
        this.hash = hash;
        this.padding = padding;
    }

    /** The JDK's name of the hash that is signed, such as {@code SHA-256}; empty for Ed25519, which takes the message. */
    public String hash() {
        return hash;
    }

    /** Vault's name of the hash, such as {@code sha2-256}. */
    String hashAlgorithm() {
        return "sha2-" + hash.substring(hash.indexOf('-') + 1);
    }

    /** The length of the hash in bytes. */
    int hashBytes() {
        return Integer.parseInt(hash.substring(hash.indexOf('-') + 1)) / 8;
    }

    /** Vault's name of the padding; empty for keys that are not for RSA. */
    String padding() {
        return padding;
    }

    boolean isRsa() {
        return !padding.isEmpty();
    }
}
