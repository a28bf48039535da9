package dev.supplychain.dsse.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.model.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkKeysTest {
    /** RFC 7517, appendix A.1, the first key, with the use that is for signatures. */
    private static final String EC = """
            {"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",\
            "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"sig","kid":"1"}""";

    /** RFC 7638, section 3.1. */
    private static final String RSA = """
            {"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_\
            BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicA\
            taSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-\
            G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"}""";

    /** RFC 8037, appendix A.2. */
    private static final String ED25519 = """
            {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    /** RFC 8037, appendix A.1. */
    private static final String ED25519_PRIVATE = """
            {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",\
            "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    private static String with(String jwk, String name, Json value) {
        Map<String, Json> members = new LinkedHashMap<>(Json.parse(jwk).members());
        members.put(name, value);
        return Json.object(members).toString();
    }

    private static String without(String jwk, String name) {
        Map<String, Json> members = new LinkedHashMap<>(Json.parse(jwk).members());
        members.remove(name);
        return Json.object(members).toString();
    }

    private static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static void refuses(String jwk, String problem) {
        assertThatThrownBy(() -> JwkKeys.readPublicKey(jwk))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void reads_the_keys_of_the_specifications_bound_to_alg_and_named_by_kid() throws Exception {
        TrustedKey ec = JwkKeys.readTrustedKey(EC);
        TrustedKey rsa = JwkKeys.readTrustedKey(RSA);
        TrustedKey ed25519 = JwkKeys.readTrustedKey(ED25519);

        assertThat(ec.algorithms()).containsExactly(SignatureAlgorithm.ECDSA_P256_SHA256);
        assertThat(ec.goesBy("1")).isTrue();
        assertThat(ec.name()).isEqualTo("1");
        assertThat(rsa.algorithms()).containsExactly(SignatureAlgorithm.RSA_PKCS1_SHA256);
        assertThat(rsa.goesBy("2011-04-29")).isTrue();
        assertThat(ed25519.algorithms()).containsExactly(SignatureAlgorithm.ED25519);
        assertThat(ed25519.name()).isEqualTo(ed25519.fingerprint());
    }

    @Test
    void a_key_without_alg_is_for_all_algorithms_of_its_kind() throws Exception {
        assertThat(JwkKeys.readTrustedKey(without(RSA, "alg")).algorithms()).hasSize(6);
    }

    /** The thumbprints that RFC 7638, section 3.1, and RFC 8037, appendix A.3, print. */
    @Test
    void computes_the_thumbprints_of_the_specifications() throws Exception {
        assertThat(JwkKeys.thumbprint(JwkKeys.readPublicKey(RSA)))
                .isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
        assertThat(JwkKeys.thumbprint(JwkKeys.readPublicKey(ED25519)))
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void a_private_key_is_read_as_it_was_written(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm).withKeyId(KeyId.of("release ಠ"));

        String jwk = JwkKeys.writePrivateKey(key);
        SigningKey read = JwkKeys.readPrivateKey(jwk);

        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(read.algorithm()).isEqualTo(algorithm);
        assertThat(read.keyId()).isEqualTo("release ಠ");
        byte[] message = "app".getBytes(UTF_8);
        assertThat(BlobVerifier.of(key.toTrustedKey())
                        .verify(message, BlobSigner.of(read).sign(message)))
                .isNotNull();
        assertThat(Json.parse(jwk).members().keySet()).startsWith("kty", "use", "alg", "kid");
    }

    @Test
    void a_key_without_a_name_is_written_and_read_without() throws Exception {
        String jwk = JwkKeys.writePrivateKey(TestKeys.ALICE.withKeyId(KeyId.empty()));

        assertThat(jwk).doesNotContain("kid");
        assertThat(JwkKeys.readPrivateKey(jwk).keyId()).isEqualTo(TestKeys.ALICE.keyId());
    }

    @Test
    void reads_the_private_key_of_rfc_8037() throws Exception {
        SigningKey key = JwkKeys.readPrivateKey(ED25519_PRIVATE);

        assertThat(key.publicKey()).isEqualTo(JwkKeys.readPublicKey(ED25519));
        assertThat(JwkKeys.writePrivateKey(key)).contains("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void a_trusted_key_is_read_as_it_was_written(SignatureAlgorithm algorithm) throws Exception {
        TrustedKey key = TrustedKey.builder()
                .publicKey(TestKeys.of(algorithm).publicKey())
                .addAlgorithm(algorithm)
                .addKeyId(KeyId.of("k1"))
                .build();

        TrustedKey read = JwkKeys.readTrustedKey(JwkKeys.writeTrustedKey(key));

        assertThat(read.publicKey()).isEqualTo(key.publicKey());
        assertThat(read.algorithms()).isEqualTo(key.algorithms());
        assertThat(read.goesBy("k1")).isTrue();
        assertThat(JwkKeys.readPublicKey(JwkKeys.writePublicKey(key.publicKey())))
                .isEqualTo(key.publicKey());
    }

    @Test
    void what_a_jwk_does_not_say_is_not_written() throws Exception {
        TrustedKey.Builder twoOfSix = TrustedKey.builder()
                .publicKey(JwkKeys.readPublicKey(RSA))
                .addAlgorithm(SignatureAlgorithm.RSA_PSS_SHA256)
                .addAlgorithm(SignatureAlgorithm.RSA_PKCS1_SHA256);
        TrustedKey timed = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .notAfter(Instant.EPOCH)
                .build();
        TrustedKey later = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .notBefore(Instant.EPOCH)
                .build();
        TrustedKey unusual = TrustedKey.builder()
                .publicKey(TestKeys.ALICE.publicKey())
                .legacyScheme(LegacyScheme.P1363)
                .build();

        for (TrustedKey key : List.of(twoOfSix.build(), timed, later, unusual)) {
            assertThatThrownBy(() -> JwkKeys.writeTrustedKey(key)).isInstanceOf(KeyException.class);
        }
        assertThat(JwkKeys.writeTrustedKey(TrustedKey.of(JwkKeys.readPublicKey(RSA))))
                .doesNotContain("alg");
    }

    @Test
    void keys_are_read_from_files(@TempDir Path folder) throws Exception {
        Path publicKey = Files.writeString(folder.resolve("key.jwk"), with(EC, "kid", Json.of("ಠ")), UTF_8);
        Path privateKey = Files.writeString(folder.resolve("private.jwk"), ED25519_PRIVATE, UTF_8);
        Path jwkSet = Files.writeString(folder.resolve("keys.jwks"), set(EC, ED25519), UTF_8);

        assertThat(JwkKeys.readTrustedKey(publicKey).goesBy("ಠ")).isTrue();
        assertThat(JwkKeys.readPrivateKey(privateKey).algorithm()).isEqualTo(SignatureAlgorithm.ED25519);
        assertThat(JwkKeys.readTrustedKeys(jwkSet)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use | enc | it is for use \"enc\", not for \"sig\"",
                "alg | ES384 | its alg \"ES384\" is not one of a key for [ECDSA_P256_SHA256]",
                "alg | ECDH-ES | its alg \"ECDH-ES\" is none that is allowed for signatures",
                "alg | ES256K | is none that is allowed",
                "alg | HS256 | is none that is allowed",
                "alg | none | is none that is allowed",
                "kty | ec | kty \"ec\" with crv \"P-256\" is not allowed",
                "kty | OKP | kty \"OKP\" with crv \"P-256\" is not allowed",
                "kty | oct | it is symmetric: whoever verifies with it could sign",
                "kty | RSA | it has no n",
                "crv | secp256k1 | with crv \"secp256k1\" is not allowed",
                "crv | P-384 | x has 32 bytes instead of 48",
                "x | AA | x has 1 bytes instead of 32",
                "y | MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4 | the point is not on the curve",
                "x | MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D5 | x is not base64url without padding",
                "x | MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4= | x is not base64url without padding",
                "x | MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D+ | x is not base64url without padding",
                "d | AA | it is a private key: give its public one",
                "kid | '' | kid has 0 characters"
            })
    void a_member_that_does_not_fit_is_refused_by_name(String name, String value, String problem) {
        refuses(with(EC, name, Json.of(value)), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "crv", "x", "y"})
    void a_member_that_is_missing_is_named(String name) {
        refuses(without(EC, name), "JWK: it has no " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kty", "crv", "x", "y", "use", "alg", "kid"})
    void a_member_that_is_not_a_text_is_named(String name) {
        refuses(with(EC, name, Json.of(1)), name + " is not a text");
        refuses(with(EC, name, Json.ofNull()), name + " is not a text");
    }

    @Test
    void operations_have_to_be_those_of_signatures() throws Exception {
        String sign = with(without(EC, "use"), "key_ops", Json.strings(List.of("sign")));
        String verify = with(without(EC, "use"), "key_ops", Json.strings(List.of("encrypt", "verify")));

        assertThat(JwkKeys.readPublicKey(verify)).isNotNull();
        refuses(sign, "\"verify\" is not among its key_ops");
        refuses(with(EC, "key_ops", Json.strings(List.of())), "\"verify\" is not among its key_ops");
        refuses(with(EC, "key_ops", Json.of("verify")), "key_ops is not an array");
        refuses(with(EC, "key_ops", Json.strings(List.of("verify", "verify"))), "key_ops are not texts of which each");
        refuses(with(EC, "key_ops", Json.array(List.of(Json.of(1)))), "key_ops are not texts");
        assertThatThrownBy(
                        () -> JwkKeys.readPrivateKey(with(ED25519_PRIVATE, "key_ops", Json.strings(List.of("verify")))))
                .hasMessageContaining("\"sign\" is not among its key_ops");
    }

    @Test
    void numbers_of_rsa_keys_have_one_encoding() {
        String n = Json.parse(RSA).get("n").orElseThrow().string();

        refuses(with(RSA, "e", Json.of("AAEAAQ")), "e is not a number without leading zeros");
        refuses(with(RSA, "n", Json.of("")), "n is not a number without leading zeros");
        refuses(with(RSA, "n", Json.of("A".repeat(3) + n)), "JWK: n");
        refuses(with(RSA, "n", Json.of("_".repeat(1024))), "n has 768 bytes");
        refuses(with(RSA, "e", Json.of("Aw")), "the exponent is not from 65537");
        refuses(with(RSA, "n", Json.of(n.substring(0, 200))), "the modulus has");
    }

    @Test
    void json_is_strict_and_bounded() {
        refuses(EC.replace("{", "{\"kty\":\"RSA\","), "JWK: not strict JSON at line 1");
        refuses(EC + "{}", "not strict JSON");
        refuses("", "not strict JSON");
        refuses("[]", "JWK: it is not an object");
        refuses(" ".repeat(300_000), "300000 characters are more than the limit of 262144");
    }

    @Test
    void limits_are_the_largest_sizes_that_are_taken(@TempDir Path folder) throws Exception {
        String padded = ED25519 + " ".repeat(262_144 - ED25519.length());
        Path longer = Files.writeString(folder.resolve("longer.jwk"), padded + " ");

        assertThat(JwkKeys.readPublicKey(padded)).isNotNull();
        refuses(padded + " ", "262145 characters are more than the limit");
        assertThatThrownBy(() -> JwkKeys.readTrustedKey(longer))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("more than the limit");
        assertThat(JwkKeys.readTrustedKey(with(EC, "kid", Json.of("k".repeat(1024)))))
                .isNotNull();
        refuses(with(EC, "kid", Json.of("k".repeat(1025))), "kid has 1025 characters");
        // 512 and 513 bytes, of which the first are a modulus of an allowed size.
        assertThat(JwkKeys.readPublicKey(with(RSA, "n", Json.of("_".repeat(682) + "8"))))
                .isNotNull();
        refuses(with(RSA, "n", Json.of("_".repeat(684))), "n has 513 bytes");
    }

    @Test
    void unknown_members_and_certificates_are_not_looked_at() throws Exception {
        String chatty = with(with(EC, "x5c", Json.strings(List.of("?"))), "ext", Json.of(true));

        assertThat(JwkKeys.readPublicKey(chatty)).isEqualTo(JwkKeys.readPublicKey(EC));
    }

    @Test
    void a_private_key_must_belong_to_its_public_half() throws Exception {
        String alice = JwkKeys.writePrivateKey(TestKeys.ALICE);
        String bob = JwkKeys.writePrivateKey(TestKeys.BOB);
        String mixed = with(alice, "d", Json.parse(bob).get("d").orElseThrow());
        String mixedEd25519 = with(ED25519_PRIVATE, "d", Json.of("A".repeat(43)));
        String rsa = JwkKeys.writePrivateKey(TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256));
        String mixedRsa = with(rsa, "p", Json.parse(rsa).get("q").orElseThrow());

        for (String jwk : List.of(mixed, mixedEd25519, mixedRsa)) {
            assertThatThrownBy(() -> JwkKeys.readPrivateKey(jwk)).isInstanceOf(KeyException.class);
        }
    }

    @Test
    void a_private_key_needs_all_its_numbers_and_no_more() throws Exception {
        String rsa = JwkKeys.writePrivateKey(TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256));

        for (String name : List.of("d", "p", "q", "dp", "dq", "qi")) {
            assertThatThrownBy(() -> JwkKeys.readPrivateKey(without(rsa, name)))
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining("it has no " + name);
        }
        assertThatThrownBy(() -> JwkKeys.readPrivateKey(with(rsa, "oth", Json.array(List.of()))))
                .hasMessageContaining("it has more than two primes");
        assertThatThrownBy(() -> JwkKeys.readPrivateKey(EC)).hasMessageContaining("it is a public key");
        assertThatThrownBy(() -> JwkKeys.readPrivateKey("{\"kty\":\"oct\",\"k\":\"AA\"}"))
                .hasMessageContaining("it is symmetric");
        assertThatThrownBy(() -> JwkKeys.readPrivateKey(with(ED25519_PRIVATE, "alg", Json.of("ES256"))))
                .hasMessageContaining("its alg \"ES256\" is not one of a key for [ED25519]");
    }

    @Test
    void messages_do_not_quote_a_private_key() {
        String secret = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
        List<String> broken = List.of(
                ED25519_PRIVATE + "x",
                ED25519_PRIVATE.replace("\"d\":\"" + secret + "\"", "\"d\":" + secret),
                ED25519_PRIVATE.replace(secret, secret + "="),
                ED25519_PRIVATE.replace(secret, secret + secret),
                ED25519_PRIVATE.replace("11qYAYKx", "11qYAYKy"));

        for (String jwk : broken) {
            assertThatThrownBy(() -> JwkKeys.readPrivateKey(jwk))
                    .isInstanceOf(KeyException.class)
                    .satisfies(e -> {
                        for (Throwable t = e; t != null; t = t.getCause()) {
                            assertThat(String.valueOf(t.getMessage())).doesNotContain(secret.substring(0, 8));
                        }
                    });
            assertThatThrownBy(() -> JwkKeys.readPublicKey(jwk)).hasMessageNotContaining(secret.substring(0, 8));
        }
    }

    @Test
    void a_set_is_read_in_its_order() throws Exception {
        assertThat(JwkKeys.readTrustedKeys(set(RSA, EC, ED25519)))
                .extracting(key -> key.algorithms().iterator().next())
                .containsExactly(
                        SignatureAlgorithm.RSA_PKCS1_SHA256,
                        SignatureAlgorithm.ECDSA_P256_SHA256,
                        SignatureAlgorithm.ED25519);
    }

    @Test
    void a_set_is_read_as_it_was_written() throws Exception {
        List<TrustedKey> keys =
                List.of(TestKeys.ALICE.toTrustedKey(), TestKeys.EDITH.toTrustedKey(), JwkKeys.readTrustedKey(RSA));

        List<TrustedKey> read = JwkKeys.readTrustedKeys(JwkKeys.writeTrustedKeys(keys));

        assertThat(read)
                .extracting(TrustedKey::fingerprint)
                .isEqualTo(keys.stream().map(TrustedKey::fingerprint).toList());
        assertThat(read).allSatisfy(key -> assertThat(key.algorithms()).hasSize(1));
    }

    /** As RFC 7517, section 5, asks. */
    @Test
    void keys_for_other_purposes_and_of_unknown_kinds_are_left_out_of_a_set() throws Exception {
        String encryption = with(with(RSA, "use", Json.of("enc")), "kid", Json.of("enc"));
        String algorithm = with(with(RSA, "alg", Json.of("RSA-OAEP-256")), "kid", Json.of("oaep"));
        String operation =
                with(with(without(EC, "use"), "key_ops", Json.strings(List.of("deriveKey"))), "kid", Json.of("ops"));
        String curve = "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AA\",\"y\":\"AA\"}";
        String x25519 = "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AA\"}";
        String future = "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-65\",\"pub\":\"AA\"}";

        assertThat(JwkKeys.readTrustedKeys(set(encryption, algorithm, operation, curve, x25519, future, EC)))
                .hasSize(1);
        assertThatThrownBy(() -> JwkKeys.readTrustedKeys(set(encryption, curve)))
                .isInstanceOf(KeyException.class)
                .hasMessage("JWK set: none of the 2 keys is of an allowed kind and for signatures");
    }

    @Test
    void a_bad_key_spoils_the_set_and_is_named_by_its_place() throws Exception {
        String symmetric = "{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"s\"}";
        Map<String, String> refused = Map.of(
                symmetric,
                "JWK set at /keys/1: it is symmetric",
                with(RSA, "e", Json.of("AQ")),
                "JWK set at /keys/1: ",
                with(ED25519, "d", Json.of("AA")),
                "JWK set at /keys/1: it is a private key",
                with(ED25519, "kid", Json.of("1")),
                "JWK set at /keys/1: its kid is that of an earlier key",
                with(ED25519, "x", Json.of("AA")),
                "JWK set at /keys/1: x has 1 bytes instead of 32",
                "1",
                "JWK set at /keys/1: it is not an object",
                "{}",
                "JWK set at /keys/1: it has no kty");

        refused.forEach((key, problem) -> assertThatThrownBy(() -> JwkKeys.readTrustedKeys(set(EC, key)))
                .isInstanceOf(KeyException.class)
                .hasMessageStartingWith(problem));
    }

    @Test
    void the_names_of_keys_that_are_left_out_count_too() {
        String encryption = with(with(RSA, "use", Json.of("enc")), "kid", Json.of("1"));

        assertThatThrownBy(() -> JwkKeys.readTrustedKeys(set(encryption, EC)))
                .hasMessage("JWK set at /keys/1: its kid is that of an earlier key");
    }

    @Test
    void a_set_has_an_array_of_at_most_64_keys() throws Exception {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 65; i++) {
            many.add(with(EC, "kid", Json.of("k" + i)));
        }

        assertThat(JwkKeys.readTrustedKeys(set(many.subList(0, 64).toArray(String[]::new))))
                .hasSize(64);
        assertThatThrownBy(() -> JwkKeys.readTrustedKeys(set(many.toArray(String[]::new))))
                .hasMessage("JWK set: 65 keys are more than the limit of 64");
        for (String none : List.of("{}", "[]", "{\"keys\":null}", "{\"keys\":{}}")) {
            assertThatThrownBy(() -> JwkKeys.readTrustedKeys(none))
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining("there is no array \"keys\"");
        }
    }
}
