package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.BlobSigner;
import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.VerifiedBlob;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.dsse.internal.Der;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.x509.CertificateDraft.Scheme;
import dev.supplychain.dsse.x509.VerifiedCertificate.NotChecked;
import dev.supplychain.model.Bytes;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateVerifierTest {
    private static final String WORKFLOW = "https://github.com/octo/app/.github/workflows/release.yml@refs/tags/v1";
    private static final String ISSUER = "https://token.actions.githubusercontent.com";
    private static final Instant NOW = CertificateDraft.START.plusSeconds(60);

    private static final SigningKey KEY = TestKeys.ALICE;
    private static final TestAuthority ROOT = TestAuthority.root("Root");
    private static final TestAuthority INTERMEDIATE = ROOT.below("Intermediate");

    private static CertificateDraft signer() {
        return CertificateDraft.signer().uri(WORKFLOW).fulcio(FulcioExtension.ISSUER, ISSUER);
    }

    private static X509Certificate issue(CertificateDraft draft) {
        return INTERMEDIATE.issue(draft, KEY.publicKey());
    }

    private static CertificateVerifier.Builder trusting(TestAuthority... roots) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (TestAuthority root : roots) {
            certificates.add(root.certificate());
        }
        return CertificateVerifier.builder().roots(certificates).identity(WORKFLOW, ISSUER);
    }

    private static VerifiedCertificate verify(X509Certificate... leafFirst) throws Exception {
        return trusting(ROOT).build().verify(List.of(leafFirst), NOW);
    }

    private static VerificationException refusal(X509Certificate... leafFirst) throws Exception {
        CertificateVerifier verifier = trusting(ROOT).build();
        return refusal(verifier, NOW, leafFirst);
    }

    private static VerificationException refusal(
            CertificateVerifier verifier, Instant time, X509Certificate... leafFirst) {
        return catchThrowableOfType(VerificationException.class, () -> verifier.verify(List.of(leafFirst), time));
    }

    @Test
    void hands_out_who_signed_and_the_way_to_the_root() throws Exception {
        X509Certificate leaf = issue(signer());

        VerifiedCertificate verified = verify(leaf, INTERMEDIATE.certificate());

        assertThat(verified.identity()).isEqualTo(WORKFLOW);
        assertThat(verified.issuer()).contains(ISSUER);
        assertThat(verified.certificate()).isEqualTo(leaf);
        assertThat(verified.chain()).containsExactly(leaf, INTERMEDIATE.certificate(), ROOT.certificate());
        assertThat(verified.signingTime()).isEqualTo(NOW);
        assertThat(verified.extensions().certificateIdentity()).contains(WORKFLOW);
        assertThat(verified.fulcioExtensions().get(FulcioExtension.ISSUER)).contains(ISSUER);
        assertThat(verified)
                .hasToString("VerifiedCertificate[" + WORKFLOW + ", vouched for by " + ISSUER + ", at " + NOW + "]");
    }

    @Test
    void says_what_was_not_asked() throws Exception {
        assertThat(verify(issue(signer()), INTERMEDIATE.certificate()).notChecked())
                .containsExactlyInAnyOrder(NotChecked.values());
    }

    @Test
    void the_key_verifies_blobs_and_is_named_by_the_identity() throws Exception {
        VerifiedCertificate signer = verify(issue(signer()), INTERMEDIATE.certificate());
        byte[] jar = "app".getBytes(UTF_8);

        VerifiedBlob blob = signer.blobVerifier().verify(jar, BlobSigner.of(KEY).sign(jar));

        assertThat(blob.signer().name()).isEqualTo(WORKFLOW);
        assertThat(blob.sha256()).isEqualTo(TestKeys.APP);
        Bytes other = BlobSigner.of(TestKeys.BOB).sign(jar);
        assertThatThrownBy(() -> signer.blobVerifier().verify(jar, other))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_TRUSTED_SIGNATURE))
                .hasMessageContaining(WORKFLOW);
    }

    @Test
    void the_key_verifies_envelopes() throws Exception {
        VerifiedCertificate signer = verify(issue(signer()), INTERMEDIATE.certificate());
        byte[] envelope = EnvelopeSigner.of(KEY)
                .sign(TestKeys.statement(TestKeys.PROVENANCE))
                .toJson();

        VerifiedStatement statement = signer.envelopeVerifier().build().verifyStatement(envelope);

        assertThat(statement.signers().get(0).name()).isEqualTo(WORKFLOW);
        assertThat(statement.isAbout(TestKeys.APP)).isTrue();
    }

    @Test
    void the_key_is_trusted_while_the_whole_chain_is_valid() throws Exception {
        Instant soon = CertificateDraft.START.plusSeconds(100);
        TestAuthority shortLived = ROOT.below(
                CertificateDraft.authority("Short").valid(CertificateDraft.START.plusSeconds(10), soon),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);

        VerifiedCertificate verified = verify(shortLived.issue(signer(), KEY.publicKey()), shortLived.certificate());

        assertThat(verified.trustedKey().notBefore()).contains(CertificateDraft.START.plusSeconds(10));
        assertThat(verified.trustedKey().notAfter()).contains(soon);
    }

    @Test
    void certificates_in_between_may_come_in_any_order_or_from_the_verifier() throws Exception {
        TestAuthority second = INTERMEDIATE.below("Second");
        X509Certificate leaf = second.issue(signer(), KEY.publicKey());
        CertificateVerifier configured = trusting(ROOT)
                .intermediates(List.of(second.certificate(), INTERMEDIATE.certificate()))
                .build();

        assertThat(verify(leaf, INTERMEDIATE.certificate(), second.certificate())
                        .chain())
                .hasSize(4);
        assertThat(verify(leaf, second.certificate(), INTERMEDIATE.certificate(), ROOT.certificate())
                        .chain())
                .hasSize(4);
        assertThat(configured.verify(List.of(leaf), NOW).chain()).hasSize(4);
        assertThat(configured.verify(X509Certificates.toPem(List.of(leaf)), NOW).certificate())
                .isEqualTo(leaf);
    }

    /** The intermediate authority's way to sign, which the root uses for it too, and the signer's key. */
    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256_SHA256, ECDSA_SHA256",
        "ECDSA_P384_SHA384, ECDSA_SHA384",
        "ECDSA_P384_SHA384, ECDSA_SHA256",
        "ECDSA_P521_SHA512, ECDSA_SHA512",
        "ECDSA_P521_SHA512, ECDSA_SHA256",
        "ED25519, ED25519",
        "RSA_PKCS1_SHA256, RSA_SHA256",
        "RSA_PKCS1_SHA384, RSA_SHA384",
        "RSA_PKCS1_SHA512, RSA_SHA512",
        "RSA_PSS_SHA256, PSS_SHA256",
        "RSA_PSS_SHA384, PSS_SHA384",
        "RSA_PSS_SHA512, PSS_SHA512"
    })
    void authorities_and_signers_may_have_keys_of_every_kind(SignatureAlgorithm algorithm, Scheme scheme)
            throws Exception {
        TestAuthority root =
                TestAuthority.root(CertificateDraft.authority("Every kind"), CertificateDraft.keys(algorithm), scheme);
        SigningKey key = TestKeys.of(algorithm);
        byte[] jar = "app".getBytes(UTF_8);

        VerifiedCertificate signer = trusting(root).build().verify(List.of(root.issue(signer(), key.publicKey())), NOW);

        assertThat(signer.blobVerifier().verify(jar, BlobSigner.of(key).sign(jar)))
                .isNotNull();
    }

    @Test
    void hashes_below_sha_256_are_refused_in_a_chain() throws Exception {
        KeyPair rsa = CertificateDraft.keys(SignatureAlgorithm.RSA_PKCS1_SHA256);
        TestAuthority authority = TestAuthority.root(CertificateDraft.authority("RSA"), rsa, Scheme.RSA_SHA256);
        CertificateVerifier verifier = trusting(authority, ROOT).build();

        for (Scheme weak : List.of(Scheme.RSA_SHA1, Scheme.RSA_MD5)) {
            X509Certificate leaf = authority.with(weak).issue(signer(), KEY.publicKey());
            VerificationException refusal = refusal(verifier, NOW, leaf);
            assertThat(refusal.reason()).isEqualTo(Reason.CERTIFICATE);
            assertThat(refusal).hasMessageContaining("withRSA, which is not allowed; allowed are ECDSA, RSA");
        }
        X509Certificate sha1 = ROOT.with(Scheme.ECDSA_SHA1).issue(signer(), KEY.publicKey());
        assertThat(refusal(verifier, NOW, sha1).reason()).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void the_hash_belongs_to_the_curve() throws Exception {
        X509Certificate leaf = ROOT.with(Scheme.ECDSA_SHA384).issue(signer(), KEY.publicKey());

        assertThat(refusal(leaf)).hasMessageContaining("which is not how its issuer's key signs: [ECDSA_P256_SHA256]");
    }

    @Test
    void weak_keys_are_refused_at_every_place() throws Exception {
        KeyPair weak = CertificateDraft.rsaKeys(1024);
        TestAuthority weakRoot = TestAuthority.root(CertificateDraft.authority("Weak"), weak, Scheme.RSA_SHA256);
        TestAuthority weakBetween = ROOT.below(CertificateDraft.authority("Weak between"), weak, Scheme.RSA_SHA256);
        X509Certificate below = weakBetween.issue(signer(), KEY.publicKey());
        X509Certificate leaf = ROOT.issue(signer(), weak.getPublic());

        assertThatThrownBy(() -> trusting(weakRoot).build())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("the modulus has 1024 bits");
        assertThat(refusal(below, weakBetween.certificate()))
                .hasMessageContaining("certificate of \"CN=Weak between\"")
                .hasMessageContaining("the modulus has 1024 bits");
        assertThat(refusal(leaf)).hasMessageContaining("the modulus has 1024 bits");
    }

    @Test
    void a_root_may_issue_to_signers_itself() throws Exception {
        assertThat(verify(ROOT.issue(signer(), KEY.publicKey())).chain()).hasSize(2);
    }

    @Test
    void a_certificate_of_another_authority_is_refused_although_the_names_agree() throws Exception {
        TestAuthority impostor = TestAuthority.root("Root");

        VerificationException refusal = refusal(impostor.issue(signer(), KEY.publicKey()), impostor.certificate());

        assertThat(refusal.reason()).isEqualTo(Reason.CERTIFICATE);
        assertThat(refusal).hasMessageContaining("the signature is not the issuer's: it does not match");
    }

    @Test
    void a_certificate_that_leads_nowhere_is_refused_with_the_names() throws Exception {
        VerificationException refusal = refusal(issue(signer()));

        assertThat(refusal.reason()).isEqualTo(Reason.CERTIFICATE);
        assertThat(refusal)
                .hasMessageContaining("leads to none of the roots [certificate of \"CN=Root\"]")
                .hasMessageContaining("names its issuer as \"CN=Intermediate\"");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "300, true", "301, false"})
    void the_first_and_the_last_second_of_the_certificate_count(int seconds, boolean valid) throws Exception {
        Instant time = CertificateDraft.START.plusSeconds(seconds);
        CertificateVerifier verifier = trusting(ROOT).build();
        X509Certificate leaf = issue(signer());

        if (valid) {
            assertThat(verifier.verify(List.of(leaf, INTERMEDIATE.certificate()), time))
                    .isNotNull();
        } else {
            VerificationException refusal = refusal(verifier, time, leaf, INTERMEDIATE.certificate());
            assertThat(refusal.reason()).isEqualTo(Reason.EXPIRED);
            assertThat(refusal)
                    .hasMessageStartingWith("certificate with serial number ")
                    .hasMessageContaining("is valid from 2026-11-01T12:00:00Z to 2026-11-01T12:05:00Z, not at " + time);
        }
    }

    @Test
    void a_nanosecond_after_the_last_second_is_too_late() throws Exception {
        Instant late = CertificateDraft.START.plusSeconds(300).plusNanos(1);

        assertThat(refusal(trusting(ROOT).build(), late, issue(signer()), INTERMEDIATE.certificate())
                        .reason())
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void a_second_way_is_taken_when_the_first_has_expired() throws Exception {
        KeyPair keys = INTERMEDIATE.keys();
        TestAuthority expired = ROOT.below(
                CertificateDraft.authority("Intermediate")
                        .valid(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1))),
                keys,
                Scheme.ECDSA_SHA256);
        X509Certificate leaf = issue(signer());

        assertThat(verify(leaf, expired.certificate(), INTERMEDIATE.certificate())
                        .chain())
                .containsExactly(leaf, INTERMEDIATE.certificate(), ROOT.certificate());
        assertThat(refusal(leaf, expired.certificate()).reason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void an_authority_does_not_sign_artifacts() throws Exception {
        X509Certificate authority = INTERMEDIATE.issue(
                signer().extension(CertificateDraft.BASIC_CONSTRAINTS, true, new byte[] {0x30, 3, 1, 1, -1}),
                KEY.publicKey());

        assertThat(refusal(authority, INTERMEDIATE.certificate()))
                .hasMessageContaining("is an authority's, not a signer's");
        assertThat(refusal(ROOT.certificate()).reason()).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void a_signer_s_key_is_for_digital_signatures() throws Exception {
        X509Certificate without = issue(signer().without(CertificateDraft.KEY_USAGE));
        X509Certificate agreement = issue(signer().keyUsage(0x08));

        for (X509Certificate leaf : List.of(without, agreement)) {
            VerificationException refusal = refusal(leaf, INTERMEDIATE.certificate());
            assertThat(refusal.reason()).isEqualTo(Reason.CERTIFICATE);
            assertThat(refusal).hasMessageContaining("does not say that its key is for digital signatures");
        }
    }

    @Test
    void a_signer_s_key_is_for_code_signing_unless_said_otherwise() throws Exception {
        X509Certificate server = issue(signer().extendedKeyUsage(CertificateDraft.SERVER_AUTHENTICATION));
        X509Certificate unlimited = issue(signer().without(CertificateDraft.EXTENDED_KEY_USAGE));
        X509Certificate[] both = {server, unlimited};

        for (X509Certificate leaf : both) {
            assertThat(refusal(leaf, INTERMEDIATE.certificate()))
                    .hasMessageContaining("is not for the use 1.3.6.1.5.5.7.3.3 (extended key usage)");
            assertThat(trusting(ROOT)
                            .anyExtendedKeyUsage()
                            .build()
                            .verify(List.of(leaf, INTERMEDIATE.certificate()), NOW))
                    .isNotNull();
        }
        CertificateVerifier servers =
                trusting(ROOT).extendedKeyUsage("1.3.6.1.5.5.7.3.1").build();
        assertThat(servers.verify(List.of(server, INTERMEDIATE.certificate()), NOW))
                .isNotNull();
        assertThat(refusal(servers, NOW, unlimited, INTERMEDIATE.certificate()).reason())
                .isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void an_authority_for_another_use_does_not_issue_to_signers() throws Exception {
        TestAuthority servers = ROOT.below(
                CertificateDraft.authority("Servers").extendedKeyUsage(CertificateDraft.SERVER_AUTHENTICATION),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);
        TestAuthority code = ROOT.below(
                CertificateDraft.authority("Code").extendedKeyUsage(CertificateDraft.CODE_SIGNING),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);
        TestAuthority any = ROOT.below(
                CertificateDraft.authority("Any").extendedKeyUsage(CertificateDraft.oid("551d2500")),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);

        assertThat(refusal(servers.issue(signer(), KEY.publicKey()), servers.certificate()))
                .hasMessageContaining("does not issue for the use");
        assertThat(verify(code.issue(signer(), KEY.publicKey()), code.certificate()))
                .isNotNull();
        assertThat(verify(any.issue(signer(), KEY.publicKey()), any.certificate()))
                .isNotNull();
    }

    @Test
    void whoever_holds_a_signer_s_certificate_issues_no_other() throws Exception {
        TestAuthority holder = INTERMEDIATE.below(
                CertificateDraft.signer().subject("Holder").uri(WORKFLOW),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);

        VerificationException refusal =
                refusal(holder.issue(signer(), KEY.publicKey()), holder.certificate(), INTERMEDIATE.certificate());

        assertThat(refusal.reason()).isEqualTo(Reason.CERTIFICATE);
        assertThat(refusal).hasMessageContaining("is no authority's (basic constraints), yet it issued another");
    }

    @Test
    void an_authority_whose_key_is_not_for_certificates_issues_none() throws Exception {
        TestAuthority lists = ROOT.below(
                CertificateDraft.authority("Lists").keyUsage(0x02),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);

        assertThat(refusal(lists.issue(signer(), KEY.publicKey()), lists.certificate()))
                .hasMessageContaining("is not for signing certificates (key usage)");
    }

    @Test
    void path_lengths_hold_for_intermediates_and_for_the_root() throws Exception {
        TestAuthority last = ROOT.below(
                CertificateDraft.authority("Last").pathLength(0),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);
        TestAuthority tooDeep = last.below("Too deep");
        TestAuthority shortRoot = TestAuthority.root(
                CertificateDraft.authority("Short root").pathLength(0),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);
        TestAuthority belowShort = shortRoot.below("Below short");

        assertThat(verify(last.issue(signer(), KEY.publicKey()), last.certificate()))
                .isNotNull();
        assertThat(refusal(tooDeep.issue(signer(), KEY.publicKey()), tooDeep.certificate(), last.certificate())
                        .reason())
                .isEqualTo(Reason.CERTIFICATE);
        CertificateVerifier verifier = trusting(shortRoot).build();
        assertThat(verifier.verify(List.of(shortRoot.issue(signer(), KEY.publicKey())), NOW))
                .isNotNull();
        assertThat(refusal(verifier, NOW, belowShort.issue(signer(), KEY.publicKey()), belowShort.certificate())
                        .reason())
                .isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void name_constraints_hold_for_intermediates_and_for_the_root() throws Exception {
        byte[] onlyExampleCom =
                Der.write(0x30, Der.write(0xA0, Der.write(0x30, Der.write(0x81, "example.com".getBytes(UTF_8)))));
        CertificateDraft draft =
                CertificateDraft.authority("Narrow").extension(CertificateDraft.NAME_CONSTRAINTS, true, onlyExampleCom);
        KeyPair keys = CertificateDraft.ecKeys("secp256r1");
        TestAuthority narrow = ROOT.below(draft, keys, Scheme.ECDSA_SHA256);
        TestAuthority narrowRoot = TestAuthority.root(draft, keys, Scheme.ECDSA_SHA256);
        CertificateVerifier verifier = trusting(ROOT, narrowRoot).anyIdentity().build();
        X509Certificate inside = narrow.issue(CertificateDraft.signer().email("alice@example.com"), KEY.publicKey());
        X509Certificate outside = narrow.issue(CertificateDraft.signer().email("alice@example.org"), KEY.publicKey());

        assertThat(verifier.verify(List.of(inside, narrow.certificate()), NOW)).isNotNull();
        assertThat(verifier.verify(List.of(inside), NOW)).isNotNull();
        assertThat(refusal(verifier, NOW, outside, narrow.certificate()).reason())
                .isEqualTo(Reason.CERTIFICATE);
        assertThat(refusal(verifier, NOW, outside).reason()).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void a_critical_extension_that_nobody_knows_is_refused() throws Exception {
        X509Certificate leaf = issue(signer().extension("2b0601040181aa3701", true, new byte[] {5, 0}));

        VerificationException refusal = refusal(leaf, INTERMEDIATE.certificate());

        assertThat(refusal.reason()).isEqualTo(Reason.CERTIFICATE);
        assertThat(refusal).hasMessageContaining("the JDK refuses the chain");
        assertThat(verify(
                        issue(signer().extension("2b0601040181aa3701", false, new byte[] {5, 0})),
                        INTERMEDIATE.certificate()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WORKFLOW + "0",
                "https://github.com/octo/app/.github/workflows/release.yml@refs/tags/v",
                "HTTPS://github.com/octo/app/.github/workflows/release.yml@refs/tags/v1",
                ".*"
            })
    void an_identity_matches_exactly_or_not_at_all(String other) throws Exception {
        CertificateVerifier verifier = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .identity(other, ISSUER)
                .build();

        VerificationException refusal = refusal(verifier, NOW, issue(signer()), INTERMEDIATE.certificate());

        assertThat(refusal.reason()).isEqualTo(Reason.IDENTITY);
        assertThat(refusal)
                .hasMessageContaining("was made for [\"" + WORKFLOW + "\"] as \"" + ISSUER + "\" vouched for")
                .hasMessageContaining("trusted are [\"" + other + "\" as \"" + ISSUER + "\" vouches for]");
    }

    @Test
    void an_issuer_matches_exactly_and_an_unnamed_one_is_not_trusted() throws Exception {
        X509Certificate leaf = issue(signer());
        X509Certificate plain = issue(CertificateDraft.signer().uri(WORKFLOW));
        CertificateVerifier.Builder roots = CertificateVerifier.builder().roots(List.of(ROOT.certificate()));
        CertificateVerifier another = roots.identity(WORKFLOW, ISSUER + "/").build();
        CertificateVerifier none = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .identity(WORKFLOW)
                .build();

        assertThat(refusal(another, NOW, leaf, INTERMEDIATE.certificate()).reason())
                .isEqualTo(Reason.IDENTITY);
        assertThat(refusal(another, NOW, plain, INTERMEDIATE.certificate()).reason())
                .isEqualTo(Reason.IDENTITY);
        assertThat(refusal(none, NOW, leaf, INTERMEDIATE.certificate()).reason())
                .isEqualTo(Reason.IDENTITY);
        assertThat(none.verify(List.of(plain, INTERMEDIATE.certificate()), NOW).issuer())
                .isEmpty();
    }

    @Test
    void pairs_of_identity_and_issuer_are_not_mixed() throws Exception {
        CertificateVerifier verifier = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .identity(WORKFLOW, "https://other.example")
                .identity("alice@example.com", ISSUER)
                .build();

        assertThat(refusal(verifier, NOW, issue(signer()), INTERMEDIATE.certificate())
                        .reason())
                .isEqualTo(Reason.IDENTITY);
    }

    @Test
    void anybody_may_be_trusted_by_name_of_the_issuer_or_without() throws Exception {
        CertificateVerifier ofIssuer = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .anyIdentityOf(ISSUER)
                .build();
        CertificateVerifier anybody = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .anyIdentity()
                .build();
        X509Certificate plain = issue(CertificateDraft.signer().names(CertificateDraft.userName("octocat!github")));

        assertThat(ofIssuer.verify(List.of(issue(signer()), INTERMEDIATE.certificate()), NOW)
                        .identity())
                .isEqualTo(WORKFLOW);
        assertThat(refusal(ofIssuer, NOW, plain, INTERMEDIATE.certificate()))
                .hasMessageContaining("trusted are [anybody as \"" + ISSUER + "\" vouches for]");
        assertThat(anybody.verify(List.of(plain, INTERMEDIATE.certificate()), NOW)
                        .identity())
                .isEqualTo("octocat!github");
    }

    @Test
    void a_certificate_for_nobody_is_refused() throws Exception {
        CertificateVerifier anybody = CertificateVerifier.builder()
                .roots(List.of(ROOT.certificate()))
                .anyIdentity()
                .build();

        X509Certificate directoryName =
                issue(CertificateDraft.signer().names(Der.write(0xA4, CertificateDraft.name("Release Team"))));

        assertThat(refusal(anybody, NOW, directoryName, INTERMEDIATE.certificate())
                        .reason())
                .isEqualTo(Reason.IDENTITY);
        assertThat(anybody.verify(
                                List.of(
                                        issue(CertificateDraft.signer().subject("Release Team")),
                                        INTERMEDIATE.certificate()),
                                NOW)
                        .identity())
                .isEqualTo("CN=Release Team");
    }

    @Test
    void the_identity_that_is_expected_is_named_when_there_are_several() throws Exception {
        byte[] alice = Der.write(0x81, "alice@example.com".getBytes(UTF_8));
        byte[] uri = Der.write(0x86, WORKFLOW.getBytes(UTF_8));
        X509Certificate leaf = issue(signer().names(alice, uri));

        VerifiedCertificate verified = verify(leaf, INTERMEDIATE.certificate());

        assertThat(verified.identity()).isEqualTo(WORKFLOW);
        assertThat(verified.fulcioExtensions().identities()).containsExactly("alice@example.com", WORKFLOW);
    }

    @Test
    void unreadable_certificates_are_malformed() throws Exception {
        CertificateVerifier verifier = trusting(ROOT).build();

        for (String text : List.of("", "x", "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n")) {
            assertThatThrownBy(() -> verifier.verify(text, NOW))
                    .isInstanceOfSatisfying(
                            VerificationException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
        }
    }

    @Test
    void an_extension_that_is_not_as_specified_is_malformed() throws Exception {
        X509Certificate leaf = issue(CertificateDraft.signer()
                .uri(WORKFLOW)
                .extension(FulcioExtension.ISSUER.id(), false, new byte[] {0x0C, 5, 'a'}));

        assertThat(refusal(leaf, INTERMEDIATE.certificate()).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void more_certificates_than_a_signature_needs_are_refused() throws Exception {
        List<X509Certificate> many = new ArrayList<>(List.of(issue(signer())));
        many.addAll(Collections.nCopies(16, INTERMEDIATE.certificate()));
        CertificateVerifier verifier = trusting(ROOT).build();

        assertThatThrownBy(() -> verifier.verify(many, NOW))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT))
                .hasMessage("17 certificates are more than the limit of 16");
        assertThat(verifier.verify(many.subList(0, 16), NOW)).isNotNull();
    }

    @Test
    void a_caller_without_certificates_is_told_so() throws Exception {
        CertificateVerifier verifier = trusting(ROOT).build();

        assertThatThrownBy(() -> verifier.verify(List.of(), NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_verifier_needs_roots_and_somebody_to_expect() {
        assertThatThrownBy(() -> CertificateVerifier.builder().identity("a").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one root");
        assertThatThrownBy(() -> CertificateVerifier.builder()
                        .roots(List.of(ROOT.certificate()))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anyIdentity()");
    }

    @Test
    void a_root_is_an_authority_that_signed_itself() {
        TestAuthority notAnAuthority = TestAuthority.root(
                CertificateDraft.signer().subject("Self-made"),
                CertificateDraft.ecKeys("secp256r1"),
                Scheme.ECDSA_SHA256);
        TestAuthority sameName = ROOT.below("Root");

        assertThatThrownBy(() -> trusting(INTERMEDIATE).build())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("it names \"CN=Root\" as its issuer")
                .hasMessageContaining("as intermediates");
        assertThatThrownBy(() -> trusting(sameName).build())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("it does not match");
        assertThatThrownBy(() -> trusting(notAnAuthority).build())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("not an authority's");
    }
}
