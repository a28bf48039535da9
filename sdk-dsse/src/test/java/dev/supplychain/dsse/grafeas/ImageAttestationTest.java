package dev.supplychain.dsse.grafeas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.SignatureOutcome.Status;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerificationLimits;
import dev.supplychain.dsse.cosign.SignedIdentity;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Jwt;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.grafeas.v1.Signature;
import dev.supplychain.model.grafeas.v1beta1.attestation.Attestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.GenericSignedAttestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.PgpSignedAttestation;
import dev.supplychain.model.oci.ImageReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAttestationTest {
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final ImageReference IMAGE =
            ImageReference.parse("us-docker.pkg.dev/p/r/app:1.0").withDigest(DIGEST);
    private static final AttestationSigner ALICE = AttestationSigner.of(TestKeys.ALICE);
    private static final AttestationVerifier TRUSTS_ALICE =
            trusting(TestKeys.ALICE).build();
    private static final String KMS =
            "//cloudkms.googleapis.com/v1/projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1";

    private static AttestationVerifier.Builder trusting(SigningKey key) {
        return AttestationVerifier.builder().trust(key.toTrustedKey());
    }

    private static AttestationOccurrence over(byte[] payload, String publicKeyId, byte[] signature) {
        return AttestationOccurrence.builder()
                .serializedPayload(Bytes.of(payload))
                .addSignatures(signature(publicKeyId, signature))
                .build();
    }

    private static Signature signature(String publicKeyId, byte[] signature) {
        return Signature.builder()
                .publicKeyId(publicKeyId)
                .signature(Bytes.of(signature))
                .build();
    }

    /** Signed by Alice under her usual id. */
    private static AttestationOccurrence over(String payload) throws Exception {
        byte[] bytes = payload.getBytes(UTF_8);
        return over(bytes, KeyId.ni(TestKeys.ALICE.publicKey()).text(), TestKeys.ALICE.sign(bytes));
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void an_image_is_attested_and_verified_with_every_kind_of_key(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);

        VerifiedImageAttestation verified =
                trusting(key).build().verify(IMAGE, AttestationSigner.of(key).sign(IMAGE));

        assertThat(verified.digest()).isEqualTo(DIGEST);
        assertThat(verified.image()).isEqualTo(IMAGE);
        assertThat(verified.dockerReference()).hasValue("us-docker.pkg.dev/p/r/app");
        assertThat(verified.payload()).hasValue(SimpleSigningPayload.binaryAuthorization(IMAGE));
        assertThat(verified.token()).isEmpty();
        assertThat(verified.signers()).singleElement().extracting("keyId").isEqualTo(key.keyId());
        assertThat(verified).hasToString("VerifiedImageAttestation[" + IMAGE + ", signed by [" + key.keyId() + "]]");
    }

    @Test
    void an_attestation_is_what_gcloud_makes() throws Exception {
        AttestationOccurrence attestation = ALICE.sign(IMAGE);

        assertThat(attestation.serializedPayload().orElseThrow().utf8())
                .isEqualTo("{\n  \"critical\": {\n    \"identity\": {\n"
                        + "      \"docker-reference\": \"us-docker.pkg.dev/p/r/app\"\n    },\n    \"image\": {\n"
                        + "      \"docker-manifest-digest\": \"" + DIGEST + "\"\n    },\n"
                        + "    \"type\": \"Google cloud binauthz container signature\"\n  }\n}\n");
        assertThat(attestation.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.publicKeyId())
                    .hasValue(KeyId.ni(TestKeys.ALICE.publicKey()).text());
            assertThat(BlobVerifier.of(TestKeys.ALICE.publicKey())
                            .verify(
                                    attestation
                                            .serializedPayload()
                                            .orElseThrow()
                                            .toByteArray(),
                                    signature.signature().orElseThrow()))
                    .isNotNull();
        });
        assertThat(attestation.jwts()).isEmpty();
    }

    @Test
    void an_occurrence_is_ready_for_the_service() throws Exception {
        Occurrence occurrence = ALICE.occurrence(IMAGE, NoteName.of("my-project", "tested"));
        Occurrence stored = ModelJson.read(ModelJson.write(occurrence), Occurrence.class);

        assertThat(occurrence.resourceUri()).hasValue("us-docker.pkg.dev/p/r/app@" + DIGEST);
        assertThat(occurrence.noteName()).hasValue("projects/my-project/notes/tested");
        assertThat(TRUSTS_ALICE
                        .verify(IMAGE, stored.attestation().orElseThrow())
                        .digest())
                .isEqualTo(DIGEST);
    }

    @Test
    void a_key_is_found_by_the_id_it_is_configured_under_and_by_no_other() throws Exception {
        AttestationVerifier verifier = AttestationVerifier.builder()
                .trust(Map.of(KMS, TestKeys.ALICE.toTrustedKey()))
                .build();
        AttestationOccurrence byKms =
                AttestationSigner.of(TestKeys.ALICE, KeyId.of(KMS)).sign(IMAGE);

        assertThat(verifier.verify(IMAGE, byKms).digest()).isEqualTo(DIGEST);
        VerificationException refusal = Refusal.of(() -> verifier.verify(IMAGE, ALICE.sign(IMAGE)));
        assertThat(refusal.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(refusal)
                .hasMessageContaining("attestation of " + IMAGE + " is not trusted")
                .hasMessageContaining("no key is configured under its publicKeyId")
                .hasMessageEndingWith("; configured are [" + KMS + "]");
        assertThat(refusal.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.NO_TRUSTED_KEY);
            assertThat(outcome.keyid()).startsWith("ni:///sha-256;");
        });
        AttestationOccurrence unnamed = AttestationOccurrence.builder()
                .from(byKms)
                .signatures(List.of(Signature.builder()
                        .signature(byKms.signatures().get(0).signature().orElseThrow())
                        .build()))
                .build();
        assertThat(Refusal.reasonOf(() -> verifier.verify(IMAGE, unnamed))).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    /** The id decides which key has to hold: another trusted key does not help. */
    @Test
    void a_signature_under_the_id_of_another_trusted_key_is_bad() throws Exception {
        AttestationVerifier both =
                trusting(TestKeys.ALICE).trust(TestKeys.BOB.toTrustedKey()).build();
        AttestationOccurrence mislabelled = AttestationSigner.of(TestKeys.BOB, KeyId.ni(TestKeys.ALICE.publicKey()))
                .sign(IMAGE);

        VerificationException refusal = Refusal.of(() -> both.verify(IMAGE, mislabelled));

        assertThat(refusal.reason()).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(refusal.outcomes()).singleElement().extracting("status").isEqualTo(Status.BAD_SIGNATURE);
    }

    @Test
    void one_good_signature_is_enough_and_all_are_reported() throws Exception {
        AttestationOccurrence alices = ALICE.sign(IMAGE);
        AttestationOccurrence bobs = AttestationSigner.of(TestKeys.BOB).sign(IMAGE);
        Signature good = alices.signatures().get(0);
        AttestationOccurrence all = AttestationOccurrence.builder()
                .from(alices)
                .signatures(List.of(
                        bobs.signatures().get(0),
                        signature(good.publicKeyId().orElseThrow(), new byte[8]),
                        Signature.builder().publicKeyId(good.publicKeyId()).build(),
                        Signature.builder()
                                .publicKeyId(good.publicKeyId())
                                .signature(Bytes.ofUncheckedBase64("no base64!"))
                                .build(),
                        good,
                        good))
                .build();

        VerifiedImageAttestation verified = TRUSTS_ALICE.verify(IMAGE, all);

        assertThat(verified.signers()).hasSize(1);
        assertThat(verified.outcomes())
                .extracting("status")
                .containsExactly(
                        Status.NO_TRUSTED_KEY,
                        Status.BAD_SIGNATURE,
                        Status.BAD_SIGNATURE,
                        Status.BAD_SIGNATURE,
                        Status.ACCEPTED,
                        Status.SAME_KEY_AGAIN);
    }

    @Test
    void a_key_outside_its_validity_is_named_as_the_reason() throws Exception {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        AttestationVerifier late = AttestationVerifier.builder()
                .trust(TrustedKey.builder()
                        .publicKey(TestKeys.ALICE.publicKey())
                        .notAfter(end)
                        .build())
                .clock(Clock.fixed(end.plusSeconds(1), ZoneOffset.UTC))
                .build();

        VerificationException refusal = Refusal.of(() -> late.verify(IMAGE, ALICE.sign(IMAGE)));

        assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(refusal.outcomes()).singleElement().extracting("status").isEqualTo(Status.OUTSIDE_VALIDITY);
    }

    @Test
    void the_digest_and_the_name_are_those_of_the_callers_image() throws Exception {
        AttestationOccurrence attestation = ALICE.sign(IMAGE);
        ImageReference otherDigest = IMAGE.withDigest(Digest.sha256(new byte[0]));
        ImageReference copy = ImageReference.parse("mirror.example.com/app").withDigest(DIGEST);
        AttestationVerifier anywhere = trusting(TestKeys.ALICE)
                .signedIdentity(SignedIdentity.insecureAny())
                .build();

        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(otherDigest, attestation)))
                .hasMessageContaining("it is about the image " + DIGEST)
                .extracting("reason")
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(copy, attestation)))
                .hasMessageContaining(
                        "the name in it is \"us-docker.pkg.dev/p/r/app\", which does not hold by matchRepository")
                .extracting("reason")
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(anywhere.verify(copy, attestation).digest()).isEqualTo(DIGEST);
        assertThatThrownBy(() -> TRUSTS_ALICE.verify(ImageReference.parse("a/b:1"), attestation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no digest");
    }

    /** Kritis and Voucher leave {@code optional} out. */
    @Test
    void payloads_of_the_writers_that_are_accepted_are_read() throws Exception {
        String cosign = SimpleSigningPayload.cosign(IMAGE).bytes().utf8();
        String atomic = SimpleSigningPayload.atomic(IMAGE, "skopeo", Instant.EPOCH)
                .bytes()
                .utf8();
        String kritis = atomic.substring(0, atomic.indexOf(",\"optional\"")) + "}";
        AttestationVerifier ofCosign =
                trusting(TestKeys.ALICE).dialects(Dialect.COSIGN).build();

        for (String payload : List.of(atomic, kritis)) {
            assertThat(TRUSTS_ALICE
                            .verify(IMAGE, over(payload))
                            .payload()
                            .orElseThrow()
                            .bytes())
                    .isEqualTo(Bytes.utf8(payload));
            assertThat(Refusal.reasonOf(() -> ofCosign.verify(IMAGE, over(payload))))
                    .isEqualTo(Reason.PAYLOAD_TYPE);
        }
        assertThat(ofCosign.verify(IMAGE, over(cosign)).digest()).isEqualTo(DIGEST);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, over(cosign))))
                .hasMessageEndingWith("accepted are the types of [ATOMIC, BINARY_AUTHORIZATION]");
    }

    @Test
    void a_payload_of_an_unknown_type_is_refused_by_its_type() throws Exception {
        String payload = SimpleSigningPayload.cosign(IMAGE)
                .bytes()
                .utf8()
                .replace("cosign container image signature", "another signature");

        VerificationException refusal = Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, over(payload)));

        assertThat(refusal.reason()).isEqualTo(Reason.PAYLOAD_TYPE);
        assertThat(refusal).hasMessageContaining("\"another signature\"");
        assertThat(refusal.outcomes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "good payload",
                "null",
                "[]",
                "{\"critical\":{\"type\":1}}",
                "{\"critical\":{\"type\":\"atomic container signature\"}}",
                "{\"critical\":{},\"critical\":{}}"
            })
    void a_signed_payload_that_is_no_simple_signing_is_refused_as_such(String payload) throws Exception {
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, over(payload))))
                .isIn(Reason.MALFORMED, Reason.PAYLOAD_TYPE);
    }

    @Test
    void what_cannot_be_an_attestation_is_refused_with_the_reason() throws Exception {
        AttestationOccurrence good = ALICE.sign(IMAGE);
        AttestationOccurrence unsigned =
                AttestationOccurrence.builder().from(good).signatures(List.of()).build();
        AttestationOccurrence empty =
                AttestationOccurrence.builder().signatures(good.signatures()).build();
        AttestationOccurrence garbled = AttestationOccurrence.builder()
                .from(good)
                .serializedPayload(Bytes.ofUncheckedBase64("no base64!"))
                .build();
        AttestationOccurrence tokens = AttestationOccurrence.builder()
                .addJwts(Jwt.builder().compactJwt("a.b.c").build())
                .build();

        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, unsigned)))
                .hasMessageContaining("it has no signatures")
                .extracting("reason")
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, empty)))
                .hasMessageContaining("lacks the serializedPayload");
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, garbled)))
                .hasMessageContaining("attestation at /serializedPayload")
                .extracting("reason")
                .isEqualTo(Reason.MALFORMED);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, tokens)))
                .hasMessageContaining("no key for JWTs is configured");
    }

    @Test
    void attestations_over_the_limits_are_not_looked_at() throws Exception {
        AttestationVerifier narrow = trusting(TestKeys.ALICE)
                .limits(VerificationLimits.builder()
                        .signatures(2)
                        .payloadBytes(400)
                        .build())
                .build();
        AttestationOccurrence good = ALICE.sign(IMAGE);
        AttestationOccurrence many = AttestationOccurrence.builder()
                .from(good)
                .signatures(Collections.nCopies(3, good.signatures().get(0)))
                .build();

        assertThat(narrow.verify(IMAGE, good).digest()).isEqualTo(DIGEST);
        assertThat(Refusal.reasonOf(() -> narrow.verify(IMAGE, many))).isEqualTo(Reason.LIMIT);
        assertThat(Refusal.reasonOf(() -> narrow.verify(IMAGE, over(" ".repeat(401)))))
                .isEqualTo(Reason.LIMIT);
    }

    @Test
    void a_message_about_many_signatures_stays_short() throws Exception {
        AttestationOccurrence bobs = AttestationSigner.of(TestKeys.BOB).sign(IMAGE);
        AttestationOccurrence many = AttestationOccurrence.builder()
                .from(bobs)
                .signatures(Collections.nCopies(64, bobs.signatures().get(0)))
                .build();

        VerificationException refusal = Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, many));

        assertThat(String.valueOf(refusal.getMessage()).split("NO_TRUSTED_KEY", -1))
                .hasSize(6);
        assertThat(refusal.outcomes()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {SimpleSigningPayload.MEDIA_TYPE, "application/x"})
    void signatures_over_the_pre_authentication_encoding_count_where_they_are_expected_and_only_there(String type)
            throws Exception {
        AttestationVerifier pae = trusting(TestKeys.ALICE).paeEncoded(type).build();
        AttestationOccurrence encoded = ALICE.paeEncoded(type).sign(IMAGE);

        assertThat(pae.verify(IMAGE, encoded).digest()).isEqualTo(DIGEST);
        assertThat(encoded.serializedPayload()).isEqualTo(ALICE.sign(IMAGE).serializedPayload());
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, encoded))).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(Refusal.reasonOf(() -> pae.verify(IMAGE, ALICE.sign(IMAGE)))).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(Refusal.reasonOf(
                        () -> pae.verify(IMAGE, ALICE.paeEncoded("text/plain").sign(IMAGE))))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void attestations_of_version_1beta1_are_verified_alike() throws Exception {
        Attestation attestation = ALICE.signV1beta1(IMAGE);
        Attestation stored = ModelJson.read(ModelJson.write(attestation), Attestation.class);
        Attestation untyped = Attestation.builder()
                .genericSignedAttestation(GenericSignedAttestation.builder()
                        .serializedPayload(attestation
                                .genericSignedAttestation()
                                .orElseThrow()
                                .serializedPayload())
                        .signatures(attestation
                                .genericSignedAttestation()
                                .orElseThrow()
                                .signatures())
                        .build())
                .build();
        Attestation pgp = Attestation.builder()
                .pgpSignedAttestation(PgpSignedAttestation.builder()
                        .signature("-----BEGIN PGP")
                        .build())
                .build();

        assertThat(TRUSTS_ALICE.verify(IMAGE, stored).digest()).isEqualTo(DIGEST);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, untyped)))
                .hasMessageContaining("CONTENT_TYPE_UNSPECIFIED")
                .extracting("reason")
                .isEqualTo(Reason.PAYLOAD_TYPE);
        assertThat(Refusal.of(() -> TRUSTS_ALICE.verify(IMAGE, pgp))).hasMessageContaining("CONTENT_TYPE_UNSPECIFIED");
        assertThat(Refusal.of(
                        () -> TRUSTS_ALICE.verify(IMAGE, Attestation.builder().build())))
                .hasMessageContaining("neither a pgpSignedAttestation nor a genericSignedAttestation");
        assertThat(Refusal.reasonOf(() -> trusting(TestKeys.BOB).build().verify(IMAGE, stored)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void ids_have_to_be_unambiguous_and_there_has_to_be_a_key() throws Exception {
        TrustedKey alice = TestKeys.ALICE.toTrustedKey();

        assertThatThrownBy(() -> AttestationVerifier.builder().trust("", alice))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AttestationVerifier.builder()
                        .trust("id", alice)
                        .trust("id", alice)
                        .trust("id", TestKeys.BOB.toTrustedKey()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the id \"id\" stands for the key " + alice + " already");
        assertThatThrownBy(() -> AttestationVerifier.builder().build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AttestationVerifier.builder().dialects()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AttestationSigner.of(TestKeys.ALICE, KeyId.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(AttestationVerifier.builder()
                        .trust(TrustedKey.builder()
                                .publicKey(TestKeys.ALICE.publicKey())
                                .addKeyId(KeyId.empty())
                                .build())
                        .build()
                        .verify(IMAGE, ALICE.sign(IMAGE))
                        .digest())
                .isEqualTo(DIGEST);
    }

    /** What is in it is not what was signed: a member that no signature covers is not looked at. */
    @Test
    void the_signed_bytes_decide_and_not_their_meaning() throws Exception {
        AttestationOccurrence attestation = ALICE.sign(IMAGE);
        Bytes sameMeaning = Bytes.of(
                Json.parse(attestation.serializedPayload().orElseThrow().toByteArray())
                        .toUtf8());
        AttestationOccurrence rewritten = AttestationOccurrence.builder()
                .from(attestation)
                .serializedPayload(sameMeaning)
                .build();

        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verify(IMAGE, rewritten)))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }
}
