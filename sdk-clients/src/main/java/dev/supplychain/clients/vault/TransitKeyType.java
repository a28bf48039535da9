package dev.supplychain.clients.vault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of keys with which the transit engine signs, and which have a public half. */
public enum TransitKeyType {
    /** {@code ecdsa-p256}: the one that cosign and Harness use. */
    ECDSA_P256("ecdsa-p256", TransitAlgorithm.ECDSA_P256_SHA256),
    /** {@code ecdsa-p384}. */
    ECDSA_P384("ecdsa-p384", TransitAlgorithm.ECDSA_P384_SHA384),
    /** {@code ecdsa-p521}. */
    ECDSA_P521("ecdsa-p521", TransitAlgorithm.ECDSA_P521_SHA512),
    /** {@code ed25519}. */
    ED25519("ed25519", TransitAlgorithm.ED25519),
    /** {@code rsa-2048}. */
    RSA_2048("rsa-2048", TransitAlgorithm.RSA_PKCS1_SHA256),
    /** {@code rsa-3072}. */
    RSA_3072("rsa-3072", TransitAlgorithm.RSA_PKCS1_SHA256),
    /** {@code rsa-4096}. */
    RSA_4096("rsa-4096", TransitAlgorithm.RSA_PKCS1_SHA256);

    private final String text;
    private final TransitAlgorithm algorithm;

    TransitKeyType(String text, TransitAlgorithm algorithm) {
        this.text = text;
        this.algorithm = algorithm;
    }

    /** Vault's name of it. */
    public String text() {
        return text;
    }

    /** How such a key signs unless said otherwise: RSA keys with RSASSA-PKCS1-v1_5 over SHA-256. */
    public TransitAlgorithm algorithm() {
        return algorithm;
    }

    /** All ways in which such a key signs. */
    public Set<TransitAlgorithm> algorithms() {
        return algorithm.isRsa()
                ? Arrays.stream(TransitAlgorithm.values())
                        .filter(TransitAlgorithm::isRsa)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TransitAlgorithm.class)))
                : EnumSet.of(algorithm);
    }

    static Optional<TransitKeyType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
