package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.x509.CertificateDraft.Scheme;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong with certificates in other verifiers, tried on this one; the numbers are those of the advisories. */
class X509AdvisoriesTest {
    private static final Instant NOW = CertificateDraft.START.plusSeconds(60);
    private static final TestAuthority ROOT = TestAuthority.root("Root");

    private static CertificateDraft signer() {
        return CertificateDraft.signer().email("alice@example.com");
    }

    private static CertificateVerifier trusting(TestAuthority root) throws Exception {
        return CertificateVerifier.builder()
                .roots(List.of(root.certificate()))
                .anyIdentity()
                .build();
    }

    private static VerificationException refusal(CertificateVerifier verifier, X509Certificate... leafFirst) {
        return catchThrowableOfType(VerificationException.class, () -> verifier.verify(List.of(leafFirst), NOW));
    }

    @Test
    void ghsa_wfqv_66vq_46rm_an_expired_intermediate_is_refused() throws Exception {
        for (Instant[] life : new Instant[][] {
            {NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(1)}, {NOW.plusSeconds(1), NOW.plus(Duration.ofDays(2))}
        }) {
            TestAuthority between = ROOT.below(
                    CertificateDraft.authority("Between").valid(life[0], life[1]),
                    CertificateDraft.ecKeys("secp256r1"),
                    Scheme.ECDSA_SHA256);

            VerificationException refusal =
                    refusal(trusting(ROOT), between.issue(signer(), TestKeys.ALICE.publicKey()), between.certificate());

            assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
            assertThat(refusal).hasMessageContaining("certificate of \"CN=Between\" is valid from " + life[0]);
        }
    }

    /** The JDK's validator takes an anchor whatever its dates. */
    @Test
    void ghsa_wfqv_66vq_46rm_an_expired_root_is_refused() throws Exception {
        TestAuthority expired = TestAuthority.root(
                CertificateDraft.authority("Expired").valid(NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(1)),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);

        VerificationException refusal = refusal(trusting(expired), expired.issue(signer(), TestKeys.ALICE.publicKey()));

        assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(refusal).hasMessageContaining("certificate of \"CN=Expired\"");
    }

    @Test
    void ghsa_wqqc_jjcq_vfxm_a_key_counts_within_its_validity_only() throws Exception {
        VerifiedCertificate signer =
                trusting(ROOT).verify(List.of(ROOT.issue(signer(), TestKeys.ALICE.publicKey())), NOW);

        assertThat(signer.trustedKey().isValidAt(CertificateDraft.START.minusSeconds(1)))
                .isFalse();
        assertThat(signer.trustedKey().isValidAt(CertificateDraft.START.plusSeconds(301)))
                .isFalse();
        // What is verified later is held against the time of signing, not against today.
        byte[] content = "app".getBytes(UTF_8);
        Bytes signature = BlobSigner.of(TestKeys.ALICE).sign(content);
        assertThat(signer.blobVerifier().verify(content, signature)).isNotNull();
    }

    @Test
    void cve_2023_47122_a_root_that_comes_with_the_signature_is_none() throws Exception {
        TestAuthority impostor = TestAuthority.root("Root");
        X509Certificate leaf = impostor.issue(signer(), TestKeys.ALICE.publicKey());

        assertThat(refusal(trusting(ROOT), leaf, impostor.certificate()).reason())
                .isEqualTo(Reason.CERTIFICATE);
        assertThat(refusal(trusting(ROOT), impostor.certificate()).reason()).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void cve_2023_47122_only_the_verifier_makes_a_verified_certificate() {
        for (Class<?> type : List.of(VerifiedCertificate.class, VerifiedArtifactSignature.class)) {
            assertThat(type.getConstructors()).isEmpty();
            assertThat(type).isFinal();
            assertThat(type.getMethods()).noneMatch(m -> Modifier.isStatic(m.getModifiers()));
        }
    }

    /** Twelve certificates of one name and one key issue one another in any order: 12! ways to try. */
    @Test
    void ghsa_88jx_383q_w4qc_certificates_that_issue_one_another_end_at_a_limit() throws Exception {
        KeyPair keys = CertificateDraft.ecKeys("secp256r1");
        List<X509Certificate> maze = new ArrayList<>();
        TestAuthority first = TestAuthority.root(CertificateDraft.authority("Maze"), keys, Scheme.ECDSA_SHA256);
        maze.add(first.issue(signer(), TestKeys.ALICE.publicKey()));
        for (int i = 0; i < 12; i++) {
            maze.add(
                    TestAuthority.root(CertificateDraft.authority("Maze").pathLength(20 + i), keys, Scheme.ECDSA_SHA256)
                            .certificate());
        }

        VerificationException refusal = refusal(trusting(ROOT), maze.toArray(X509Certificate[]::new));

        assertThat(refusal.reason()).isEqualTo(Reason.LIMIT);
        assertThat(refusal).hasMessage("more than 64 signatures of certificates that seem to issue one another");
    }

    @Test
    void a_chain_of_eight_is_followed_and_one_of_nine_is_not() throws Exception {
        List<TestAuthority> authorities = new ArrayList<>(List.of(ROOT));
        for (int i = 1; i < 8; i++) {
            authorities.add(authorities.get(i - 1).below("Authority " + i));
        }
        List<X509Certificate> between =
                authorities.stream().skip(1).map(TestAuthority::certificate).toList();
        CertificateVerifier verifier = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .intermediates(between)
                .anyIdentity()
                .build();

        X509Certificate eighth = authorities.get(6).issue(signer(), TestKeys.ALICE.publicKey());
        X509Certificate ninth = authorities.get(7).issue(signer(), TestKeys.ALICE.publicKey());

        assertThat(verifier.verify(List.of(eighth), NOW).chain()).hasSize(8);
        assertThat(refusal(verifier, ninth).reason()).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void cve_2024_29857_a_curve_that_is_not_named_is_refused_before_it_is_computed_with() throws Exception {
        byte[] der = ROOT.issue(signer(), TestKeys.ALICE.publicKey()).getEncoded();
        byte[] hugeField = Der.write(
                Der.SEQUENCE,
                CertificateDraft.oid("2a8648ce3d0201"),
                Der.write(
                        Der.SEQUENCE,
                        Der.write(BigInteger.ONE),
                        Der.write(
                                Der.SEQUENCE,
                                CertificateDraft.oid("2a8648ce3d0102"),
                                Der.write(Der.SEQUENCE, Der.write(BigInteger.TWO.pow(8000))))));
        byte[] key = Der.write(Der.SEQUENCE, hugeField, Der.writeBits(new byte[65]));
        byte[] named = TestKeys.ALICE.publicKey().getEncoded();

        byte[] forged = ROOT.derWithKey(signer(), key);

        assertThat(indexOf(der, named)).isPositive();
        assertThatThrownBy(() -> trusting(ROOT).verify(List.of(X509Certificates.parseDer(forged)), NOW))
                .isInstanceOfAny(MalformedDataException.class, VerificationException.class);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    /** The wrong half of CVE-2022-21449: a chain is not held together by zeros. */
    @Test
    void cve_2022_21449_a_certificate_signed_with_zeros_is_refused() throws Exception {
        byte[] der = ROOT.issue(signer(), TestKeys.ALICE.publicKey()).getEncoded();
        Der outer = Der.readSequence(der);
        byte[] signed = outer.element(Der.SEQUENCE);
        byte[] algorithm = outer.element(Der.SEQUENCE);
        byte[] zeros = Der.write(Der.SEQUENCE, Der.write(BigInteger.ZERO), Der.write(BigInteger.ZERO));

        X509Certificate forged =
                X509Certificates.parseDer(Der.write(Der.SEQUENCE, signed, algorithm, Der.writeBits(zeros)));

        assertThat(refusal(trusting(ROOT), forged))
                .hasMessageContaining("the signature is not the issuer's")
                .hasMessageContaining("r or s");
    }

    @Test
    void ghsa_r2xv_vpr2_42m9_a_certificate_does_not_pass_for_another_repository_s() throws Exception {
        X509Certificate leaf = ROOT.issue(
                CertificateDraft.signer()
                        .uri("https://github.com/octo/app-fork/.github/workflows/release.yml@refs/tags/v1")
                        .fulcio(FulcioExtension.ISSUER, "https://token.actions.githubusercontent.com"),
                TestKeys.ALICE.publicKey());
        CertificateVerifier verifier = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .identity("https://github.com/octo/app", "https://token.actions.githubusercontent.com")
                .build();

        assertThat(refusal(verifier, leaf).reason()).isEqualTo(Reason.IDENTITY);
    }
}
