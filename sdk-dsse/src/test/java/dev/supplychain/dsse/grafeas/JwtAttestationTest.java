package dev.supplychain.dsse.grafeas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerificationLimits;
import dev.supplychain.dsse.cosign.SignedIdentity;
import dev.supplychain.dsse.jwt.JwtClaims;
import dev.supplychain.dsse.jwt.JwtSigner;
import dev.supplychain.dsse.jwt.JwtVerifier;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Jwt;
import dev.supplychain.model.oci.ImageReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attestations that are tokens; what a token has to be is tested where tokens are. */
class JwtAttestationTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final ImageReference IMAGE =
            ImageReference.parse("us-docker.pkg.dev/p/r/app:1.0").withDigest(DIGEST);
    private static final String RESOURCE = "us-docker.pkg.dev/p/r/app@" + DIGEST;
    private static final AttestationVerifier TRUSTS_ALICE = trustingAlice().build();

    private static AttestationVerifier.Builder trustingAlice() {
        return AttestationVerifier.builder()
                .jwtVerifier(JwtVerifier.builder()
                        .trust(TestKeys.ALICE.toTrustedKey())
                        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                        .build());
    }

    private static Jwt token(SigningKey key, JwtClaims claims) throws Exception {
        return Jwt.builder().compactJwt(JwtSigner.of(key).sign(claims)).build();
    }

    private static AttestationOccurrence of(Jwt... tokens) {
        return AttestationOccurrence.builder().addJwts(tokens).build();
    }

    @Test
    void a_token_about_the_digest_or_the_resource_is_an_attestation() throws Exception {
        JwtClaims byDigest = JwtClaims.about(DIGEST).build();
        JwtClaims byResource =
                JwtClaims.builder().resourceUri("https://" + RESOURCE).build();
        JwtClaims byBoth = JwtClaims.about(DIGEST).resourceUri(RESOURCE).build();

        for (JwtClaims claims : List.of(byDigest, byResource, byBoth)) {
            VerifiedImageAttestation verified = TRUSTS_ALICE.verify(IMAGE, of(token(TestKeys.ALICE, claims)));

            assertThat(verified.digest()).isEqualTo(DIGEST);
            assertThat(verified.payload()).isEmpty();
            assertThat(verified.token().orElseThrow().claims()).isEqualTo(claims);
            assertThat(verified.dockerReference().isPresent())
                    .isEqualTo(claims.resourceUri().isPresent());
            assertThat(verified.signers()).singleElement().extracting("keyId").isEqualTo(TestKeys.ALICE.keyId());
        }
    }

    @Test
    void a_token_about_another_image_or_by_another_key_is_refused() throws Exception {
        Jwt otherDigest = token(
                TestKeys.ALICE, JwtClaims.about(Digest.sha256(new byte[0])).build());
        Jwt otherName = token(
                TestKeys.ALICE,
                JwtClaims.builder().resourceUri("example.com/app@" + DIGEST).build());
        Jwt bobs = token(TestKeys.BOB, JwtClaims.about(DIGEST).build());
        Jwt expired = token(
                TestKeys.ALICE,
                JwtClaims.about(DIGEST).expiresAt(NOW.minusSeconds(1)).build());

        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, of(otherDigest))))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, of(otherName))))
                .hasMessageContaining("which does not hold by matchRepository")
                .extracting("reason")
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, of(bobs)))).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, of(expired))))
                .isEqualTo(Reason.EXPIRED);
        assertThat(Refusal.reasonOf(
                        () -> TRUSTS_ALICE.verify(IMAGE, of(Jwt.builder().build()))))
                .isEqualTo(Reason.MALFORMED);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, of(bobs, otherDigest, expired))))
                .as("the one that came closest")
                .isEqualTo(Reason.SUBJECT_MISMATCH);
    }

    @Test
    void one_good_token_is_enough() throws Exception {
        Jwt bobs = token(TestKeys.BOB, JwtClaims.about(DIGEST).build());
        Jwt alices = token(TestKeys.ALICE, JwtClaims.about(DIGEST).build());

        assertThat(TRUSTS_ALICE.verify(IMAGE, of(bobs, alices)).outcomes())
                .singleElement()
                .extracting("index")
                .isEqualTo(1);
    }

    @Test
    void a_token_counts_beside_signatures_of_keys_that_are_not_trusted() throws Exception {
        AttestationVerifier verifier =
                trustingAlice().trust(TestKeys.EDITH.toTrustedKey()).build();
        AttestationOccurrence bobs = AttestationSigner.of(TestKeys.BOB).sign(IMAGE);
        AttestationOccurrence both = AttestationOccurrence.builder()
                .from(bobs)
                .addJwts(token(TestKeys.ALICE, JwtClaims.about(DIGEST).build()))
                .build();
        AttestationOccurrence ediths = AttestationOccurrence.builder()
                .from(AttestationSigner.of(TestKeys.EDITH).sign(IMAGE))
                .jwts(both.jwts())
                .build();

        assertThat(verifier.verify(IMAGE, both).token()).isPresent();
        assertThat(verifier.verify(IMAGE, ediths).payload()).isPresent();
        assertThat(Refusal.reasonOf(() -> verifier.verify(IMAGE, bobs))).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** A signature by a key of JWTs is no token, and the other way round. */
    @Test
    void keys_for_tokens_do_not_sign_payloads() throws Exception {
        AttestationOccurrence alices = AttestationSigner.of(TestKeys.ALICE).sign(IMAGE);
        AttestationVerifier ofPayloads = AttestationVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey())
                .build();
        Jwt token = token(TestKeys.ALICE, JwtClaims.about(DIGEST).build());

        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, alices))).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(Refusal.of(() -> ofPayloads.verify(IMAGE, of(token))))
                .hasMessageContaining("no key for JWTs is configured");
    }

    @Test
    void a_name_that_was_asked_for_has_to_be_there() throws Exception {
        AttestationVerifier named =
                trustingAlice().signedIdentity(SignedIdentity.matchRepository()).build();
        Jwt byDigest = token(TestKeys.ALICE, JwtClaims.about(DIGEST).build());
        Jwt byResource =
                token(TestKeys.ALICE, JwtClaims.builder().resourceUri(RESOURCE).build());

        assertThat(named.verify(IMAGE, of(byResource)).dockerReference()).hasValue(RESOURCE);
        assertThat(Refusal.of(() -> named.verify(IMAGE, of(byDigest))))
                .hasMessageContaining("it names no repository, and matchRepository was asked for");
        assertThat(trustingAlice()
                        .signedIdentity(SignedIdentity.insecureAny())
                        .build()
                        .verify(IMAGE, of(byDigest))
                        .digest())
                .isEqualTo(DIGEST);
    }

    @Test
    void a_digest_and_a_limit_are_needed_for_tokens_too() throws Exception {
        Jwt token = token(TestKeys.ALICE, JwtClaims.about(DIGEST).build());
        AttestationOccurrence many = AttestationOccurrence.builder()
                .addAllJwts(Collections.nCopies(3, token))
                .build();
        AttestationVerifier narrow = trustingAlice()
                .limits(VerificationLimits.builder().signatures(2).build())
                .build();

        assertThatThrownBy(() -> TRUSTS_ALICE.verify(ImageReference.parse("a/b:1"), of(token)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Refusal.reasonOf(() -> narrow.verify(IMAGE, many))).isEqualTo(Reason.LIMIT);
    }
}
