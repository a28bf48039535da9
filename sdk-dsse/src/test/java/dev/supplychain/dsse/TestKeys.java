package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.PkixAlgorithm;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.Subject;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/** Keys and statements that several tests share. */
public final class TestKeys {
    private TestKeys() {}

    /** The private key of the protocol's example, in the form that Java writes: without the public half. */
    public static final String PROTOCOL_KEY_PEM = pem(
            "PRIVATE KEY",
            "3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420"
                    + "d73ec437fd6346e3619c5ebfdfff0f6916804955ad32ac9ac492b0ede1f6ffb7");

    /** Two P-256 keys and an Ed25519 key, made once: they warm up together. */
    public static final SigningKey ALICE = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);

    public static final SigningKey BOB = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);

    public static final SigningKey EDITH = SigningKey.generate(SignatureAlgorithm.ED25519);

    public static final Digest APP = Digest.sha256("app".getBytes(UTF_8));

    public static final String PROVENANCE = "https://slsa.dev/provenance/v1";

    private static final Map<SignatureAlgorithm, SigningKey> ONE_OF_EACH = new EnumMap<>(SignatureAlgorithm.class);

    /** The key for that algorithm, always the same one; RSA keys have 2048 bits, and are the same for all paddings. */
    public static synchronized SigningKey of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256_SHA256 -> ALICE;
            case ED25519 -> EDITH;
            case ECDSA_P384_SHA384, ECDSA_P521_SHA512 -> ONE_OF_EACH.computeIfAbsent(algorithm, SigningKey::generate);
            default ->
                ONE_OF_EACH
                        .computeIfAbsent(
                                SignatureAlgorithm.RSA_PKCS1_SHA256,
                                any -> SigningKey.generate(PkixAlgorithm.RSA_SIGN_PKCS1_2048_SHA256))
                        .withAlgorithm(algorithm);
        };
    }

    /** A claim of that type about the digest {@link #APP}. */
    public static InTotoStatement statement(String predicateType) {
        return InTotoStatement.builder()
                .addSubject(Subject.of("app.jar", APP))
                .predicateType(predicateType)
                .predicate(Json.parse("{\"builder\":\"x\"}"))
                .build();
    }

    public static String pem(String label, String hex) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + "\n-----END " + label
                + "-----\n";
    }

    /** A public key made by the JDK alone, without any of our checks. */
    public static PublicKey uncheckedPublicKey(String jcaName, byte[] spki) throws Exception {
        return KeyFactory.getInstance(jcaName).generatePublic(new X509EncodedKeySpec(spki));
    }

    public static TrustedKey trusted(SigningKey key, String name) throws KeyException {
        return TrustedKey.builder().publicKey(key.publicKey()).name(name).build();
    }

    /** Trusts a key that signs nothing else in the same JVM. */
    static EnvelopeVerifier verifierOfEdith() {
        return EnvelopeVerifier.of(EDITH.toTrustedKey());
    }

    static PublicKey publicKey(String hex) throws KeyException {
        return PemKeys.readPublicKey(pem("PUBLIC KEY", hex));
    }
}
