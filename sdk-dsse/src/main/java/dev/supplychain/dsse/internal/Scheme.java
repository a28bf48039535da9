package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.util.Set;

/**
 * All that an engine has to know to sign or verify with a key.
 *
 * @param algorithm what the key does
 * @param hash the JDK's name of the hash that is signed; empty for Ed25519
 * @param saltLength the bytes of salt in a PSS signature; 0 for other algorithms
 * @param prehashed true for Ed25519ph
 */
public record Scheme(SignatureAlgorithm algorithm, String hash, int saltLength, boolean prehashed) {
    /** The families of algorithms, each with code of its own. */
    public enum Family {
        /** ECDSA. */
        ECDSA,
        /** Ed25519 and Ed25519ph. */
        ED25519,
        /** RSASSA-PKCS1-v1_5. */
        RSA_PKCS1,
        /** RSASSA-PSS. */
        RSA_PSS
    }

    /** What that key does under these legacy schemes. */
    public static Scheme of(SignatureAlgorithm algorithm, CheckedPublicKey key, Set<LegacyScheme> legacySchemes) {
        String hash = algorithm.hash();
        return switch (familyOf(algorithm)) {
            case ECDSA ->
                new Scheme(algorithm, legacySchemes.contains(LegacyScheme.ECDSA_SHA256) ? "SHA-256" : hash, 0, false);
            case ED25519 -> new Scheme(algorithm, "", 0, legacySchemes.contains(LegacyScheme.ED25519PH));
            case RSA_PKCS1 -> new Scheme(algorithm, hash, 0, false);
            case RSA_PSS -> {
                int usual = RsaSignature.hashLength(hash);
                boolean maximal = legacySchemes.contains(LegacyScheme.PSS_MAX_SALT);
                yield new Scheme(algorithm, hash, maximal ? RsaSignature.longestSalt(key.rsa(), usual) : usual, false);
            }
        };
    }

    /** The family of the algorithm. */
    public Family family() {
        return familyOf(algorithm);
    }

    /**
     * Refuses a scheme that says nothing about that key.
     *
     * @throws IllegalArgumentException when it is for other keys, or for none of those algorithms
     */
    public static void requireFits(LegacyScheme scheme, CheckedPublicKey key, Set<SignatureAlgorithm> algorithms) {
        boolean fits = switch (scheme) {
            case RAW_PAYLOAD -> true;
            case P1363 -> key.kind().curve() != null;
            case ECDSA_SHA256 -> key.kind() == KeyKind.EC_P384 || key.kind() == KeyKind.EC_P521;
            case ED25519PH -> key.kind() == KeyKind.ED25519;
            case PSS_MAX_SALT -> hasPss(algorithms);
        };
        if (!fits) {
            throw new IllegalArgumentException("legacy scheme " + scheme + " is not one of a key for " + algorithms);
        }
    }

    private static boolean hasPss(Set<SignatureAlgorithm> algorithms) {
        for (SignatureAlgorithm algorithm : algorithms) {
            if (familyOf(algorithm) == Family.RSA_PSS) {
                return true;
            }
        }
        return false;
    }

    static Family familyOf(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256_SHA256, ECDSA_P384_SHA384, ECDSA_P521_SHA512 -> Family.ECDSA;
            case ED25519 -> Family.ED25519;
            case RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512 -> Family.RSA_PKCS1;
            case RSA_PSS_SHA256, RSA_PSS_SHA384, RSA_PSS_SHA512 -> Family.RSA_PSS;
        };
    }
}
