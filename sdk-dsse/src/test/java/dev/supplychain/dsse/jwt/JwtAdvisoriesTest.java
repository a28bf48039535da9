package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.dsse.keys.JwkKeys;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Json;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What went wrong with tokens in other verifiers, tried on this one; the numbers are those of the advisories. */
class JwtAdvisoriesTest {
    private static final SigningKey ALICE = TestKeys.ALICE;
    private static final String CLAIMS = "{\"sub\":\"container:digest:" + TestKeys.APP + "\"}";
    private static final JwtVerifier VERIFIER = JwtVerifier.of(ALICE.toTrustedKey());

    private static VerificationException refusal(String token) {
        return catchThrowableOfType(VerificationException.class, () -> VERIFIER.verify(token));
    }

    private static String encoded(String text) {
        return Base64Url.encode(text.getBytes(UTF_8));
    }

    private static String withSignature(String header, byte[] signature) {
        return encoded(header) + "." + encoded(CLAIMS) + "." + Base64Url.encode(signature);
    }

    private static String hmac(String header, byte[] secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return withSignature(header, mac.doFinal((encoded(header) + "." + encoded(CLAIMS)).getBytes(US_ASCII)));
    }

    /** The control: what the other tests break is good before. */
    @Test
    void the_unbroken_token_is_accepted() throws Exception {
        assertThat(VERIFIER.verify(Tokens.signed(ALICE, Tokens.header(ALICE, "ES256"), CLAIMS))
                        .isAbout(TestKeys.APP))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
    void cve_2015_2951_a_token_without_algorithm_is_refused(String none) {
        String header = Tokens.header(ALICE, none);

        assertThat(refusal(encoded(header) + "." + encoded(CLAIMS) + ".").reason())
                .isEqualTo(Reason.MALFORMED);
        VerificationException refusal = refusal(withSignature(header, new byte[] {1}));
        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal).hasMessageContaining("its alg \"" + none + "\" is none that is allowed");
    }

    @Test
    void cve_2015_2951_a_header_without_alg_is_refused() throws Exception {
        String header = "{\"kid\":\"" + ALICE.keyId() + "\",\"typ\":\"JWT\"}";

        assertThat(refusal(Tokens.signed(ALICE, header, CLAIMS))).hasMessageContaining("its header has no alg");
        assertThat(refusal(Tokens.signed(ALICE, header.replace("{", "{\"alg\":null,"), CLAIMS))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void cve_2016_10555_a_public_key_does_not_serve_as_a_secret(String alg) throws Exception {
        String header = Tokens.header(ALICE, alg);
        for (byte[] secret : List.of(
                PemKeys.writePublicKey(ALICE.publicKey()).getBytes(US_ASCII),
                ALICE.publicKey().getEncoded(),
                JwkKeys.writePublicKey(ALICE.publicKey()).getBytes(US_ASCII))) {
            assertThat(refusal(hmac(header, secret)).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        }
    }

    @Test
    void cve_2016_10555_a_symmetric_key_is_never_read() {
        assertThatThrownBy(() -> JwkKeys.readTrustedKey("{\"kty\":\"oct\",\"k\":\"AAAA\",\"alg\":\"HS256\"}"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("it is symmetric");
    }

    @Test
    void cve_2018_0114_a_key_in_the_header_is_not_used() throws Exception {
        SigningKey mallory = TestKeys.BOB;
        for (String kid : List.of(ALICE.keyId(), mallory.keyId())) {
            Map<String, Json> header = new LinkedHashMap<>();
            header.put("alg", Json.of("ES256"));
            header.put("kid", Json.of(kid));
            header.put("typ", Json.of("JWT"));
            header.put("jwk", Json.parse(JwkKeys.writePublicKey(mallory.publicKey())));

            String token = Tokens.signed(mallory, Json.object(header).toString(), CLAIMS);

            assertThat(refusal(token).reason()).isIn(Reason.BAD_SIGNATURE, Reason.NO_TRUSTED_SIGNATURE);
        }
    }

    /** A signer may put them in; they neither help nor hurt. */
    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u", "x5c", "x5t", "x5t#S256", "jwk"})
    void cve_2018_0114_addresses_of_keys_are_not_looked_at(String name) throws Exception {
        String header = Tokens.header(ALICE, "ES256").replace("{", "{\"" + name + "\":\"https://mallory.example\",");

        assertThat(VERIFIER.verify(Tokens.signed(ALICE, header, CLAIMS)).isAbout(TestKeys.APP))
                .isTrue();
        assertThat(refusal(Tokens.signed(TestKeys.BOB, header, CLAIMS)).reason())
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    /** In CVE-2022-23540 a verifier without a list of algorithms fell back to what the token said. */
    @ParameterizedTest
    @CsvSource({
        "RSA_PKCS1_SHA256, PS256",
        "RSA_PSS_SHA256, RS256",
        "RSA_PKCS1_SHA256, RS512",
        "RSA_PSS_SHA512, PS256",
        "ECDSA_P256_SHA256, ES384",
        "ED25519, ES256",
        "ECDSA_P256_SHA256, ES256K"
    })
    void cve_2022_23540_the_algorithm_is_the_key_s(SignatureAlgorithm algorithm, String alg) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        String token = Tokens.signed(key, Tokens.header(key, alg), CLAIMS);
        JwtVerifier verifier = JwtVerifier.of(key.toTrustedKey());

        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(VerificationException.class);
    }

    @Test
    void cve_2022_23540_the_name_of_another_algorithm_of_the_key_does_not_change_the_signature() throws Exception {
        SigningKey rsa = TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256);
        JwtVerifier anyPadding = JwtVerifier.of(TrustedKey.of(rsa.publicKey()));

        assertThat(anyPadding.verify(Tokens.signed(rsa, Tokens.header(rsa, "RS256"), CLAIMS)))
                .isNotNull();
        for (String alg : List.of("RS384", "RS512", "PS256", "PS384", "PS512")) {
            String token = Tokens.signed(rsa, Tokens.header(rsa, alg), CLAIMS);
            assertThatThrownBy(() -> anyPadding.verify(token)).isInstanceOf(VerificationException.class);
        }
    }

    @Test
    void cve_2022_21449_zeros_are_no_signature() {
        for (byte[] signature : List.of(new byte[64], new byte[63], new byte[65], new byte[1])) {
            assertThat(refusal(withSignature(Tokens.header(ALICE, "ES256"), signature))
                            .reason())
                    .isEqualTo(Reason.BAD_SIGNATURE);
        }
    }

    @Test
    void an_es256_signature_in_der_is_refused() throws Exception {
        String header = Tokens.header(ALICE, "ES256");
        byte[] der = BlobSigner.of(ALICE)
                .sign((encoded(header) + "." + encoded(CLAIMS)).getBytes(US_ASCII))
                .toByteArray();

        assertThat(refusal(withSignature(header, der))).hasMessageContaining("bytes instead of r and s in 64");
    }

    /** PBES2 makes the verifier hash as often as the token says; tokens that ask for a derived key are not taken at all. */
    @Test
    void cve_2023_52428_an_encrypted_token_is_refused_before_it_costs_anything() {
        String header = encoded("{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128CBC-HS256\",\"p2c\":2147483647,"
                + "\"p2s\":\"AAAA\",\"typ\":\"JWT\",\"kid\":\"k\"}");

        assertThat(refusal(header + ".AA.AA.AA.AA"))
                .hasMessageContaining("it has five parts: encrypted tokens are not taken");
        assertThat(refusal(header + ".AA.AA")).hasMessageContaining("\"enc\": encrypted tokens are not taken");
    }

    /** CVE-2025-53864 / GHSA-xwmg-2g98-w7v9: claims nested 10,000 deep. */
    @Test
    void cve_2025_53864_claims_of_ten_thousand_levels_are_refused() throws Exception {
        String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        String tooLarge = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String header = Tokens.header(ALICE, "ES256");

        assertThat(refusal(Tokens.signed(ALICE, header, deep)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal(Tokens.signed(ALICE, header, tooLarge)).reason()).isEqualTo(Reason.LIMIT);
        assertThat(refusal(encoded(deep) + ".AA.AA").reason()).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/passwd",
                "file:///dev/null",
                "https://mallory.example/key.jwk",
                "' OR '1'='1",
                "$(id)",
                "",
                " "
            })
    void rfc_8725_3_10_a_kid_is_a_name_and_nothing_else(String kid) throws Exception {
        SigningKey named = ALICE.withKeyId(KeyId.of(kid));
        String header = Json.object(Map.of("alg", Json.of("ES256"), "kid", Json.of(kid), "typ", Json.of("JWT")))
                .toString();
        String token = Tokens.signed(named, header, CLAIMS);
        TrustedKey trusted = TrustedKey.builder()
                .publicKey(ALICE.publicKey())
                .addKeyId(KeyId.of(kid))
                .build();

        assertThat(refusal(token).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(JwtVerifier.of(trusted).verify(token)).isNotNull();
    }

    @Test
    void cve_2023_47122_a_certificate_in_the_token_is_no_key() throws Exception {
        String certificate = "MIIBszCCAVmgAwIBAgIUQm9iIHNpZ25lZCB0aGlzIGhpbXNlbGY=";
        String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"x5c\":[\"" + certificate + "\"],\"kid\":\""
                + TestKeys.BOB.keyId() + "\"}";

        assertThat(refusal(Tokens.signed(TestKeys.BOB, header, CLAIMS)).reason())
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** Fulcio split the text into its parts before it looked at the size. */
    @Test
    void ghsa_f83f_xpx7_ffpw_dots_are_counted_before_they_are_split() {
        String dots = ".".repeat(100_000_000);

        VerificationException refusal =
                org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> refusal(dots));

        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT);
        assertThat(refusal).hasMessage("token has 100000000 characters, more than the limit of 16384");
    }

    @Test
    void ghsa_f83f_xpx7_ffpw_a_token_of_16384_characters_is_looked_at() throws Exception {
        String header = Tokens.header(ALICE, "ES256");
        String small = Tokens.signed(ALICE, header, "{\"sub\":\"\"}");
        // Three bytes are four characters.
        int room = (CompactJws.MAX_CHARS - small.length()) / 4 * 3;
        String limit = Tokens.signed(ALICE, header, "{\"sub\":\"" + "x".repeat(room) + "\"}");
        String longer = Tokens.signed(ALICE, header, "{\"sub\":\"" + "x".repeat(room + 4) + "\"}");

        assertThat(limit.length()).isBetween(CompactJws.MAX_CHARS - 4, CompactJws.MAX_CHARS);
        assertThat(VERIFIER.verify(limit)).isNotNull();
        assertThat(refusal(longer).reason()).isEqualTo(Reason.LIMIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"crit\":[\"exp\"] | \"crit\"",
                "\"crit\":[] | \"crit\"",
                "\"crit\":null | \"crit\"",
                "\"b64\":false | \"b64\"",
                "\"b64\":true | \"b64\"",
                "\"enc\":\"A128GCM\" | \"enc\"",
                "\"zip\":\"DEF\" | \"zip\"",
                "\"alg\":\"ES256\" | Duplicate field",
                "\"\\u0061lg\":\"ES256\" | Duplicate field",
                "\"typ\":[] | Duplicate field"
            })
    void a_header_that_asks_for_more_is_refused(String member, String problem) throws Exception {
        String header = Tokens.header(ALICE, "ES256").replace("}", "," + member + "}");

        VerificationException refusal = refusal(Tokens.signed(ALICE, header, CLAIMS));

        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "", "{", "{} {}", "\uFEFF{}", "{\"alg\":\"ES256\"}\0"})
    void a_header_that_is_no_strict_object_is_refused(String header) throws Exception {
        String token = header.isEmpty() ? "." + encoded(CLAIMS) + ".AA" : Tokens.signed(ALICE, header, CLAIMS);

        assertThat(refusal(token).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void parts_in_another_base64_are_refused_although_they_are_signed_so() throws Exception {
        String header = encoded(Tokens.header(ALICE, "ES256"));
        String claims = encoded(CLAIMS);
        // Bits behind the last byte, padding, the standard alphabet, a line break.
        String odd = encoded("{\"sub\":\"a\"}x".substring(0, 11));
        for (String other : List.of(
                odd.substring(0, odd.length() - 1) + (char) (odd.charAt(odd.length() - 1) + 1),
                claims + "=",
                claims + "+",
                claims + "\n",
                claims + " ",
                "A")) {
            assertThat(refusal(Tokens.signedParts(ALICE, header, other)).reason())
                    .as(other)
                    .isEqualTo(Reason.MALFORMED);
        }
        assertThat(refusal(Tokens.signedParts(ALICE, header + "=", claims)).reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void a_token_in_json_serialization_is_refused() throws Exception {
        String token = Tokens.signed(ALICE, Tokens.header(ALICE, "ES256"), CLAIMS);
        String[] parts = token.split("\\.", -1);
        String json = "{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1] + "\",\"signature\":\"" + parts[2]
                + "\"}";

        assertThat(refusal(json).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void mise_9260_there_is_no_way_to_a_verified_token_but_the_verifier() {
        for (Class<?> type : List.of(VerifiedJwt.class, VerifiedJws.class)) {
            assertThat(type.getConstructors()).isEmpty();
            assertThat(type).isFinal();
            assertThat(type.getMethods()).noneMatch(m -> Modifier.isStatic(m.getModifiers()));
        }
    }
}
