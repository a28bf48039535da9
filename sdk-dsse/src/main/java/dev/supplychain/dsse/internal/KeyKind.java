package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of key that are allowed, each with the one encoding of its AlgorithmIdentifier. */
public enum KeyKind {
    /** An EC key on NIST P-256, the curve given by name. */
    EC_P256("EC", Curve.P256, "301306072a8648ce3d020106082a8648ce3d030107", SignatureAlgorithm.ECDSA_P256_SHA256),
    /** An Ed25519 key (RFC 8410). */
    ED25519("Ed25519", null, "300506032b6570", SignatureAlgorithm.ED25519);

    private static final String ALLOWED = "allowed are EC on P-256 and Ed25519";
    private static final String EC = "1.2.840.10045.2.1";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.1", "RSA"),
            Map.entry("1.2.840.113549.1.1.10", "RSA-PSS"),
            Map.entry("1.2.840.10040.4.1", "DSA"),
            Map.entry("1.3.101.110", "X25519"),
            Map.entry("1.3.101.111", "X448"),
            Map.entry("1.3.101.113", "Ed448"),
            Map.entry("1.3.132.0.34", "P-384"),
            Map.entry("1.3.132.0.35", "P-521"),
            Map.entry("1.3.132.0.33", "P-224"),
            Map.entry("1.3.132.0.10", "secp256k1"),
            Map.entry("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
            Map.entry("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
            Map.entry("2.16.840.1.101.3.4.3.19", "ML-DSA-87"));

    private final String jcaName;
    private final @Nullable Curve curve;
    private final String algorithmIdentifier;
    private final SignatureAlgorithm usualAlgorithm;

    KeyKind(String jcaName, @Nullable Curve curve, String algorithmIdentifier, SignatureAlgorithm usualAlgorithm) {
        this.jcaName = jcaName;
        this.curve = curve;
        this.algorithmIdentifier = algorithmIdentifier;
        this.usualAlgorithm = usualAlgorithm;
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

    /** The DER of its AlgorithmIdentifier. */
    byte[] algorithmIdentifier() {
        return HexFormat.of().parseHex(algorithmIdentifier);
    }

    /** What keys of this kind sign with unless said otherwise. */
    public SignatureAlgorithm usualAlgorithm() {
        return usualAlgorithm;
    }

    /** What keys of this kind may sign with. */
    public List<SignatureAlgorithm> algorithms() {
        return List.of(usualAlgorithm);
    }

    /** What is wrong with the bits of a public key of this kind; absent when they are a point to be used. */
    Optional<String> problemOf(byte[] publicBits) {
        return curve == null ? Edwards25519.problemOfKey(publicBits) : curve.problemOf(publicBits);
    }

    /**
     * The kind with this AlgorithmIdentifier.
     *
     * @throws KeyException when it is none of those allowed; it names what was found
     */
    static KeyKind of(byte[] algorithmIdentifier) throws KeyException {
        String hex = HexFormat.of().formatHex(algorithmIdentifier);
        for (KeyKind kind : values()) {
            if (kind.algorithmIdentifier.equals(hex)) {
                return kind;
            }
        }
        throw new KeyException(describe(algorithmIdentifier) + " is not allowed; " + ALLOWED);
    }

    private static String describe(byte[] algorithmIdentifier) {
        try {
            Der sequence = Der.readSequence(algorithmIdentifier);
            String algorithm = sequence.oid();
            if (!algorithm.equals(EC)) {
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
