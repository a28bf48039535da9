package dev.supplychain.dsse.x509;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.internal.DerException;
import dev.supplychain.model.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whatever arrives as a certificate: what it says does not contradict itself, and nothing but our errors leaves. */
class CertificateExtensionsFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void a_certificate_is_read_or_refused(byte[] der) {
        try {
            X509Certificate certificate = X509Certificates.parseDer(der);
            FulcioExtensions extensions = FulcioExtensions.of(certificate);
            if (!extensions.contradictions(extensions.toCertificateExtensions()).isEmpty()) {
                throw new AssertionError("a certificate contradicts itself");
            }
            if (!X509Certificates.parse(X509Certificates.toPem(List.of(certificate)))
                    .equals(List.of(certificate))) {
                throw new AssertionError("another certificate after writing");
            }
            Trust.VERIFIER.verify(List.of(certificate), CertificateDraft.START);
            throw new AssertionError("trusted without an authority");
        } catch (MalformedDataException | VerificationException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void names_are_read_or_refused(byte[] der) {
        try {
            for (String name : SubjectNames.parse(der)) {
                if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
                    throw new AssertionError("a name that nobody can see");
                }
            }
        } catch (DerException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void certificates_in_pem_are_read_or_refused(byte[] pem) {
        try {
            X509Certificates.parse(new String(pem, StandardCharsets.ISO_8859_1));
        } catch (MalformedDataException expected) {
            // What most inputs are.
        }
    }

    /** Made when it is first needed: not on the way to the two other targets. */
    private static final class Trust {
        static final CertificateVerifier VERIFIER = verifier();

        private static CertificateVerifier verifier() {
            try {
                return CertificateVerifier.builder()
                        .roots(List.of(TestAuthority.root("Root").certificate()))
                        .anyIdentity()
                        .build();
            } catch (KeyException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
