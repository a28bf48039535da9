package dev.supplychain.model.cosign;

/**
 * The hash functions of {@link HashOutput}.
 *
 * <p>Proto: {@code dev.sigstore.common.v1.HashAlgorithm}.
 */
public enum HashAlgorithm {
    /** Not set. */
    HASH_ALGORITHM_UNSPECIFIED,
    /** SHA-256. */
    SHA2_256,
    /** SHA-384. */
    SHA2_384,
    /** SHA-512. */
    SHA2_512,
    /** SHA3-256. */
    SHA3_256,
    /** SHA3-384. */
    SHA3_384
}
