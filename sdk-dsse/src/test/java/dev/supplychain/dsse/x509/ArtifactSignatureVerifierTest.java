package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactSignatureSpec;
import dev.supplychain.model.endor.ArtifactType;
import dev.supplychain.model.endor.CertificateExtensions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactSignatureVerifierTest {
    private static final String WORKFLOW = "https://github.com/octo/app/.github/workflows/release.yml@refs/tags/v1";
    private static final String ISSUER = "https://token.actions.githubusercontent.com";
    private static final byte[] JAR = "app".getBytes(UTF_8);
    private static final Instant SIGNED = CertificateDraft.START.plusSeconds(2);

    private static final TestAuthority ROOT = TestAuthority.root("Root");
    private static final X509Certificate CERTIFICATE = ROOT.issue(
            CertificateDraft.signer()
                    .uri(WORKFLOW)
                    .fulcio(FulcioExtension.ISSUER, ISSUER)
                    .fulcio(FulcioExtension.SOURCE_REPOSITORY_REF, "refs/tags/v1")
                    .fulcio(FulcioExtension.RUNNER_ENVIRONMENT, "github-hosted"),
            TestKeys.ALICE.publicKey());

    private static ArtifactSignatureVerifier verifier() throws Exception {
        return ArtifactSignatureVerifier.of(CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .anyIdentityOf(ISSUER)
                .build());
    }

    private static ArtifactSignatureSpec spec() throws Exception {
        return ArtifactSignatureSpec.builder()
                .artifactType(ArtifactType.ARTIFACT_TYPE_JAR)
                .artifactDigest(TestKeys.APP)
                .artifactName("app.jar@" + TestKeys.APP)
                .signature(BlobSigner.of(TestKeys.ALICE).sign(JAR))
                .certificate(X509Certificates.toPem(List.of(CERTIFICATE)))
                .timestamp(Timestamp.of(SIGNED))
                .sourceRepositoryRef("refs/tags/v1")
                .provenance(FulcioExtensions.of(CERTIFICATE).toCertificateExtensions())
                .build();
    }

    private static ArtifactSignature signature(UnaryOperator<ArtifactSignatureSpec.Builder> change) throws Exception {
        ArtifactSignatureSpec changed =
                change.apply(ArtifactSignatureSpec.builder().from(spec())).buildPartial();
        return ArtifactSignature.builder().spec(changed).buildPartial();
    }

    private static VerificationException refusal(ArtifactSignature signature) throws Exception {
        ArtifactSignatureVerifier verifier = verifier();
        return catchThrowableOfType(VerificationException.class, () -> verifier.verify(signature, JAR));
    }

    @Test
    void an_artifact_is_verified_with_its_signer_and_digest(@TempDir Path folder) throws Exception {
        Path jar = Files.write(folder.resolve("app.jar"), JAR);

        VerifiedArtifactSignature verified = verifier().verify(signature(spec -> spec), jar);

        assertThat(verified.artifactDigest()).isEqualTo(TestKeys.APP);
        assertThat(verified.artifact().signer().name()).isEqualTo(WORKFLOW);
        assertThat(verified.signer().identity()).isEqualTo(WORKFLOW);
        assertThat(verified.signer().signingTime()).isEqualTo(SIGNED);
        assertThat(verified.signer().notChecked()).contains(VerifiedCertificate.NotChecked.TRANSPARENCY_LOG);
        assertThat(verified)
                .hasToString("VerifiedArtifactSignature[" + TestKeys.APP + ", signed by " + verified.signer() + "]");
    }

    @Test
    void other_bytes_are_refused() throws Exception {
        ArtifactSignatureVerifier verifier = verifier();
        ArtifactSignature signature = signature(spec -> spec);

        assertThat(catchThrowableOfType(
                                VerificationException.class, () -> verifier.verify(signature, "other".getBytes(UTF_8)))
                        .reason())
                .isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void a_good_signature_under_the_digest_of_another_artifact_is_refused() throws Exception {
        Digest other = Digest.sha256("other".getBytes(UTF_8));

        VerificationException refusal = refusal(signature(spec -> spec.artifactDigest(other)));

        assertThat(refusal.reason()).isEqualTo(Reason.SUBJECT_MISMATCH);
        assertThat(refusal)
                .hasMessage("artifact signature is of \"" + other + "\", not of artifact of 3 bytes (" + TestKeys.APP
                        + ")");
    }

    @Test
    void a_revoked_signature_is_refused() throws Exception {
        assertThat(refusal(signature(spec -> spec.revoked(true))).reason()).isEqualTo(Reason.REVOKED);
    }

    /** The certificate lives from 12:00:00 to 12:05:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-01T11:59:59Z, false",
        "2026-11-01T12:00:00Z, true",
        "2026-11-01T13:05:00+01:00, true",
        "2026-11-01T12:05:00.000000001Z, false",
        "2026-11-01T12:05:01Z, false"
    })
    void the_timestamp_falls_into_the_five_minutes_of_the_certificate(String time, boolean inside) throws Exception {
        ArtifactSignature signature = signature(spec -> spec.timestamp(Timestamp.parse(time)));

        if (inside) {
            assertThat(verifier().verify(signature, JAR).signer().signingTime())
                    .isEqualTo(Timestamp.parse(time).instant());
        } else {
            assertThat(refusal(signature).reason()).isEqualTo(Reason.EXPIRED);
        }
    }

    @Test
    void claims_that_the_certificate_does_not_repeat_are_refused() throws Exception {
        VerificationException provenance = refusal(signature(spec -> spec.provenance(
                CertificateExtensions.builder().runnerEnvironment("self-hosted").build())));
        VerificationException ref = refusal(signature(spec -> spec.sourceRepositoryRef("refs/heads/main")));

        assertThat(provenance.reason()).isEqualTo(Reason.CLAIM);
        assertThat(provenance)
                .hasMessage("artifact signature claims what its certificate does not: [runner_environment"
                        + " \"self-hosted\" is not what the certificate says, \"github-hosted\"]");
        assertThat(ref.reason()).isEqualTo(Reason.CLAIM);
        assertThat(ref).hasMessageContaining("source_repository_ref \"refs/heads/main\"");
    }

    @Test
    void what_is_not_claimed_is_not_missed() throws Exception {
        ArtifactSignature signature =
                signature(spec -> spec.provenance(Optional.empty()).sourceRepositoryRef(Optional.empty()));

        assertThat(verifier().verify(signature, JAR)).isNotNull();
    }

    @Test
    void a_certificate_for_somebody_else_is_refused() throws Exception {
        ArtifactSignatureVerifier other = ArtifactSignatureVerifier.of(CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .anyIdentityOf("https://accounts.google.com")
                .build());
        ArtifactSignature signature = signature(spec -> spec);

        assertThat(catchThrowableOfType(VerificationException.class, () -> other.verify(signature, JAR))
                        .reason())
                .isEqualTo(Reason.IDENTITY);
    }

    @Test
    void a_signature_by_another_key_is_refused() throws Exception {
        Bytes byBob = BlobSigner.of(TestKeys.BOB).sign(JAR);

        assertThat(refusal(signature(spec -> spec.signature(byBob))).reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE);
    }

    @Test
    void missing_and_unreadable_parts_are_malformed_and_named() throws Exception {
        assertThat(refusal(ArtifactSignature.builder().buildPartial())).hasMessage("artifact signature has no spec");
        assertThat(refusal(signature(spec -> spec.certificate(Optional.empty()))))
                .hasMessage("artifact signature has no certificate");
        assertThat(refusal(signature(spec -> spec.timestamp(Optional.empty()))))
                .hasMessage("artifact signature has no timestamp");
        assertThat(refusal(signature(spec -> spec.signature(Optional.empty()))))
                .hasMessage("artifact signature has no signature");
        assertThat(refusal(signature(spec -> spec.artifactDigest(Optional.empty()))))
                .hasMessage("artifact signature has no artifact_digest");
        for (ArtifactSignature unreadable : List.of(
                signature(spec -> spec.signature("%")),
                signature(spec -> spec.certificate("%")),
                signature(spec -> spec.timestamp(Timestamp.ofUnchecked("today"))))) {
            assertThat(refusal(unreadable).reason()).isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void the_certificate_alone_serves_for_other_signed_bytes() throws Exception {
        byte[] other = "whatever the service signed".getBytes(UTF_8);
        Bytes signed = BlobSigner.of(TestKeys.ALICE).sign(other);

        VerifiedCertificate certificate = verifier().verifyCertificate(signature(spec -> spec.signature(signed)));

        assertThat(certificate.blobVerifier().verify(other, signed).signer().name())
                .isEqualTo(WORKFLOW);
    }
}
