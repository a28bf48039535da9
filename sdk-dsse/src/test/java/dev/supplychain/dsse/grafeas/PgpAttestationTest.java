package dev.supplychain.dsse.grafeas;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.SignatureOutcome.Status;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.dsse.pgp.PgpPublicKey;
import dev.supplychain.dsse.pgp.PgpSigner;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Signature;
import dev.supplychain.model.grafeas.v1beta1.attestation.Attestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.PgpSignedAttestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.PgpSignedAttestation.ContentType;
import dev.supplychain.model.oci.ImageReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attestations whose signature is an OpenPGP message around the payload. */
@Tag("needs-bouncycastle")
class PgpAttestationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final ImageReference IMAGE =
            ImageReference.parse("us-docker.pkg.dev/p/r/app").withDigest(DIGEST);
    private static final PgpSigner PAULA = signer("Paula");
    private static final AttestationSigner ATTESTOR = AttestationSigner.of(PAULA);

    private static PgpSigner signer(String name) {
        try {
            String key = PgpSigner.generateKey(
                    SignatureAlgorithm.ED25519,
                    name,
                    new char[0],
                    CLOCK.instant().minusSeconds(3600));
            return PgpSigner.read(key.getBytes(US_ASCII), new char[0], CLOCK);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static AttestationVerifier.Builder trusting(TrustedKey key) {
        return AttestationVerifier.builder().trust(key).clock(CLOCK);
    }

    private static AttestationVerifier trustingPaula() {
        return trusting(PAULA.publicKey().toTrustedKey()).build();
    }

    private static Attestation attestation(PgpSignedAttestation message) {
        return Attestation.builder().pgpSignedAttestation(message).build();
    }

    private static PgpSignedAttestation.Builder message(String signature) {
        return PgpSignedAttestation.builder()
                .signature(signature)
                .pgpKeyId(PAULA.publicKey().fingerprint())
                .contentType(ContentType.SIMPLE_SIGNING_JSON);
    }

    @Test
    void a_message_is_made_and_verified_in_both_versions() throws Exception {
        Attestation beta = ATTESTOR.signV1beta1(IMAGE);
        AttestationOccurrence attestation = ATTESTOR.sign(IMAGE);

        VerifiedImageAttestation ofBeta = trustingPaula().verify(IMAGE, beta);
        VerifiedImageAttestation ofV1 = trustingPaula().verify(IMAGE, attestation);

        PgpSignedAttestation message = beta.pgpSignedAttestation().orElseThrow();
        assertThat(message.signature().orElseThrow()).startsWith("-----BEGIN PGP MESSAGE-----");
        assertThat(message.pgpKeyId()).hasValue(PAULA.publicKey().fingerprint());
        assertThat(attestation.signatures().get(0).publicKeyId())
                .hasValue(PAULA.publicKey().fingerprint());
        assertThat(ofBeta.payload()).hasValue(SimpleSigningPayload.binaryAuthorization(IMAGE));
        assertThat(ofV1.payload()).isEqualTo(ofBeta.payload());
        assertThat(ofBeta.signers())
                .singleElement()
                .satisfies(signer ->
                        assertThat(signer.name()).contains(PAULA.publicKey().fingerprint(), "Paula"));
    }

    @Test
    void the_armor_may_stand_in_base64() throws Exception {
        String armored = PAULA.sign(
                SimpleSigningPayload.binaryAuthorization(IMAGE).bytes().toByteArray());

        assertThat(trustingPaula()
                        .verify(
                                IMAGE,
                                attestation(
                                        message(Bytes.utf8(armored).base64()).build()))
                        .digest())
                .isEqualTo(DIGEST);
    }

    @Test
    void an_unknown_fingerprint_is_refused_and_so_is_the_message_of_another_key() throws Exception {
        Attestation ofOther = AttestationSigner.of(signer("Otto")).signV1beta1(IMAGE);
        Attestation mislabelled = attestation(
                message(ofOther.pgpSignedAttestation().orElseThrow().signature().orElseThrow())
                        .build());
        Attestation unnamed = attestation(PgpSignedAttestation.builder()
                .from(ATTESTOR.signV1beta1(IMAGE).pgpSignedAttestation().orElseThrow())
                .pgpKeyId(Optional.empty())
                .build());

        assertThat(Refusal.of(() -> trustingPaula().verify(IMAGE, ofOther)))
                .hasMessageContaining("no key is configured under its publicKeyId")
                .extracting("reason")
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(Refusal.reasonOf(() -> trustingPaula().verify(IMAGE, mislabelled)))
                .isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(Refusal.reasonOf(() -> trustingPaula().verify(IMAGE, unnamed)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void what_is_no_message_of_simple_signing_is_refused() throws Exception {
        Attestation untyped = attestation(PgpSignedAttestation.builder()
                .from(ATTESTOR.signV1beta1(IMAGE).pgpSignedAttestation().orElseThrow())
                .contentType(ContentType.CONTENT_TYPE_UNSPECIFIED)
                .build());
        Attestation empty = attestation(PgpSignedAttestation.builder()
                .pgpKeyId(PAULA.publicKey().fingerprint())
                .contentType(ContentType.SIMPLE_SIGNING_JSON)
                .build());
        Attestation text =
                attestation(message(PAULA.sign("some text".getBytes(UTF_8))).build());

        assertThat(Refusal.reasonOf(() -> trustingPaula().verify(IMAGE, untyped)))
                .isEqualTo(Reason.PAYLOAD_TYPE);
        assertThat(Refusal.of(() -> trustingPaula().verify(IMAGE, empty)))
                .hasMessageContaining("there is no signature");
        assertThat(Refusal.reasonOf(() -> trustingPaula().verify(IMAGE, text))).isEqualTo(Reason.MALFORMED);
        for (String garbage : List.of("", "!", "AAAA", "-----BEGIN PGP MESSAGE-----")) {
            assertThat(Refusal.reasonOf(() -> trustingPaula()
                            .verify(IMAGE, attestation(message(garbage).build()))))
                    .isEqualTo(Reason.BAD_SIGNATURE);
        }
    }

    @Test
    void the_message_has_to_be_about_the_callers_image() throws Exception {
        Attestation attestation = ATTESTOR.signV1beta1(IMAGE.withDigest(Digest.sha256(new byte[0])));

        assertThat(Refusal.reasonOf(() -> trustingPaula().verify(IMAGE, attestation)))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
    }

    /** One attestation is about one payload: what a second message holds is not what the first signer approved. */
    @Test
    void messages_around_another_payload_do_not_count() throws Exception {
        PgpSigner otto = signer("Otto");
        AttestationVerifier both = trusting(PAULA.publicKey().toTrustedKey())
                .trust(otto.publicKey().toTrustedKey())
                .build();
        ImageReference other = IMAGE.withDigest(Digest.sha256(new byte[0]));
        Signature paulas = ATTESTOR.sign(IMAGE).signatures().get(0);
        Signature ottos = AttestationSigner.of(otto).sign(other).signatures().get(0);
        AttestationOccurrence beside = AttestationOccurrence.builder()
                .from(ATTESTOR.sign(IMAGE))
                .addSignatures(ottos)
                .build();
        AttestationOccurrence alone =
                AttestationOccurrence.builder().addSignatures(paulas, ottos).build();
        AttestationOccurrence turned =
                AttestationOccurrence.builder().addSignatures(ottos, paulas).build();

        for (AttestationOccurrence attestation : List.of(beside, alone)) {
            assertThat(both.verify(IMAGE, attestation).outcomes())
                    .extracting("status")
                    .containsExactly(Status.ACCEPTED, Status.BAD_SIGNATURE);
        }
        assertThat(Refusal.reasonOf(() -> both.verify(IMAGE, turned))).isEqualTo(Reason.SUBJECT_MISMATCH);
    }

    @Test
    void ordinary_keys_and_openpgp_keys_stand_side_by_side() throws Exception {
        AttestationVerifier both = trusting(PAULA.publicKey().toTrustedKey())
                .trust(TestKeys.ALICE.toTrustedKey())
                .build();
        AttestationOccurrence attestation = AttestationOccurrence.builder()
                .from(ATTESTOR.sign(IMAGE))
                .addSignatures(AttestationSigner.of(TestKeys.ALICE)
                        .sign(IMAGE)
                        .signatures()
                        .get(0))
                .build();

        assertThat(both.verify(IMAGE, attestation).signers()).hasSize(2);
    }

    @Test
    void the_terms_of_the_trust_hold_for_openpgp_keys_too() throws Exception {
        AttestationVerifier late = trusting(TrustedKey.builder()
                        .pgpKey(PAULA.publicKey())
                        .notAfter(CLOCK.instant().minusSeconds(1))
                        .build())
                .build();

        VerificationException refusal = Refusal.of(() -> late.verify(IMAGE, ATTESTOR.signV1beta1(IMAGE)));

        assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(refusal.outcomes()).singleElement().extracting("status").isEqualTo(Status.OUTSIDE_VALIDITY);
    }

    @Test
    void a_message_holds_the_payload_and_no_encoding_of_it() throws Exception {
        AttestationVerifier pae = trusting(PAULA.publicKey().toTrustedKey())
                .paeEncoded(SimpleSigningPayload.MEDIA_TYPE)
                .build();

        assertThat(pae.verify(IMAGE, ATTESTOR.sign(IMAGE)).digest()).isEqualTo(DIGEST);
        assertThatThrownBy(() -> ATTESTOR.paeEncoded(SimpleSigningPayload.MEDIA_TYPE))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Made by an attestor of Kritis (grafeas/kritis 3348562): a text instead of a payload, by a key that has expired. */
    @Test
    void the_message_of_kritis_holds_at_its_time_and_is_about_no_image() throws Exception {
        String armored = new String(Vectors.unzip("pgp.zip", "pgp/kritis/pgp-attached-signature.asc"), US_ASCII);
        PgpPublicKey key = PgpPublicKey.parse(Vectors.unzip("pgp.zip", "pgp/kritis/pgp-public-key.asc"));
        String id = new String(Vectors.unzip("pgp.zip", "pgp/kritis/pgp-keyid.txt"), US_ASCII).strip();
        Attestation attestation = attestation(message(armored).pgpKeyId(id).build());

        assertThat(Refusal.reasonOf(() -> AttestationVerifier.builder()
                        .trust(id, key.toTrustedKey())
                        .clock(CLOCK)
                        .build()
                        .verify(IMAGE, attestation)))
                .isEqualTo(Reason.EXPIRED);
        assertThat(Refusal.of(() -> AttestationVerifier.builder()
                        .trust(id, key.toTrustedKey())
                        .clock(Clock.fixed(Instant.ofEpochSecond(1590532102), ZoneOffset.UTC))
                        .build()
                        .verify(IMAGE, attestation)))
                .hasMessageContaining("attestation is signed, but its payload is not simple signing JSON")
                .extracting("reason")
                .isEqualTo(Reason.MALFORMED);
    }
}
