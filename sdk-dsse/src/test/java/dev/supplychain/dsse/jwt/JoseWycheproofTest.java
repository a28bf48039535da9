package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.internal.AdaptiveEngine;
import dev.supplychain.dsse.internal.BouncyCastle;
import dev.supplychain.dsse.keys.JwkKeys;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * C2SP/wycheproof dac1dd47, the files about JWS and JWK, through the public interface. Each run leaves a row per vector in
 * {@code target/wycheproof-jose-<jdk>-<engine>.tsv}.
 */
class JoseWycheproofTest {
    /** The key says one algorithm and the token another, or the key one that does not exist (ES521). */
    private static final Set<String> KEY_AND_TOKEN_DISAGREE = Set.of("346", "347", "350", "351");

    private static final TreeMap<String, TreeMap<String, String>> ROWS = new TreeMap<>();

    private static boolean isBouncyCastleThere() {
        return BouncyCastle.find().isPresent();
    }

    /** The engines of this run, with how many signatures the JDK verifies before the other takes over. */
    private static Map<String, Integer> engines() {
        Map<String, Integer> engines = new TreeMap<>();
        if (isBouncyCastleThere()) {
            engines.put("adaptive", 1_000_000);
            engines.put("bouncycastle", 0);
        } else {
            engines.put("jdk", 1_000_000);
        }
        return engines;
    }

    @AfterAll
    static void leaves_a_table() throws Exception {
        for (var run : ROWS.entrySet()) {
            StringBuilder table = new StringBuilder("file\ttcId\tflags\texpected\tverdict\n");
            run.getValue()
                    .forEach((place, row) ->
                            table.append(place).append('\t').append(row).append('\n'));
            Path target = Files.createDirectories(Path.of("target"));
            Files.writeString(
                    target.resolve("wycheproof-jose-" + Runtime.version().feature() + "-" + run.getKey() + ".tsv"),
                    table,
                    UTF_8);
        }
    }

    /**
     * Of 401, 26 and 49 vectors none is wrongly accepted. Refused although valid are those with symmetric keys, by policy,
     * and the named exceptions of the vectors' README.
     */
    @ParameterizedTest
    @CsvSource({
        "json_web_signature_test, 401, 32, 10, 4",
        "json_web_key_test, 26, 1, 4, 0",
        "json_web_crypto_test, 49, 2, 2, 0"
    })
    void every_vector_gets_its_verdict(String file, int count, int valid, int validSymmetric, int validExceptions)
            throws Exception {
        for (var engine : engines().entrySet()) {
            int[] seen = new int[4];
            for (Json group : Vectors.member(
                            Vectors.unzipJson("wycheproof.zip", "wycheproof/" + file + ".json"), "testGroups")
                    .elements()) {
                boolean symmetric = group.get("public").isEmpty();
                for (Json test : Vectors.member(group, "tests").elements()) {
                    if (test.get("jws").isEmpty()) {
                        continue; // encryption
                    }
                    String id = Vectors.member(test, "tcId").toString();
                    boolean expected = Vectors.text(test, "result").equals("valid");
                    boolean disagree = file.contains("signature") && KEY_AND_TOKEN_DISAGREE.contains(id);
                    Json jws = Vectors.member(test, "jws"); // an object in vectors of the other serialization
                    String token = jws.kind() == Json.Kind.STRING ? jws.string() : jws.toString();
                    String verdict = verdict(group, token, engine.getValue());
                    row(engine.getKey(), file, test, verdict);

                    boolean accepted = verdict.equals("accepted");
                    assertThat(accepted)
                            .as("%s %s on %s: %s", file, id, engine.getKey(), verdict)
                            .isEqualTo(expected && !symmetric && !disagree);
                    seen[0]++;
                    seen[1] += accepted ? 1 : 0;
                    seen[2] += expected && symmetric ? 1 : 0;
                    seen[3] += expected && disagree ? 1 : 0;
                }
            }
            assertThat(seen).containsExactly(count, valid, validSymmetric, validExceptions);
        }
    }

    private static String verdict(Json group, String token, int patience) {
        Json key = group.get("public").orElseGet(() -> Vectors.member(group, "private"));
        Optional<JwsVerifier> verifier = verifier(key.toString(), patience);
        if (verifier.isEmpty()) {
            return "refused by policy";
        }
        try {
            return verifier.get().verify(token) == null ? "" : "accepted";
        } catch (VerificationException e) {
            return "refused";
        }
    }

    /** Absent when the key itself is refused. */
    private static Optional<JwsVerifier> verifier(String jwk, int patience) {
        try {
            List<TrustedKey> keys =
                    jwk.startsWith("{\"keys\"") ? JwkKeys.readTrustedKeys(jwk) : List.of(JwkKeys.readTrustedKey(jwk));
            return Optional.of(JwsVerifier.builder()
                    .trust(keys)
                    .engine(new AdaptiveEngine(patience))
                    .build());
        } catch (KeyException e) {
            return Optional.empty();
        }
    }

    private static void row(String engine, String file, Json test, String verdict) {
        String tcId = Vectors.member(test, "tcId").toString();
        ROWS.computeIfAbsent(engine, e -> new TreeMap<>())
                .put(
                        file + "\t" + "0".repeat(5 - tcId.length()) + tcId,
                        Vectors.member(test, "flags") + "\t" + Vectors.text(test, "result") + "\t" + verdict);
    }
}
