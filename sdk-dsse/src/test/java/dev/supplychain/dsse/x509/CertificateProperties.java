package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.internal.DerException;
import dev.supplychain.model.MalformedDataException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CertificateProperties {
    private static final TestAuthority ROOT = TestAuthority.root("Root");
    private static final X509Certificate LEAF = ROOT.issue(
            CertificateDraft.signer().email("alice@example.com").fulcio(FulcioExtension.ISSUER, "https://issuer"),
            TestKeys.ALICE.publicKey());

    @Property(tries = 60)
    void extensions_are_read_as_they_were_written(
            @ForAll @Size(max = 6) Map<FulcioExtension, @net.jqwik.api.From("texts") String> values) {
        CertificateDraft draft = CertificateDraft.signer().email("alice@example.com");
        values.forEach(draft::fulcio);

        FulcioExtensions extensions = FulcioExtensions.of(ROOT.issue(draft, TestKeys.ALICE.publicKey()));

        assertThat(extensions.values()).isEqualTo(values);
        assertThat(extensions.contradictions(extensions.toCertificateExtensions()))
                .isEmpty();
    }

    @Property(tries = 100)
    void names_are_read_as_they_were_written(@ForAll @Size(max = 5) List<@net.jqwik.api.From("ascii") String> names)
            throws Exception {
        List<byte[]> encoded = new ArrayList<>();
        for (String name : names) {
            encoded.add(Der.write(0x86, name.getBytes(UTF_8)));
        }

        assertThat(SubjectNames.parse(Der.write(Der.SEQUENCE, encoded.toArray(byte[][]::new))))
                .isEqualTo(names);
    }

    @Property(tries = 200)
    void any_bytes_are_names_or_refused(@ForAll @Size(max = 60) byte[] bytes) {
        assertThatCode(() -> {
                    try {
                        SubjectNames.parse(bytes);
                    } catch (DerException e) {
                        assertThat(e).hasMessageNotContaining("null");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 20)
    void certificates_are_read_as_they_were_written(@ForAll @IntRange(min = 1, max = 6) int count) {
        List<X509Certificate> certificates = new ArrayList<>(Collections.nCopies(count, LEAF));
        certificates.add(ROOT.certificate());

        assertThat(X509Certificates.parse(X509Certificates.toPem(certificates))).isEqualTo(certificates);
    }

    /** The signature covers everything but itself, and of that only one encoding is taken. */
    @Property(tries = 150)
    void a_certificate_with_one_flipped_bit_is_refused(@ForAll @IntRange(max = 100_000) int bit) throws Exception {
        CertificateVerifier verifier = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .anyIdentity()
                .build();
        byte[] der = LEAF.getEncoded();
        der[bit / 8 % der.length] ^= (byte) (1 << bit % 8);

        boolean accepted = false;
        try {
            X509Certificate flipped = X509Certificates.parseDer(der);
            accepted = verifier.verify(List.of(flipped), CertificateDraft.START) != null;
        } catch (MalformedDataException | VerificationException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
        assertThat(accepted).isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(30)
                .filter(text ->
                        UTF_8.newEncoder().canEncode(text) && text.chars().noneMatch(Character::isISOControl));
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(30);
    }
}
