package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import java.security.Provider;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTest {
    private static final SigningKey ALICE = TestKeys.ALICE;
    private static final String AUDIENCE = "//binaryauthorization.googleapis.com";
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Digest OTHER = Digest.sha256("other".getBytes(UTF_8));

    private static JwtVerifier.Builder trustingAlice() {
        return JwtVerifier.builder().trust(ALICE.toTrustedKey()).clock(at(NOW));
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private static String sign(JwtClaims claims) throws Exception {
        return JwtSigner.of(ALICE).sign(claims);
    }

    private static VerificationException refusal(JwtVerifier verifier, String token) {
        return catchThrowableOfType(VerificationException.class, () -> verifier.verify(token));
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void a_token_of_every_algorithm_is_verified(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        JwtClaims claims = JwtClaims.about(TestKeys.APP)
                .audience(List.of(AUDIENCE))
                .expiresAt(NOW.plusSeconds(60))
                .putOthers("attestationType", Json.of("TBD"))
                .build();

        String token = JwtSigner.of(key).sign(claims);
        VerifiedJwt verified = JwtVerifier.builder()
                .trust(key.toTrustedKey())
                .audience(AUDIENCE)
                .clock(at(NOW))
                .build()
                .verify(token, TestKeys.APP);

        assertThat(verified.claims()).isEqualTo(claims);
        assertThat(verified.algorithm()).isEqualTo(algorithm);
        assertThat(verified.signer().keyId()).isEqualTo(key.keyId());
        assertThat(verified.signed().payload().toByteArray()).isEqualTo(claims.toJson());
        assertThat(verified)
                .hasToString("VerifiedJwt[container:digest:" + TestKeys.APP + ", signed by " + key.keyId() + " with "
                        + algorithm + "]");
        assertThat(verified.signed().toString()).contains("signed by " + key.keyId());
    }

    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256_SHA256, ES256",
        "ECDSA_P384_SHA384, ES384",
        "ECDSA_P521_SHA512, ES512",
        "ED25519, EdDSA",
        "RSA_PKCS1_SHA256, RS256",
        "RSA_PKCS1_SHA384, RS384",
        "RSA_PKCS1_SHA512, RS512",
        "RSA_PSS_SHA256, PS256",
        "RSA_PSS_SHA384, PS384",
        "RSA_PSS_SHA512, PS512"
    })
    void the_header_says_algorithm_key_and_type(SignatureAlgorithm algorithm, String alg) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        String token = JwtSigner.of(key).sign(JwtClaims.about(TestKeys.APP).build());

        assertThat(Tokens.part(token, 0))
                .isEqualTo("{\"alg\":\"" + alg + "\",\"kid\":\"" + key.keyId() + "\",\"typ\":\"JWT\"}");
        assertThat(Tokens.part(token, 1)).isEqualTo("{\"sub\":\"container:digest:" + TestKeys.APP + "\"}");
    }

    @Test
    void the_key_may_name_itself_as_binary_authorization_does() throws Exception {
        SigningKey named = ALICE.withKeyId(KeyId.ni(ALICE.publicKey()));

        String token = JwtSigner.of(named).sign(JwtClaims.about(TestKeys.APP).build());

        assertThat(Tokens.part(token, 0)).contains("\"kid\":\"ni:///sha-256;");
        assertThat(trustingAlice().build().verify(token).isAbout(TestKeys.APP)).isTrue();
    }

    @Test
    void a_remote_key_signs_tokens() throws Exception {
        Signer remote = Signer.remote(ALICE.publicKey(), ALICE.algorithm(), ALICE::sign);

        String token = JwtSigner.of(remote).sign(JwtClaims.about(TestKeys.APP).build());

        assertThat(trustingAlice().build().verify(token, TestKeys.APP)).isNotNull();
    }

    @Test
    void a_signer_that_returns_no_signature_is_told_so() throws Exception {
        Signer broken = new Signer() {
            @Override
            public java.security.PublicKey publicKey() {
                return ALICE.publicKey();
            }

            @Override
            public SignatureAlgorithm algorithm() {
                return SignatureAlgorithm.ECDSA_P256_SHA256;
            }

            @Override
            public String keyId() {
                return "broken";
            }

            @Override
            public byte[] sign(byte[] message) {
                return new byte[3];
            }
        };
        JwtSigner signer = JwtSigner.of(broken);

        assertThatThrownBy(() -> signer.sign(JwtClaims.about(TestKeys.APP).build()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("returned is no signature");
    }

    @Test
    void a_signer_needs_a_name_and_signs_in_the_usual_way() {
        assertThatThrownBy(() -> JwtSigner.of(ALICE.withKeyId(KeyId.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the signer a key id");
        assertThatThrownBy(() -> JwtSigner.of(ALICE.legacyScheme(LegacyScheme.P1363)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[P1363]");
    }

    @Test
    void a_token_of_more_than_16_kib_is_not_made() throws Exception {
        JwtSigner signer = JwtSigner.of(ALICE);
        JwtClaims large = JwtClaims.builder().subject("x".repeat(16_384)).build();

        assertThatThrownBy(() -> signer.sign(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than the limit of 16384");
    }

    @Test
    void a_token_by_another_key_is_refused() throws Exception {
        String byBob = JwtSigner.of(TestKeys.BOB.withKeyId(KeyId.of(ALICE.keyId())))
                .sign(JwtClaims.about(TestKeys.APP).build());
        String unknown =
                JwtSigner.of(TestKeys.BOB).sign(JwtClaims.about(TestKeys.APP).build());

        assertThat(refusal(trustingAlice().build(), byBob).reason()).isEqualTo(Reason.BAD_SIGNATURE);
        VerificationException refusal = refusal(trustingAlice().build(), unknown);
        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal)
                .hasMessage("token is not trusted: no trusted key goes by its kid \"" + TestKeys.BOB.keyId()
                        + "\"; trusted are [" + ALICE.keyId() + "]");
    }

    @Test
    void the_right_key_is_found_among_several_of_one_name() throws Exception {
        TrustedKey alice = TrustedKey.builder()
                .publicKey(ALICE.publicKey())
                .addKeyId(KeyId.of("team"))
                .build();
        TrustedKey bob = TrustedKey.builder()
                .publicKey(TestKeys.BOB.publicKey())
                .addKeyId(KeyId.of("team"))
                .build();
        TrustedKey edith = TrustedKey.builder()
                .publicKey(TestKeys.EDITH.publicKey())
                .addKeyId(KeyId.of("team"))
                .build();
        String token = JwtSigner.of(TestKeys.BOB.withKeyId(KeyId.of("team")))
                .sign(JwtClaims.about(TestKeys.APP).build());

        assertThat(JwtVerifier.of(edith, alice, bob).verify(token).signer().keyId())
                .isEqualTo(TestKeys.BOB.keyId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"typ\":\"jwt\",", "\"typ\":\"JWT \",", "\"typ\":\"at+jwt\",", ""})
    void the_type_is_jwt(String type) throws Exception {
        String token = Tokens.signed(ALICE, "{\"alg\":\"ES256\"," + type + "\"kid\":\"" + ALICE.keyId() + "\"}", "{}");

        assertThat(refusal(trustingAlice().build(), token).reason()).isEqualTo(Reason.PAYLOAD_TYPE);
        assertThat(JwsVerifier.of(ALICE.toTrustedKey()).verify(token)).isNotNull();
    }

    @Test
    void a_signature_without_a_named_key_is_tried_with_all_keys() throws Exception {
        String token = Tokens.signed(ALICE, "{\"alg\":\"ES256\"}", "not claims");
        JwsVerifier verifier =
                JwsVerifier.of(TestKeys.EDITH.toTrustedKey(), TestKeys.BOB.toTrustedKey(), ALICE.toTrustedKey());

        VerifiedJws verified = verifier.verify(token);

        assertThat(verified.header()).isEqualTo(Json.parse("{\"alg\":\"ES256\"}"));
        assertThat(verified.payload().utf8()).isEqualTo("not claims");
        assertThat(verified.signer().keyId()).isEqualTo(ALICE.keyId());
        assertThat(verified.algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_P256_SHA256);
    }

    @Test
    void the_key_is_named() throws Exception {
        String token = Tokens.signed(ALICE, "{\"alg\":\"ES256\",\"typ\":\"JWT\"}", "{}");

        VerificationException refusal = refusal(trustingAlice().build(), token);

        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal).hasMessageContaining("does not name its key (kid)");
    }

    /** It expires at 12:00:00, with a leeway of 30 seconds in the second case. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T11:59:59.999999999Z, 0, true",
        "2026-11-01T12:00:00Z, 0, false",
        "2026-11-01T12:00:29.999999999Z, 30, true",
        "2026-11-01T12:00:30Z, 30, false"
    })
    void a_token_counts_until_it_expires(Instant time, int leeway, boolean counts) throws Exception {
        String token = sign(JwtClaims.about(TestKeys.APP).expiresAt(NOW).build());
        JwtVerifier verifier = trustingAlice()
                .clock(at(time))
                .leeway(Duration.ofSeconds(leeway))
                .build();

        if (counts) {
            assertThat(verifier.verify(token)).isNotNull();
        } else {
            VerificationException refusal = refusal(verifier, token);
            assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
            assertThat(refusal).hasMessage("token is signed, but it expired at " + NOW + ", and it is " + time);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T11:59:59.999999999Z, 0, false",
        "2026-11-01T12:00:00Z, 0, true",
        "2026-11-01T11:59:30Z, 30, true",
        "2026-11-01T11:59:29.999999999Z, 30, false"
    })
    void a_token_does_not_count_before_its_time(Instant time, int leeway, boolean counts) throws Exception {
        String token = sign(JwtClaims.about(TestKeys.APP).notBefore(NOW).build());
        JwtVerifier verifier = trustingAlice()
                .clock(at(time))
                .leeway(Duration.ofSeconds(leeway))
                .build();

        if (counts) {
            assertThat(verifier.verify(token)).isNotNull();
        } else {
            assertThat(refusal(verifier, token)).hasMessageContaining("does not count before " + NOW);
        }
    }

    @Test
    void a_token_may_be_required_to_expire() throws Exception {
        String token = sign(JwtClaims.about(TestKeys.APP).build());
        String expiring =
                sign(JwtClaims.about(TestKeys.APP).expiresAt(NOW.plusSeconds(1)).build());
        JwtVerifier verifier = trustingAlice().requireExpiry().build();

        assertThat(trustingAlice().build().verify(token)).isNotNull();
        assertThat(refusal(verifier, token).reason()).isEqualTo(Reason.CLAIM);
        assertThat(verifier.verify(expiring)).isNotNull();
    }

    @Test
    void the_leeway_is_from_nothing_to_ten_minutes() {
        assertThat(trustingAlice().leeway(Duration.ofMinutes(10)).build()).isNotNull();
        for (Duration leeway :
                List.of(Duration.ofNanos(-1), Duration.ofMinutes(10).plusNanos(1))) {
            assertThatThrownBy(() -> trustingAlice().leeway(leeway)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_audience_is_looked_at_when_the_verifier_has_one() throws Exception {
        String two = sign(
                JwtClaims.about(TestKeys.APP).audience(List.of("a", AUDIENCE)).build());
        String one = sign(JwtClaims.about(TestKeys.APP).addAudience("a").build());
        String none = sign(JwtClaims.about(TestKeys.APP).build());
        JwtVerifier verifier = trustingAlice().audience(AUDIENCE, "b").build();

        assertThat(verifier.verify(two)).isNotNull();
        assertThat(refusal(verifier, one))
                .hasMessageContaining("its aud is [\"a\"]; accepted: ")
                .extracting(VerificationException::reason)
                .isEqualTo(Reason.CLAIM);
        assertThat(refusal(verifier, none).reason()).isEqualTo(Reason.CLAIM);
        assertThat(trustingAlice().build().verify(one)).isNotNull();
    }

    @Test
    void the_issuer_is_looked_at_when_the_verifier_has_one() throws Exception {
        String token =
                sign(JwtClaims.about(TestKeys.APP).issuer("https://attestor").build());
        JwtVerifier same = trustingAlice().issuer("https://attestor").build();
        JwtVerifier other = trustingAlice().issuer("https://attestor/").build();

        assertThat(same.verify(token)).isNotNull();
        assertThat(refusal(other, token).reason()).isEqualTo(Reason.CLAIM);
        assertThat(refusal(same, sign(JwtClaims.about(TestKeys.APP).build())).reason())
                .isEqualTo(Reason.CLAIM);
    }

    @Test
    void a_token_is_about_the_image_in_its_subject_or_resource() throws Exception {
        String uri = "https://gcr.io/p/app@" + TestKeys.APP;
        JwtVerifier verifier = trustingAlice().build();
        VerifiedJwt bySubject =
                verifier.verify(sign(JwtClaims.about(TestKeys.APP).build()));
        VerifiedJwt byUri =
                verifier.verify(sign(JwtClaims.builder().resourceUri(uri).build()));
        VerifiedJwt both = verifier.verify(
                sign(JwtClaims.about(TestKeys.APP).resourceUri(uri).build()));
        VerifiedJwt contradiction =
                verifier.verify(sign(JwtClaims.about(OTHER).resourceUri(uri).build()));
        VerifiedJwt person =
                verifier.verify(sign(JwtClaims.builder().subject("alice").build()));
        VerifiedJwt personAndUri = verifier.verify(
                sign(JwtClaims.builder().subject("alice").resourceUri(uri).build()));
        VerifiedJwt nothing = verifier.verify(sign(JwtClaims.builder().build()));

        for (VerifiedJwt about : List.of(bySubject, byUri, both, personAndUri)) {
            assertThat(about.isAbout(TestKeys.APP)).as(about.toString()).isTrue();
            assertThat(about.isAbout(OTHER)).isFalse();
        }
        for (VerifiedJwt notAbout : List.of(contradiction, person, nothing)) {
            assertThat(notAbout.isAbout(TestKeys.APP)).isFalse();
            assertThat(notAbout.isAbout(OTHER)).isFalse();
        }
        assertThat(nothing.toString()).startsWith("VerifiedJwt[no subject");
    }

    @Test
    void a_token_about_another_image_is_refused() throws Exception {
        String token = sign(JwtClaims.about(TestKeys.APP).build());
        JwtVerifier verifier = trustingAlice().build();

        assertThatThrownBy(() -> verifier.verify(token, OTHER))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUBJECT_MISMATCH))
                .hasMessage("token is signed, but not about " + OTHER + ": its sub is \"container:digest:"
                        + TestKeys.APP + "\" and its resourceUri missing");
    }

    @Test
    void a_resource_matches_character_by_character() throws Exception {
        String uri = "https://gcr.io/p/app@" + TestKeys.APP;
        VerifiedJwt verified = trustingAlice()
                .build()
                .verify(sign(JwtClaims.builder().resourceUri(uri).build()));

        verified.requireResource(uri);
        assertThatThrownBy(() -> verified.requireResource(uri.replace("/p/", "/q/")))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SUBJECT_MISMATCH));
    }

    @Test
    void a_key_outside_its_validity_does_not_count() throws Exception {
        TrustedKey past = TrustedKey.builder()
                .publicKey(ALICE.publicKey())
                .notAfter(NOW.minusSeconds(1))
                .build();
        JwtVerifier verifier = JwtVerifier.builder().trust(past).clock(at(NOW)).build();
        JwsVerifier signatures =
                JwsVerifier.builder().trust(past).clock(at(NOW)).build();
        String token = sign(JwtClaims.about(TestKeys.APP).build());

        assertThat(refusal(verifier, token).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(catchThrowableOfType(VerificationException.class, () -> signatures.verify(token))
                        .reason())
                .isEqualTo(Reason.EXPIRED);
        assertThat(JwsVerifier.builder()
                        .trust(past)
                        .clock(at(NOW.minusSeconds(1)))
                        .build()
                        .verify(token))
                .isNotNull();
    }

    @Test
    void keys_that_sign_in_unusual_ways_sign_no_tokens() throws Exception {
        TrustedKey raw = TrustedKey.builder()
                .publicKey(ALICE.publicKey())
                .legacyScheme(LegacyScheme.RAW_PAYLOAD)
                .build();
        TrustedKey sideBySide = TrustedKey.builder()
                .publicKey(ALICE.publicKey())
                .legacyScheme(LegacyScheme.P1363)
                .build();

        assertThatThrownBy(() -> JwtVerifier.of(raw))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[RAW_PAYLOAD], in which no token is signed");
        assertThat(JwtVerifier.of(sideBySide)
                        .verify(sign(JwtClaims.about(TestKeys.APP).build())))
                .isNotNull();
    }

    @Test
    void a_verifier_needs_a_key() {
        assertThatThrownBy(() -> JwtVerifier.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a verifier needs at least one trusted key");
    }

    @Test
    void a_provider_that_was_handed_in_verifies() throws Exception {
        Provider sunEc = Security.getProvider("SunEC");
        String token = sign(JwtClaims.about(TestKeys.APP).build());

        assertThat(trustingAlice().provider(sunEc).build().verify(token)).isNotNull();
        assertThat(JwsVerifier.builder()
                        .trust(ALICE.toTrustedKey())
                        .provider(sunEc)
                        .build()
                        .verify(token))
                .isNotNull();
    }

    @Test
    void claims_that_are_not_as_specified_are_malformed() throws Exception {
        for (String claims : List.of("", "[]", "{\"exp\":\"1\"}", "{\"sub\":1}", "{\"a\":1,\"a\":1}", "{} {}")) {
            String token = Tokens.signed(ALICE, Tokens.header(ALICE, "ES256"), claims);

            VerificationException refusal = refusal(trustingAlice().build(), token);
            assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(refusal).hasMessageContaining("token is signed, but its claims are not");
        }
    }

    @Test
    void a_weak_key_signs_nothing() {
        assertThat(JwtSigner.class.getConstructors()).isEmpty();
        Signer weak = new Signer() {
            @Override
            public java.security.PublicKey publicKey() {
                try {
                    return java.security.KeyFactory.getInstance("RSA")
                            .generatePublic(new java.security.spec.RSAPublicKeySpec(
                                    java.math.BigInteger.TWO.pow(1023).setBit(0), java.math.BigInteger.valueOf(65537)));
                } catch (java.security.GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public SignatureAlgorithm algorithm() {
                return SignatureAlgorithm.RSA_PKCS1_SHA256;
            }

            @Override
            public String keyId() {
                return "weak";
            }

            @Override
            public byte[] sign(byte[] message) {
                return new byte[128];
            }
        };

        assertThatThrownBy(() -> JwtSigner.of(weak)).isInstanceOf(KeyException.class);
    }

    @Test
    void other_claims_come_along() throws Exception {
        JwtClaims claims = JwtClaims.about(TestKeys.APP)
                .others(Map.of("attestation", Json.of("")))
                .build();

        assertThat(trustingAlice().build().verify(sign(claims)).claims().others())
                .containsEntry("attestation", Json.of(""));
    }
}
