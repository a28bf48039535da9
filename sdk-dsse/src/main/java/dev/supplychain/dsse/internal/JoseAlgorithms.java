package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.util.Optional;

/**
 * The names that JOSE has for the algorithms.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518, section 3.1</a>
 */
public final class JoseAlgorithms {
    private JoseAlgorithms() {}

    /** The name to write. */
    public static String name(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 -> "ES256";
            case ECDSA_P384_SHA384 -> "ES384";
            case ECDSA_P521_SHA512 -> "ES512";
            case ED25519 -> "EdDSA";
            case RSA_PKCS1_SHA256 -> "RS256";
            case RSA_PKCS1_SHA384 -> "RS384";
            case RSA_PKCS1_SHA512 -> "RS512";
            case RSA_PSS_SHA256 -> "PS256";
            case RSA_PSS_SHA384 -> "PS384";
            case RSA_PSS_SHA512 -> "PS512";
        };
    }

    /** The algorithm of that name; absent when there is none here. */
    public static Optional<SignatureAlgorithm> find(String name) {
        // RFC 9864 names the curve, which RFC 8037 leaves to the key.
        String known = name.equals("Ed25519") ? "EdDSA" : name;
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            if (name(algorithm).equals(known)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
