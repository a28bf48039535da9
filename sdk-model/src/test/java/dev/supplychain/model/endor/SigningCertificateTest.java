package dev.supplychain.model.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures with a certificate like Fulcio's: five minutes from 2026-01-01T00:00:00Z, made with OpenSSL 3.0. */
class SigningCertificateTest {
    private static final CertificateExtensions AS_CERTIFIED = CertificateExtensions.builder()
            .buildConfigDigest("7fd1a60b01f91b314f59955a4e4d4e80d8edf11d")
            .buildConfigName("CI")
            .certificateIdentity("https://github.com/octocat/hello-world/.github/workflows/ci.yml@refs/heads/main")
            .certificateOidcIssuer("https://token.actions.githubusercontent.com")
            .runnerEnvironment("github-hosted")
            .sourceRepository("https://github.com/octocat/hello-world")
            .sourceRepositoryDigest("7fd1a60b01f91b314f59955a4e4d4e80d8edf11d")
            .sourceRepositoryOwner("https://github.com/octocat")
            .sourceRepositoryRef("refs/heads/main")
            .build();

    private String pem;

    @BeforeEach
    void readPem() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("fulcio-like.pem")) {
            pem = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00Z", "2026-01-01T00:05:00Z", "2026-01-01T01:05:00+01:00"})
    void takes_a_time_within_the_life_of_the_certificate(String time) {
        assertThat(spec().timestamp(Timestamp.parse(time)).build().timestamp()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-31T23:59:59.999999999Z", "2026-01-01T00:05:00.001Z"})
    void refuses_a_time_outside_the_life_of_the_certificate(String time) {
        assertThatThrownBy(() -> spec().timestamp(Timestamp.parse(time)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "not within the certificate's life, 2026-01-01T00:00:00Z to 2026-01-01T00:05:00Z");
    }

    @Test
    void reads_the_certificate_as_pem_and_as_base64() {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "");

        assertThat(warnings(spec().provenance(AS_CERTIFIED))).isEmpty();
        assertThat(warnings(spec().certificate(base64).provenance(AS_CERTIFIED)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a certificate", "-----BEGIN CERTIFICATE-----", "AAAA"})
    void warns_of_a_certificate_that_cannot_be_read(String certificate) {
        assertThat(warnings(spec().certificate(certificate).timestamp(Timestamp.parse("2030-01-01T00:00:00Z"))))
                .containsExactly("spec.certificate is not an X.509 certificate in PEM or base64");
    }

    @Test
    void takes_the_newer_extension_for_the_name_of_the_build() {
        CertificateExtensions newer = CertificateExtensions.builder()
                .buildConfigName("https://github.com/octocat/hello-world/.github/workflows/a-workflow-with-a-name-long-"
                        + "enough-to-need-two-length-bytes-in-der.yml@refs/heads/main")
                .build();

        assertThat(warnings(spec().provenance(newer))).isEmpty();
    }

    @Test
    void warns_of_each_claim_that_the_certificate_contradicts() {
        CertificateExtensions other = CertificateExtensions.builder()
                .from(AS_CERTIFIED)
                .certificateIdentity("mallory@example.com")
                .certificateOidcIssuer("https://issuer.example.com")
                .sourceRepositoryRef("refs/heads/evil\u202e")
                .build();

        assertThat(warnings(spec().provenance(other)))
                .hasSize(3)
                .anyMatch(w -> w.startsWith("spec.provenance.certificate_identity \"mallory@example.com\""))
                .anyMatch(w -> w.contains("certificate_oidc_issuer"))
                .contains("spec.provenance.source_repository_ref \"refs/heads/evil\\u202e\""
                        + " is not what the certificate says, \"refs/heads/main\"");
    }

    private static java.util.List<String> warnings(ArtifactSignatureSpec.Builder spec) {
        return ArtifactSignature.builder().spec(spec.build()).buildPartial().warnings();
    }

    private ArtifactSignatureSpec.Builder spec() {
        return ArtifactSignatureSpec.builder()
                .artifactDigest(Digest.ofSha256("0".repeat(64)))
                .artifactName("app")
                .artifactType(ArtifactType.ARTIFACT_TYPE_BLOB)
                .signature(Bytes.of(new byte[] {1}))
                .certificate(pem);
    }
}
