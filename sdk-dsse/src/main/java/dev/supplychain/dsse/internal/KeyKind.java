package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of key that are allowed, each with the beginning of its AlgorithmIdentifier. */
public enum KeyKind {
    /** An EC key on NIST P-256, the curve given by name. */
    EC_P256("EC", Curve.P256, "301306072a8648ce3d020106082a8648ce3d030107", SignatureAlgorithm.ECDSA_P256_SHA256),
    /** An EC key on NIST P-384, the curve given by name. */
    EC_P384("EC", Curve.P384, "301006072a8648ce3d020106052b81040022", SignatureAlgorithm.ECDSA_P384_SHA384),
    /** An EC key on NIST P-521, the curve given by name. */
    EC_P521("EC", Curve.P521, "301006072a8648ce3d020106052b81040023", SignatureAlgorithm.ECDSA_P521_SHA512),
    /** An Ed25519 key (RFC 8410). */
    ED25519("Ed25519", null, "300506032b6570", SignatureAlgorithm.ED25519),
    /** An RSA key for whatever padding (RFC 3279, section 2.3.1). */
    RSA(
            "RSA",
            null,
            "300d06092a864886f70d0101010500",
            SignatureAlgorithm.RSA_PKCS1_SHA256,
            SignatureAlgorithm.RSA_PKCS1_SHA384,
            SignatureAlgorithm.RSA_PKCS1_SHA512,
            SignatureAlgorithm.RSA_PSS_SHA256,
            SignatureAlgorithm.RSA_PSS_SHA384,
            SignatureAlgorithm.RSA_PSS_SHA512),
    /** An RSA key for RSASSA-PSS alone (RFC 4055, section 1.2); its parameters may name the hash. */
    RSA_PSS(
            "RSASSA-PSS",
            null,
            "300b06092a864886f70d01010a",
            SignatureAlgorithm.RSA_PSS_SHA256,
            SignatureAlgorithm.RSA_PSS_SHA384,
            SignatureAlgorithm.RSA_PSS_SHA512);

    /** The kinds, for messages. */
    static final String ALLOWED = "allowed are EC on P-256, P-384 and P-521, Ed25519, and RSA of 2048 to 4096 bits";

    private static final String EC_OID = "1.2.840.10045.2.1";
    private static final String PSS_OID = "1.2.840.113549.1.1.10";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.1", "RSA"),
            Map.entry(PSS_OID, "RSA-PSS"),
            Map.entry("1.2.840.10040.4.1", "DSA"),
            Map.entry("1.3.101.110", "X25519"),
            Map.entry("1.3.101.111", "X448"),
            Map.entry("1.3.101.113", "Ed448"),
            Map.entry("1.3.132.0.33", "P-224"),
            Map.entry("1.3.132.0.10", "secp256k1"),
            Map.entry("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
            Map.entry("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
            Map.entry("2.16.840.1.101.3.4.3.19", "ML-DSA-87"));

    private final String jcaName;
    private final @Nullable Curve curve;
    private final String algorithmIdentifier;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<SignatureAlgorithm> algorithms;

    KeyKind(String jcaName, @Nullable Curve curve, String algorithmIdentifier, SignatureAlgorithm... algorithms) {
        this.jcaName = jcaName;
        this.curve = curve;
        this.algorithmIdentifier = algorithmIdentifier;
        this.algorithms = List.of(algorithms);
    }

    /** The name of its key factory in the JDK. */
    String jcaName() {
        return jcaName;
    }

    /** The curve of an EC key; null for other kinds. */
    @Nullable
    Curve curve() {
        return curve;
    }

    /** True for the two kinds of RSA key. */
    public boolean isRsa() {
        return this == RSA || this == RSA_PSS;
    }

    /** The DER of its AlgorithmIdentifier, without parameters for RSASSA-PSS. */
    byte[] algorithmIdentifier() {
        return HexFormat.of().parseHex(algorithmIdentifier);
    }

    /** What keys of this kind may sign with, the usual one first. */
    List<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    /**
     * The kind with this AlgorithmIdentifier.
     *
     * @throws KeyException when it is none of those allowed; it names what was found
     */
    static KeyKind of(byte[] algorithmIdentifier) throws KeyException {
        for (KeyKind kind : values()) {
            if (Arrays.equals(kind.algorithmIdentifier(), algorithmIdentifier)) {
                return kind;
            }
        }
        if (PssParameters.belongTo(algorithmIdentifier)) {
            return RSA_PSS;
        }
        throw new KeyException(describe(algorithmIdentifier) + " is not allowed; " + ALLOWED);
    }

    private static String describe(byte[] algorithmIdentifier) {
        try {
            Der sequence = Der.readSequence(algorithmIdentifier);
            String algorithm = sequence.oid();
            if (!algorithm.equals(EC_OID)) {
                return "a key of kind " + NAMES.getOrDefault(algorithm, algorithm);
            }
            if (!sequence.nextIs(Der.OID)) {
                return "an EC key whose curve is not given by name";
            }
            String curve = sequence.oid();
            return "an EC key on curve " + NAMES.getOrDefault(curve, curve);
        } catch (DerException e) {
            return "a key whose kind is not readable (" + e.getMessage() + ")";
        }
    }
}
