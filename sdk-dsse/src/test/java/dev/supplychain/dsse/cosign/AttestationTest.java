package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerificationLimits;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAnnotations;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.LegacyBundle;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.oci.Descriptor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttestationTest {
    private static final String PROVENANCE = TestKeys.PROVENANCE;
    private static final InTotoStatement STATEMENT = TestKeys.statement(PROVENANCE);
    private static final CosignSigner ALICE = CosignSigner.of(TestKeys.ALICE);
    private static final CosignVerifier TRUSTS_ALICE = CosignVerifier.of(TestKeys.ALICE.toTrustedKey());

    /** Everything an attestation comes in. */
    enum Container {
        ENVELOPE,
        ENVELOPE_FILE,
        LAYER,
        LAYERS,
        BUNDLE,
        BUNDLE_FILE,
        LEGACY_BUNDLE_FILE;

        VerifiedAttestation verify(CosignVerifier verifier, Envelope envelope, String type, Digest artifact)
                throws VerificationException {
            CosignAttestation layer = CosignAttestation.of(envelope, PROVENANCE);
            Bundle bundle = Bundle.of(envelope, "");
            LegacyBundle legacy = LegacyBundle.builder()
                    .signature(Bytes.of(envelope.toJson()))
                    .build();
            return switch (this) {
                case ENVELOPE -> verifier.verifyAttestation(envelope, type, artifact);
                case ENVELOPE_FILE -> verifier.verifyAttestation(envelope.toJson(), type, artifact);
                case LAYER -> verifier.verifyAttestation(layer, type, artifact);
                case LAYERS ->
                    verifier.verifyAttestations(List.of(layer), type, artifact).get(0);
                case BUNDLE -> verifier.verifyAttestation(bundle, type, artifact);
                case BUNDLE_FILE -> verifier.verifyAttestation(bundle.toJson(), type, artifact);
                case LEGACY_BUNDLE_FILE -> verifier.verifyAttestation(legacy.toJson(), type, artifact);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void a_statement_is_the_same_whatever_it_comes_in(Container container) throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(STATEMENT);

        VerifiedAttestation verified = container.verify(TRUSTS_ALICE, envelope, PROVENANCE, TestKeys.APP);

        VerifiedStatement statement = verified.statement();
        assertThat(statement.statement()).isEqualTo(STATEMENT);
        assertThat(statement.envelope().payload().toByteArray()).isEqualTo(STATEMENT.toJson());
        assertThat(verified.signer().keyId()).isEqualTo(TestKeys.ALICE.keyId());
        assertThat(verified.transparencyLog()).isEqualTo(MaterialStatus.ABSENT);
        assertThat(verified.toString()).contains("VerifiedStatement[", "transparency log ABSENT");
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void a_statement_of_another_type_about_something_else_or_by_another_key_is_refused_in_all(Container container)
            throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(STATEMENT);
        Envelope bobs = EnvelopeSigner.of(TestKeys.BOB).sign(STATEMENT);
        Digest other = Digest.sha256(new byte[0]);

        assertThat(Refusal.reasonOf(
                        () -> container.verify(TRUSTS_ALICE, envelope, "https://example.com/other", TestKeys.APP)))
                .isEqualTo(Reason.PREDICATE_TYPE);
        assertThat(Refusal.reasonOf(() -> container.verify(TRUSTS_ALICE, envelope, PROVENANCE, other)))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(Refusal.reasonOf(() -> container.verify(TRUSTS_ALICE, bobs, PROVENANCE, TestKeys.APP)))
                .isIn(Reason.NO_TRUSTED_SIGNATURE, Reason.BAD_SIGNATURE);
    }

    /** Written by cosign for files (sigstore/cosign d6d86c2); the verdicts are those of the vectors' description. */
    @ParameterizedTest
    @CsvSource({
        "blobSLSAProvenanceSignature, blob.bin, ACCEPTED",
        "blobSLSAProvenanceSignature, other-blob.bin, SUBJECT_MISMATCH",
        "dssePredicateMultipleSubjects, blob.bin, ACCEPTED",
        "dssePredicateEmptySubject, blob.bin, SUBJECT_MISMATCH",
        "dssePredicateMissingSha256, blob.bin, SUBJECT_MISMATCH",
        "dssePredicateMultipleSubjectsInvalid, blob.bin, SUBJECT_MISMATCH"
    })
    void attestations_of_cosign_have_the_expected_verdicts(String attestation, String blob, String verdict)
            throws Exception {
        String folder = "cosign/blob-attestations/";
        CosignVerifier verifier =
                CosignVerifier.of(PemKeys.readPublicKey(Vectors.unzip("cosign.zip", folder + "cosign.pub")));
        byte[] envelope = Vectors.unzip("cosign.zip", folder + attestation + ".dsse.json");
        Digest artifact = Digest.sha256(Vectors.unzip("cosign.zip", folder + blob));

        String found;
        try {
            found = verifier.verifyAttestation(envelope, "https://slsa.dev/provenance/v0.2", artifact)
                            .statement()
                            .isAbout(artifact)
                    ? "ACCEPTED"
                    : "accepted, but not about the file";
        } catch (VerificationException e) {
            found = e.reason().name();
        }

        assertThat(found).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void what_is_signed_here_holds_here_and_names_no_key(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        CosignSigner signer = CosignSigner.of(key.withKeyId(KeyId.of("my key")));
        CosignVerifier verifier = CosignVerifier.of(key.toTrustedKey());

        CosignAttestation layer = signer.attest(STATEMENT);
        Bundle bundle = signer.attestBundle(STATEMENT);

        assertThat(verifier.verifyAttestation(layer, PROVENANCE, TestKeys.APP).signer())
                .isEqualTo(verifier.verifyAttestation(bundle, PROVENANCE, TestKeys.APP)
                        .signer());
        assertThat(layer.predicateType()).hasValue(PROVENANCE);
        assertThat(layer.envelope().signatures().get(0).keyid()).isEmpty();
        assertThat(bundle.dsseEnvelope().orElseThrow().signatures().get(0).keyid())
                .isEmpty();
        assertThat(bundle.verificationMaterial().publicKey().orElseThrow().hint())
                .hasValue(KeyId.sigstoreHint(key.publicKey()).text());
    }

    @Test
    void of_several_layers_those_that_hold_are_returned() throws Exception {
        CosignAttestation wanted = ALICE.attest(STATEMENT);
        CosignAttestation ofOtherType = ALICE.attest(TestKeys.statement("https://example.com/other"));
        CosignAttestation ofBob = CosignSigner.of(TestKeys.BOB).attest(STATEMENT);
        CosignAttestation broken = new CosignAttestation(
                Descriptor.of(CosignAttestation.MEDIA_TYPE, "{}".getBytes(UTF_8)), Bytes.utf8("{}"));

        assertThat(TRUSTS_ALICE.verifyAttestations(
                        List.of(broken, ofOtherType, ofBob, wanted), PROVENANCE, TestKeys.APP))
                .hasSize(1);
        assertThatThrownBy(() ->
                        TRUSTS_ALICE.verifyAttestations(List.of(broken, ofOtherType, ofBob), PROVENANCE, TestKeys.APP))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PREDICATE_TYPE))
                .hasMessageStartingWith("none of 3 attestations of " + TestKeys.APP + " is trusted; ");
        assertThatThrownBy(() -> TRUSTS_ALICE.verifyAttestations(List.of(), PROVENANCE, TestKeys.APP))
                .isInstanceOf(VerificationException.class);
    }

    /** It is not signed: neither does it help, nor does it harm. */
    @Test
    void the_annotation_of_a_layer_does_not_matter() throws Exception {
        Envelope envelope = EnvelopeSigner.of(TestKeys.ALICE).sign(STATEMENT);
        CosignAttestation mislabelled = CosignAttestation.of(envelope, "https://example.com/other");

        assertThat(TRUSTS_ALICE
                        .verifyAttestation(mislabelled, PROVENANCE, TestKeys.APP)
                        .statement()
                        .predicateType())
                .isEqualTo(PROVENANCE);
        assertThat(Refusal.reasonOf(
                        () -> TRUSTS_ALICE.verifyAttestation(mislabelled, "https://example.com/other", TestKeys.APP)))
                .isEqualTo(Reason.PREDICATE_TYPE);
    }

    @Test
    void material_that_came_with_a_layer_is_reported_as_not_checked() throws Exception {
        CosignAttestation plain = ALICE.attest(STATEMENT);
        CosignAttestation logged = new CosignAttestation(
                Descriptor.builder()
                        .from(plain.layer())
                        .putAnnotations(CosignAnnotations.BUNDLE, "{}")
                        .build(),
                plain.content());

        assertThat(TRUSTS_ALICE
                        .verifyAttestation(logged, PROVENANCE, TestKeys.APP)
                        .material())
                .isEqualTo(new SignatureMaterial(
                        MaterialStatus.NOT_CHECKED, MaterialStatus.ABSENT, MaterialStatus.ABSENT));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "null",
        "[]",
        "'{}'",
        "'{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\"}'",
        "'{\"base64Signature\":\"e30=\"}'",
        "'{\"base64Signature\":\"!\"}'",
        "'{\"base64Signature\":\"\"}'"
    })
    void a_file_that_is_no_attestation_is_malformed(String text) {
        assertThatThrownBy(() -> TRUSTS_ALICE.verifyAttestation(text.getBytes(UTF_8), PROVENANCE, TestKeys.APP))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED))
                .hasMessageEndingWith("; nothing was verified");
    }

    @Test
    void a_bundle_with_the_signature_over_a_file_is_no_attestation() throws Exception {
        Bundle bundle = ALICE.signBlob(new byte[1]).bundle();

        assertThatThrownBy(() -> TRUSTS_ALICE.verifyAttestation(bundle, PROVENANCE, TestKeys.APP))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("bundle has no envelope but the signature over a file");
    }

    @Test
    void files_and_layers_over_the_limit_are_not_read() throws Exception {
        CosignVerifier narrow = CosignVerifier.builder()
                .trust(TestKeys.ALICE.toTrustedKey())
                .limits(VerificationLimits.builder().envelopeBytes(100).build())
                .build();
        CosignAttestation layer = ALICE.attest(STATEMENT);

        assertThat(Refusal.reasonOf(() -> narrow.verifyAttestation(layer, PROVENANCE, TestKeys.APP)))
                .isEqualTo(Reason.LIMIT);
        assertThat(Refusal.reasonOf(
                        () -> narrow.verifyAttestation(layer.content().toByteArray(), PROVENANCE, TestKeys.APP)))
                .isEqualTo(Reason.LIMIT);
    }
}
