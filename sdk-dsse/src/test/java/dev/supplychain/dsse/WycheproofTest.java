package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.BouncyCastle;
import dev.supplychain.dsse.internal.Engine;
import dev.supplychain.dsse.internal.RawSaltVerifier;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * C2SP/wycheproof dac1dd47 through the public interface, every file on the engines that there are. Each run leaves a row per
 * vector in {@code target/wycheproof-<jdk>-<engine>.tsv}, so that runs can be compared.
 */
@Tag("slow")
class WycheproofTest {
    /** Valid by the letter, with a public exponent of 3, which is refused here. */
    private static final String SMALL_EXPONENT = "SmallPublicKey";

    /** The 14 good signatures that JDK 17 alone refuses, because r is not the x-coordinate itself; fixed in 25. */
    private static final Pattern REFUSED_BY_JDK_17 = Pattern.compile(
            "k\\*G has a large x-coordinate|r = \\d, x = n \\+ \\d is the smallest possible x with a reduction");

    private static final TreeMap<String, TreeMap<String, String>> ROWS = new TreeMap<>();

    /** One way to run the vectors. */
    private enum Run {
        /** The JDK alone: what the second surefire execution has. */
        JDK(1_000_000),
        /** The JDK first, with BouncyCastle to fall back on. */
        ADAPTIVE(1_000_000),
        /** BouncyCastle from the first signature on. */
        BOUNCYCASTLE(0);

        private final int patience;

        Run(int patience) {
            this.patience = patience;
        }

        Engine engine() {
            return new AdaptiveEngine(patience);
        }

        static List<Run> possible() {
            return BouncyCastle.find().isPresent() ? List.of(ADAPTIVE, BOUNCYCASTLE) : List.of(JDK);
        }
    }

    @AfterAll
    static void leaves_a_table() throws Exception {
        for (var run : ROWS.entrySet()) {
            StringBuilder table = new StringBuilder("file\ttcId\texpected\tverdict\n");
            run.getValue()
                    .forEach((place, verdict) ->
                            table.append(place).append('\t').append(verdict).append('\n'));
            Path target = Files.createDirectories(Path.of("target"));
            Files.writeString(
                    target.resolve("wycheproof-" + Runtime.version().feature() + "-" + run.getKey() + ".tsv"),
                    table,
                    UTF_8);
        }
    }

    private static void row(Run run, String file, Json test, String verdict) {
        String tcId = String.valueOf(Vectors.member(test, "tcId"));
        ROWS.computeIfAbsent(run.name().toLowerCase(Locale.ROOT), r -> new TreeMap<>())
                .put(file + "\t" + "0".repeat(5 - tcId.length()) + tcId, text(test, "result") + "\t" + verdict);
    }

    /** Signatures in DER, side by side, of 64 bytes and of RSA with both paddings: 5,427 of the 5,530. */
    @ParameterizedTest
    @CsvSource({
        "ecdsa_secp256r1_sha256_test, 484",
        "ecdsa_secp256r1_sha256_p1363_test, 262",
        "ecdsa_secp384r1_sha256_test, 472",
        "ecdsa_secp384r1_sha384_test, 504",
        "ecdsa_secp384r1_sha384_p1363_test, 280",
        "ecdsa_secp521r1_sha512_test, 542",
        "ecdsa_secp521r1_sha512_p1363_test, 318",
        "ed25519_test, 151",
        "rsa_signature_2048_sha256_test, 259",
        "rsa_signature_2048_sha512_test, 259",
        "rsa_signature_3072_sha256_test, 259",
        "rsa_signature_3072_sha512_test, 260",
        "rsa_signature_4096_sha256_test, 258",
        "rsa_signature_4096_sha512_test, 259",
        "rsa_pss_2048_sha256_mgf1_32_test, 108",
        "rsa_pss_2048_sha256_mgf1_32_params_test, 108",
        "rsa_pss_3072_sha256_mgf1_32_test, 108",
        "rsa_pss_3072_sha256_mgf1_32_params_test, 108",
        "rsa_pss_4096_sha256_mgf1_32_test, 108",
        "rsa_pss_4096_sha384_mgf1_48_test, 141",
        "rsa_pss_4096_sha512_mgf1_64_test, 179"
    })
    void every_signature_gets_its_verdict(String file, int count) throws Exception {
        for (Run run : Run.possible()) {
            int seen = 0;
            List<String> wronglyAccepted = new ArrayList<>();
            List<String> wronglyRefused = new ArrayList<>();
            for (Json group : groups(file)) {
                Optional<BlobVerifier> verifier = verifier(file, group, run);
                for (Json test : tests(group)) {
                    seen++;
                    boolean accepted = verifier.isPresent() && accepts(verifier.get(), test);
                    row(run, file, test, accepted ? "accepted" : "refused");
                    if (accepted && !text(test, "result").equals("valid")) {
                        wronglyAccepted.add(text(test, "comment"));
                    }
                    if (!accepted && text(test, "result").equals("valid") && !isRefusedByRule(test, run)) {
                        wronglyRefused.add(text(test, "comment"));
                    }
                }
            }
            assertThat(wronglyAccepted).as("%s on %s", file, run).isEmpty();
            assertThat(wronglyRefused).as("%s on %s", file, run).isEmpty();
            assertThat(seen).isEqualTo(count);
        }
    }

    /** Absent when the key itself is refused. */
    private static Optional<BlobVerifier> verifier(String file, Json group, Run run) throws Exception {
        try {
            TrustedKey.Builder key = TrustedKey.builder().publicKey(PemKeys.readPublicKey(text(group, "publicKeyPem")));
            if (file.contains("p1363")) {
                key.legacyScheme(LegacyScheme.P1363);
            }
            if (file.contains("secp384r1_sha256")) {
                key.legacyScheme(LegacyScheme.ECDSA_SHA256);
            }
            if (file.startsWith("rsa")) {
                String padding = file.startsWith("rsa_pss") ? "RSA_PSS_" : "RSA_PKCS1_";
                key.addAlgorithm(
                        SignatureAlgorithm.valueOf(padding + text(group, "sha").replace("-", "")));
            }
            return Optional.of(BlobVerifier.builder()
                    .trust(key.build())
                    .engine(run.engine())
                    .build());
        } catch (KeyException e) {
            return Optional.empty();
        }
    }

    private static boolean isRefusedByRule(Json test, Run run) {
        if (flags(test).contains(SMALL_EXPONENT)) {
            return true;
        }
        return run == Run.JDK
                && Runtime.version().feature() < 25
                && REFUSED_BY_JDK_17.matcher(text(test, "comment")).matches();
    }

    private static boolean accepts(BlobVerifier verifier, Json test) {
        try {
            return verifier.verify(hex(test, "msg"), Bytes.of(hex(test, "sig"))) != null;
        } catch (VerificationException e) {
            return false;
        }
    }

    /** PSS without salt is out of policy: the code below the policy verifies it. */
    @Test
    void pss_without_salt_gets_its_verdict_below_the_policy() throws Exception {
        String file = "rsa_pss_2048_sha256_mgf1_0_test";
        int seen = 0;
        for (Json group : groups(file)) {
            PublicKey key = PemKeys.readPublicKey(text(group, "publicKeyPem"));
            BlobVerifier policy = BlobVerifier.of(key);
            for (Json test : tests(group)) {
                seen++;
                boolean accepted = RawSaltVerifier.accepts(key, 0, hex(test, "msg"), hex(test, "sig"));
                for (Run run : Run.possible()) {
                    row(run, file, test, accepted ? "accepted" : "refused");
                }
                assertThat(accepted)
                        .as(text(test, "comment"))
                        .isEqualTo(text(test, "result").equals("valid"));
                // The policy takes those of this file that are labelled invalid for having the usual salt.
                assertThat(accepted && accepts(policy, test)).isFalse();
            }
        }
        assertThat(seen).isEqualTo(103);
    }

    /** 957 signatures on curves and with hashes that are not allowed, whatever they are labelled. */
    @ParameterizedTest
    @ValueSource(strings = {"ecdsa_secp224r1_sha256_test", "ecdsa_secp256k1_sha256_test"})
    void curves_out_of_policy_are_refused_with_the_key(String file) throws Exception {
        for (Json group : groups(file)) {
            assertThat(verifier(file, group, Run.possible().get(0))).isEmpty();
            for (Json test : tests(group)) {
                for (Run run : Run.possible()) {
                    row(run, file, test, "refused by policy");
                }
            }
        }
    }

    /** Hashes below SHA-256, two hashes in one key, salts of other lengths; what is left has to verify. */
    @ParameterizedTest
    @ValueSource(strings = {"rsa_pss_misc_test", "rsa_pss_misc_params_test"})
    void pss_parameters_out_of_policy_are_refused(String file) throws Exception {
        int withinPolicy = 0;
        for (Json group : groups(file)) {
            String sha = text(group, "sha");
            boolean allowed = Set.of("SHA-256", "SHA-384", "SHA-512").contains(sha)
                    && sha.equals(text(group, "mgfSha"))
                    && Vectors.member(group, "sLen").toString().equals(String.valueOf(hashBytes(sha)));
            for (Run run : Run.possible()) {
                Optional<BlobVerifier> verifier = allowed
                        ? verifier(file, group, run)
                        : file.contains("params") ? keyAlone(group, run) : Optional.empty();
                assertThat(verifier.isPresent()).as(group.toString()).isEqualTo(allowed);
                for (Json test : tests(group)) {
                    boolean accepted = verifier.isPresent() && accepts(verifier.get(), test);
                    row(run, file, test, accepted ? "accepted" : allowed ? "refused" : "refused by policy");
                    assertThat(accepted)
                            .isEqualTo(allowed && text(test, "result").equals("valid"));
                    withinPolicy += accepted ? 1 : 0;
                }
            }
        }
        assertThat(withinPolicy).isEqualTo(3 * Run.possible().size());
    }

    private static Optional<BlobVerifier> keyAlone(Json group, Run run) {
        try {
            return Optional.of(BlobVerifier.builder()
                    .trust(TrustedKey.of(PemKeys.readPublicKey(text(group, "publicKeyPem"))))
                    .engine(run.engine())
                    .build());
        } catch (KeyException e) {
            return Optional.empty();
        }
    }

    private static int hashBytes(String sha) {
        return Integer.parseInt(sha.substring("SHA-".length())) / 8;
    }

    /** The signatures that RSASSA-PKCS1-v1_5 must give, from private keys in PEM. */
    @ParameterizedTest
    @CsvSource({
        "rsa_pkcs1_1024_sig_gen_test, 0",
        "rsa_pkcs1_2048_sig_gen_test, 19",
        "rsa_pkcs1_3072_sig_gen_test, 19",
        "rsa_pkcs1_4096_sig_gen_test, 24"
    })
    void signs_with_pkcs1_as_expected(String file, int atLeast) throws Exception {
        int signed = 0;
        for (Json group : groups(file)) {
            Optional<SigningKey> key = signingKey(group);
            for (Json test : tests(group)) {
                if (key.isPresent()) {
                    signed++;
                    assertThat(HexFormat.of().formatHex(key.get().sign(hex(test, "msg"))))
                            .isEqualTo(text(test, "sig"));
                }
                for (Run run : Run.possible()) {
                    row(run, file, test, key.isPresent() ? "signed" : "refused by policy");
                }
            }
        }
        assertThat(signed).isGreaterThanOrEqualTo(atLeast);
        assertThat(signed > 0).isEqualTo(atLeast > 0);
    }

    private static Optional<SigningKey> signingKey(Json group) {
        String hash = text(group, "sha").replace("-", "");
        if (!Set.of("SHA256", "SHA384", "SHA512").contains(hash)) {
            return Optional.empty();
        }
        try {
            SigningKey key = PemKeys.readPrivateKey(text(group, "privateKeyPem"));
            return Optional.of(key.withAlgorithm(SignatureAlgorithm.valueOf("RSA_PKCS1_" + hash)));
        } catch (KeyException e) {
            return Optional.empty();
        }
    }

    /** 3,187 public keys of the key-agreement files: odd encodings (compressed, unnamed curve) are refused with the bad. */
    @ParameterizedTest
    @CsvSource({
        "ecdh_secp256r1_test, 612",
        "ecdh_secp256r1_pem_test, 612",
        "ecdh_secp384r1_pem_test, 1047",
        "ecdh_secp521r1_pem_test, 916"
    })
    void every_public_key_gets_its_verdict(String file, int count) throws Exception {
        int seen = 0;
        List<String> wronglyAccepted = new ArrayList<>();
        List<String> wronglyRefused = new ArrayList<>();
        for (Json group : groups(file)) {
            for (Json test : tests(group)) {
                seen++;
                boolean valid = text(test, "result").equals("valid");
                boolean accepted = imports(text(test, "public"));
                for (Run run : Run.possible()) {
                    row(run, file, test, accepted ? "accepted" : "refused");
                }
                // For a key agreement it is an error; by itself it is a good key on another allowed curve.
                boolean anotherCurve = flags(test).contains("WrongCurve")
                        || text(test, "comment").contains("using secp256r1");
                if (valid && !accepted) {
                    wronglyRefused.add(text(test, "comment"));
                }
                if (!valid && accepted && !anotherCurve) {
                    wronglyAccepted.add(text(test, "comment"));
                }
            }
        }
        assertThat(wronglyAccepted).isEmpty();
        assertThat(wronglyRefused).isEmpty();
        assertThat(seen).isEqualTo(count);
    }

    private static boolean imports(String spki) {
        try {
            PublicKey key = spki.startsWith("-----") ? PemKeys.readPublicKey(spki) : TestKeys.publicKey(spki);
            return key != null;
        } catch (KeyException e) {
            return false;
        }
    }

    private static String flags(Json test) {
        return Vectors.member(test, "flags").toString();
    }

    private static List<Json> groups(String file) throws Exception {
        Json document = Vectors.unzipJson("wycheproof.zip", "wycheproof/" + file + ".json");
        return Vectors.member(document, "testGroups").elements();
    }

    private static List<Json> tests(Json group) {
        return Vectors.member(group, "tests").elements();
    }

    private static String text(Json object, String member) {
        return Vectors.text(object, member);
    }

    private static byte[] hex(Json object, String member) {
        return HexFormat.of().parseHex(text(object, member));
    }
}
