package dev.supplychain.dsse.keys;

import java.util.HexFormat;
import java.util.Optional;

/** The curves of JSON Web Keys (RFC 7518, section 6.2.1.1; RFC 8037, section 2). */
enum JwkCurve {
    P256("EC", "P-256", "301306072a8648ce3d020106082a8648ce3d030107", 32),
    P384("EC", "P-384", "301006072a8648ce3d020106052b81040022", 48),
    P521("EC", "P-521", "301006072a8648ce3d020106052b81040023", 66),
    ED25519("OKP", "Ed25519", "300506032b6570", 32);

    private static final String RSA = "300d06092a864886f70d0101010500";

    private final String keyType;
    private final String text;
    private final String identifier;
    private final int bytes;

    JwkCurve(String keyType, String text, String identifier, int bytes) {
        this.keyType = keyType;
        this.text = text;
        this.identifier = identifier;
        this.bytes = bytes;
    }

    /** The value of {@code kty}. */
    String keyType() {
        return keyType;
    }

    /** The value of {@code crv}. */
    String text() {
        return text;
    }

    /** The DER of the AlgorithmIdentifier of its keys. */
    byte[] identifier() {
        return HexFormat.of().parseHex(identifier);
    }

    /** The DER of the AlgorithmIdentifier of RSA keys, which have no curve. */
    static byte[] rsaIdentifier() {
        return HexFormat.of().parseHex(RSA);
    }

    /** The bytes of a coordinate, and of a secret. */
    int bytes() {
        return bytes;
    }

    static Optional<JwkCurve> find(String keyType, String text) {
        for (JwkCurve curve : values()) {
            if (curve.keyType.equals(keyType) && curve.text.equals(text)) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    static Optional<JwkCurve> find(byte[] identifier) {
        String hex = HexFormat.of().formatHex(identifier);
        for (JwkCurve curve : values()) {
            if (curve.identifier.equals(hex)) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }
}
