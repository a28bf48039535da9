package dev.supplychain.dsse.cosign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Refusal;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Vectors;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.cosign.AttestationTest.Container;
import dev.supplychain.dsse.internal.Pem;
import dev.supplychain.dsse.keys.CosignKeys;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAnnotations;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.InclusionPromise;
import dev.supplychain.model.cosign.LegacyBundle;
import dev.supplychain.model.cosign.RFC3161SignedTimestamp;
import dev.supplychain.model.cosign.TimestampVerificationData;
import dev.supplychain.model.cosign.TransparencyLogEntry;
import dev.supplychain.model.cosign.VerificationMaterial;
import dev.supplychain.model.cosign.X509Certificate;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What went wrong in cosign and its relatives, tried here; the numbers are those of the advisories. */
class CosignAdvisoriesTest {
    private static final Digest DIGEST = Digest.sha256("manifest".getBytes(UTF_8));
    private static final ImageReference IMAGE =
            ImageReference.parse("example.com/app:1.0").withDigest(DIGEST);
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final CosignSigner ALICE = CosignSigner.of(TestKeys.ALICE);
    private static final CosignSigner BOB = CosignSigner.of(TestKeys.BOB);
    private static final CosignVerifier TRUSTS_ALICE = CosignVerifier.of(TestKeys.ALICE.toTrustedKey());

    /** Of another artifact, by another key, with a signature of nobody: what a foreign entry looks like. */
    private static final Json FOREIGN_ENTRY = Json.parse("{\"SignedEntryTimestamp\":\"MEUCIQ==\","
            + "\"Payload\":{\"body\":\"e30=\",\"integratedTime\":1,\"logIndex\":1,\"logID\":\"c0d2\"}}");

    private static CosignSignature annotated(CosignSignature signature, Map<String, String> annotations) {
        return new CosignSignature(
                Descriptor.builder()
                        .from(signature.layer())
                        .putAllAnnotations(annotations)
                        .build(),
                signature.payload());
    }

    private static Bundle logged(Bundle bundle) {
        return Bundle.builder()
                .from(bundle)
                .verificationMaterial(VerificationMaterial.builder()
                        .from(bundle.verificationMaterial())
                        .addTlogEntries(TransparencyLogEntry.builder()
                                .logIndex(1)
                                .integratedTime(1)
                                .inclusionPromise(InclusionPromise.builder()
                                        .signedEntryTimestamp(Bytes.of(new byte[8]))
                                        .build())
                                .canonicalizedBody(Bytes.utf8("{}"))
                                .build())
                        .timestampVerificationData(TimestampVerificationData.builder()
                                .addRfc3161Timestamps(RFC3161SignedTimestamp.builder()
                                        .signedTimestamp(Bytes.of(new byte[8]))
                                        .build())
                                .build())
                        .build())
                .build();
    }

    @Test
    void cve_2022_36056_a_foreign_entry_of_a_log_on_an_image_is_not_checked_and_does_not_help() throws Exception {
        Map<String, String> entry = Map.of(
                CosignAnnotations.BUNDLE,
                FOREIGN_ENTRY.toString(),
                CosignAnnotations.RFC3161_TIMESTAMP,
                "{\"SignedRFC3161Timestamp\":\"AAAA\"}");

        VerifiedImageSignature verified = TRUSTS_ALICE.verifyImage(IMAGE, annotated(ALICE.signImage(IMAGE), entry));

        assertThat(verified.transparencyLog()).isEqualTo(MaterialStatus.NOT_CHECKED);
        assertThat(verified.material().timestamps()).isEqualTo(MaterialStatus.NOT_CHECKED);
        assertThat(verified.material().certificate()).isEqualTo(MaterialStatus.ABSENT);
        CosignSignature bobs = annotated(BOB.signImage(IMAGE), entry);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyImage(IMAGE, bobs)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void cve_2026_22703_a_foreign_entry_of_a_log_in_a_bundle_is_not_checked_and_does_not_help() throws Exception {
        InTotoStatement statement = TestKeys.statement(TestKeys.PROVENANCE);
        Bundle image = logged(ALICE.signImageBundle(IMAGE, Map.of()));
        Bundle attestation = logged(ALICE.attestBundle(statement));
        BlobSignature blob = BlobSignature.of(logged(ALICE.signBlob(CONTENT).bundle()));

        assertThat(List.of(
                        TRUSTS_ALICE.verifyImage(IMAGE, image).material(),
                        TRUSTS_ALICE
                                .verifyAttestation(attestation, TestKeys.PROVENANCE, TestKeys.APP)
                                .material(),
                        TRUSTS_ALICE.verifyBlob(CONTENT, blob).material()))
                .containsOnly(new SignatureMaterial(
                        MaterialStatus.NOT_CHECKED, MaterialStatus.NOT_CHECKED, MaterialStatus.ABSENT));
        Bundle bobs = logged(BOB.attestBundle(statement));
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyAttestation(bobs, TestKeys.PROVENANCE, TestKeys.APP)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void cve_2022_23649_a_foreign_entry_of_a_log_in_a_legacy_bundle_is_not_checked_and_does_not_help()
            throws Exception {
        LegacyBundle alices = LegacyBundle.builder()
                .from(ALICE.signBlob(CONTENT).legacyBundle())
                .rekorBundle(FOREIGN_ENTRY)
                .build();
        LegacyBundle bobs = LegacyBundle.builder()
                .from(BOB.signBlob(CONTENT).legacyBundle())
                .rekorBundle(FOREIGN_ENTRY)
                .build();

        assertThat(TRUSTS_ALICE
                        .verifyBlob(CONTENT, BlobSignature.parse(alices.toJson()))
                        .transparencyLog())
                .isEqualTo(MaterialStatus.NOT_CHECKED);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyBlob(CONTENT, BlobSignature.parse(bobs.toJson()))))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void cve_2023_47122_keys_and_certificates_that_come_with_a_signature_are_not_trusted() throws Exception {
        String pem = PemKeys.writePublicKey(TestKeys.BOB.publicKey());
        LegacyBundle blob = LegacyBundle.builder()
                .from(BOB.signBlob(CONTENT).legacyBundle())
                .certificate(Bytes.utf8(pem).base64())
                .build();
        CosignSignature image = annotated(
                BOB.signImage(IMAGE), Map.of(CosignAnnotations.CERTIFICATE, pem, CosignAnnotations.CHAIN, pem));
        Bundle attestation = Bundle.builder()
                .from(BOB.attestBundle(TestKeys.statement(TestKeys.PROVENANCE)))
                .verificationMaterial(VerificationMaterial.builder()
                        .certificate(X509Certificate.builder()
                                .rawBytes(Bytes.of(TestKeys.BOB.publicKey().getEncoded()))
                                .build())
                        .build())
                .build();

        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyBlob(CONTENT, BlobSignature.of(blob))))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyImage(IMAGE, image)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(Refusal.reasonOf(
                        () -> TRUSTS_ALICE.verifyAttestation(attestation, TestKeys.PROVENANCE, TestKeys.APP)))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
        assertThat(CosignVerifier.of(TestKeys.BOB.publicKey())
                        .verifyImage(IMAGE, image)
                        .material()
                        .certificate())
                .isEqualTo(MaterialStatus.NOT_CHECKED);
    }

    /** The same checks whatever the signed bytes come in. */
    @ParameterizedTest
    @EnumSource(Container.class)
    void cve_2026_39395_a_signed_payload_that_is_no_statement_is_refused_in_every_container(Container container)
            throws Exception {
        for (String payload : List.of(
                "",
                "null",
                "{}",
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[],\"predicateType\":\"a\",\"predicate\":1}",
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":{},\"predicateType\":\"a\"}")) {
            Envelope envelope =
                    EnvelopeSigner.of(TestKeys.ALICE).sign(InTotoStatement.PAYLOAD_TYPE, payload.getBytes(UTF_8));

            assertThat(Refusal.reasonOf(() -> container.verify(TRUSTS_ALICE, envelope, "a", TestKeys.APP)))
                    .isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void cve_2022_35929_and_cve_2022_35930_attestations_of_another_type_do_not_count() throws Exception {
        CosignAttestation scan = ALICE.attest(TestKeys.statement("https://cosign.sigstore.dev/attestation/vuln/v1"));

        assertThat(Refusal.reasonOf(
                        () -> TRUSTS_ALICE.verifyAttestations(List.of(scan, scan), TestKeys.PROVENANCE, TestKeys.APP)))
                .isEqualTo(Reason.PREDICATE_TYPE);
    }

    @Test
    void sigstore_go_600_and_sigstore_python_1652_the_hash_in_a_bundle_is_compared() throws Exception {
        Bundle lying =
                Bundle.of(Digest.sha256(new byte[0]), ALICE.signBlob(CONTENT).signature(), "");

        assertThat(Refusal.of(() -> TRUSTS_ALICE.verifyBlob(CONTENT, BlobSignature.of(lying))))
                .hasMessageContaining("its bundle says that it is over sha256:e3b0c442")
                .hasMessageContaining("this is " + Digest.sha256(CONTENT))
                .extracting("reason")
                .isEqualTo(Reason.SUBJECT_MISMATCH);
    }

    @Test
    void ghsa_wqqc_jjcq_vfxm_a_key_outside_its_validity_does_not_count_in_a_bundle() throws Exception {
        Instant start = Instant.parse("2027-01-01T00:00:00Z");
        CosignVerifier early = CosignVerifier.builder()
                .trust(TrustedKey.builder()
                        .publicKey(TestKeys.ALICE.publicKey())
                        .notBefore(start)
                        .build())
                .clock(Clock.fixed(start.minusSeconds(1), ZoneOffset.UTC))
                .build();
        Bundle attestation = ALICE.attestBundle(TestKeys.statement(TestKeys.PROVENANCE));
        BlobSignature blob = ALICE.signBlob(CONTENT);

        assertThat(Refusal.reasonOf(() -> early.verifyAttestation(attestation, TestKeys.PROVENANCE, TestKeys.APP)))
                .isEqualTo(Reason.EXPIRED);
        assertThat(Refusal.reasonOf(() -> early.verifyBlob(CONTENT, blob))).isEqualTo(Reason.EXPIRED);
    }

    /** Each signature counts for the payload that stands beside it. */
    @Test
    void cve_2024_51746_signatures_of_two_layers_that_changed_places_do_not_hold() throws Exception {
        CosignSignature plain = ALICE.signImage(IMAGE);
        CosignSignature owned = ALICE.signImage(IMAGE, Map.of("owner", "dev"));
        CosignSignature first = annotated(
                plain, Map.of(CosignAnnotations.SIGNATURE, owned.signature().base64()));
        CosignSignature second = annotated(
                owned, Map.of(CosignAnnotations.SIGNATURE, plain.signature().base64()));

        assertThat(TRUSTS_ALICE.verifyImage(IMAGE, List.of(plain, owned))).hasSize(2);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyImage(IMAGE, List.of(first, second))))
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void ghsa_xhg5_42rf_296r_and_cve_2022_47633_what_was_verified_is_a_digest_and_comes_out_as_one() throws Exception {
        CosignSignature layer = ALICE.signImage(IMAGE);
        ImageReference moved = IMAGE.withDigest(Digest.sha256(new byte[0]));

        VerifiedImageSignature verified = TRUSTS_ALICE.verifyImage(IMAGE, layer);

        assertThat(verified.digest()).isEqualTo(DIGEST);
        assertThat(verified.image().digest()).hasValue(DIGEST);
        assertThat(Refusal.reasonOf(() -> TRUSTS_ALICE.verifyImage(moved, layer)))
                .isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThatThrownBy(() -> TRUSTS_ALICE.verifyImage(ImageReference.parse("example.com/app:1.0"), layer))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ghsa_95pr_fxf5_86gv_and_ghsa_88jx_383q_w4qc_a_hundred_thousand_layers_are_not_looked_at() throws Exception {
        List<CosignSignature> layers = Collections.nCopies(100_000, BOB.signImage(IMAGE));
        List<CosignAttestation> attestations =
                Collections.nCopies(100_000, BOB.attest(TestKeys.statement(TestKeys.PROVENANCE)));

        assertThat(Refusal.of(() -> TRUSTS_ALICE.verifyImage(IMAGE, layers)))
                .hasMessageContaining("100000 layers with signatures of " + IMAGE + ", more than the 64")
                .extracting("reason")
                .isEqualTo(Reason.LIMIT);
        assertThat(Refusal.reasonOf(
                        () -> TRUSTS_ALICE.verifyAttestations(attestations, TestKeys.PROVENANCE, TestKeys.APP)))
                .isEqualTo(Reason.LIMIT);
    }

    /** Refused by the numbers alone; deriving with them would take gigabytes or next to nothing. */
    @ParameterizedTest
    @CsvSource({"99, 8, 1", "1073741824, 8, 1", "32768, 99, 1", "32768, 8, 99", "2, 1, 1"})
    void kdf_parameters_of_the_attacker_are_refused(String n, String r, String p) {
        String json = "{\"kdf\":{\"name\":\"scrypt\",\"params\":{\"N\":" + n + ",\"r\":" + r + ",\"p\":" + p + "},"
                + "\"salt\":\"N9a7x5JFGbrtB2uBR81jPwp0eiLR4A7FV3mjVAQrg1g=\"},"
                + "\"cipher\":{\"name\":\"nacl/secretbox\",\"nonce\":\"2h8HxMmgRfuYdpswZBQaU3xJ1nkA/5Ik\"},"
                + "\"ciphertext\":\"SEW6sUh0jf2wfdjJGPNS9+bkk2uB+Cxamf32zR8XkQ==\"}";

        assertRefusesCost(json.getBytes(UTF_8), n, r, p);
    }

    @Test
    void kdf_parameters_of_the_published_vector_are_refused() throws Exception {
        assertRefusesCost(
                Vectors.unzip("cosign.zip", "cosign/encrypted-vectors/bad-params-N99.json"), "99", "99", "99");
    }

    private static void assertRefusesCost(byte[] json, String n, String r, String p) {
        String pem = Pem.write("ENCRYPTED COSIGN PRIVATE KEY", json);

        assertThatThrownBy(() -> CosignKeys.readPrivateKey(pem, new char[0]))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(
                        "at /kdf/params: scrypt with N=" + n + ", r=" + r + ", p=" + p + " is not allowed");
    }
}
