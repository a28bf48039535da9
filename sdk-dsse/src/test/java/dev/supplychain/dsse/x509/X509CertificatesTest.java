package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.x509.CertificateDraft.Scheme;
import dev.supplychain.model.MalformedDataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X509CertificatesTest {
    private static final TestAuthority ROOT = TestAuthority.root("Root");
    private static final X509Certificate LEAF =
            ROOT.issue(CertificateDraft.signer().email("alice@example.com"), TestKeys.ALICE.publicKey());
    private static final String PEM = X509Certificates.toPem(List.of(LEAF, ROOT.certificate()));

    @Test
    void what_was_written_is_read_in_its_order() {
        assertThat(X509Certificates.parse(PEM)).containsExactly(LEAF, ROOT.certificate());
        assertThat(PEM.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    void white_space_around_certificates_is_no_matter(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("chain.pem"), "\r\n" + PEM.replace("\n", "\r\n\r\n") + " \n");

        assertThat(X509Certificates.parse(file)).containsExactly(LEAF, ROOT.certificate());
    }

    /** cosign writes a certificate as the base64 of its PEM, and Endor's field has been seen to hold base64 of DER. */
    @Test
    void base64_of_pem_and_of_der_is_read() throws Exception {
        String ofPem = Base64.getEncoder().encodeToString(PEM.getBytes(US_ASCII));
        String ofDer = Base64.getMimeEncoder().encodeToString(LEAF.getEncoded());

        assertThat(X509Certificates.parse(ofPem)).containsExactly(LEAF, ROOT.certificate());
        assertThat(X509Certificates.parse(ofDer)).containsExactly(LEAF);
        assertThat(X509Certificates.parseDer(LEAF.getEncoded())).isEqualTo(LEAF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "AAAA",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE----------END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAA-_\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nMAA\n-----END CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----"
            })
    void what_is_no_certificate_is_refused(String text) {
        assertThatThrownBy(() -> X509Certificates.parse(text)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void words_between_certificates_are_refused_with_the_place() {
        String chatty = PEM.replace("-----END CERTIFICATE-----\n", "-----END CERTIFICATE-----\nsubject=CN = Root\n");

        assertThatThrownBy(() -> X509Certificates.parse(chatty))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("certificate 1: expected -----BEGIN CERTIFICATE-----");
    }

    @Test
    void sixteen_certificates_are_read_and_seventeen_are_not() {
        String sixteen = X509Certificates.toPem(Collections.nCopies(16, LEAF));
        String seventeen = X509Certificates.toPem(Collections.nCopies(17, LEAF));

        assertThat(X509Certificates.parse(sixteen)).hasSize(16);
        assertThatThrownBy(() -> X509Certificates.parse(seventeen)).hasMessageContaining("more than 16 certificates");
        assertThatThrownBy(() -> X509Certificates.parse(" ".repeat(600_000)))
                .hasMessageContaining("600000 characters are more than the limit");
    }

    @Test
    void a_certificate_of_more_than_16_kib_is_refused() throws Exception {
        CertificateDraft large = CertificateDraft.signer()
                .email("alice@example.com")
                .extension("2b0601040181aa3701", false, new byte[16_384]);
        byte[] der = ROOT.der(large, TestKeys.ALICE.publicKey());

        assertThatThrownBy(() -> X509Certificates.parseDer(der))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("bytes are more than the limit of 16384");
    }

    @Test
    void trailing_and_missing_bytes_are_refused() throws Exception {
        byte[] der = LEAF.getEncoded();

        for (byte[] other : List.of(
                Arrays.copyOf(der, der.length + 1),
                Arrays.copyOf(der, der.length - 1),
                Der.concat(der, der),
                new byte[0])) {
            assertThatThrownBy(() -> X509Certificates.parseDer(other)).isInstanceOf(MalformedDataException.class);
        }
    }

    @Test
    void a_certificate_before_version_3_is_refused() throws Exception {
        byte[] der = ROOT.der(
                CertificateDraft.signer()
                        .subject("Old")
                        .version(0)
                        .without(CertificateDraft.KEY_USAGE)
                        .without(CertificateDraft.EXTENDED_KEY_USAGE),
                TestKeys.ALICE.publicKey());

        assertThatThrownBy(() -> X509Certificates.parseDer(der))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("it is not of X.509 version 3");
    }

    @Test
    void an_extension_that_is_there_twice_is_refused() throws Exception {
        byte[] der = ROOT.der(
                CertificateDraft.signer()
                        .email("alice@example.com")
                        .fulcio(FulcioExtension.ISSUER, "https://a")
                        .fulcio(FulcioExtension.ISSUER, "https://b"),
                TestKeys.ALICE.publicKey());

        assertThatThrownBy(() -> X509Certificates.parseDer(der)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void two_names_of_the_signature_algorithm_must_agree() throws Exception {
        byte[] der = ROOT.der(
                CertificateDraft.signer().email("alice@example.com").innerAlgorithm(Scheme.ECDSA_SHA384),
                TestKeys.ALICE.publicKey());

        assertThatThrownBy(() -> X509Certificates.parseDer(der)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void a_flag_that_is_not_written_as_in_der_is_refused() throws Exception {
        for (int flag : new int[] {0x00, 0x01}) {
            byte[] der = ROOT.der(
                    CertificateDraft.signer().email("alice@example.com").rawExtension(new byte[] {
                        0x30, 0x0A, 0x06, 0x03, 0x2A, 0x03, 0x04, 0x01, 0x01, (byte) flag, 0x04, 0x00
                    }),
                    TestKeys.ALICE.publicKey());

            assertThatThrownBy(() -> X509Certificates.parseDer(der)).isInstanceOf(MalformedDataException.class);
        }
    }
}
