package dev.supplychain.dsse.keys;

/**
 * How a key signs: curve, hash and padding together. It belongs to the key, never to what was signed.
 *
 * <p>Later versions may add algorithms.
 */
public enum SignatureAlgorithm {
    /** ECDSA on NIST P-256 over SHA-256; signatures in DER. */
    ECDSA_P256_SHA256,
    /** Ed25519 over the message itself (RFC 8032); signatures of 64 bytes. */
    ED25519
}
