package dev.supplychain.dsse.x509;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.Tool;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains that OpenSSL makes are read here, and chains that the tests make are taken by OpenSSL. */
class OpensslCertificateInteropTest {
    private static final String WORKFLOW = "https://github.com/octo/app/.github/workflows/release.yml@refs/tags/v1";
    private static final String ISSUER = "https://token.actions.githubusercontent.com";
    private static final Instant NOW = CertificateDraft.START.plusSeconds(60);
    private static final String EPOCH_SECONDS = String.valueOf(NOW.getEpochSecond());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-256",
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-384",
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-521",
                "-algorithm ED25519",
                "-algorithm RSA -pkeyopt rsa_keygen_bits:2048",
                "-algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_pss_keygen_md:sha256"
                        + " -pkeyopt rsa_pss_keygen_mgf1_md:sha256 -pkeyopt rsa_pss_keygen_saltlen:32"
            })
    void a_chain_that_openssl_made_is_verified(String keys, @TempDir Path folder) throws Exception {
        Tool openssl = Tool.require("openssl", folder);
        Files.writeString(folder.resolve("authority.cnf"), AUTHORITY);
        Files.writeString(folder.resolve("signer.cnf"), SIGNER);
        openssl.run(("genpkey " + keys + " -out root.key").split(" ")).succeeded();
        for (String name : List.of("between", "signer")) {
            if (keys.contains("RSA")) { // which take their time
                Files.copy(folder.resolve("root.key"), folder.resolve(name + ".key"));
            } else {
                openssl.run(("genpkey " + keys + " -out " + name + ".key").split(" "))
                        .succeeded();
            }
        }
        boolean ed25519 = keys.contains("ED25519");
        request(openssl, "root", "authority", ed25519, "-x509");
        request(openssl, "between", "authority", ed25519, "-CA", "root.pem", "-CAkey", "root.key");
        request(openssl, "signer", "signer", ed25519, "-CA", "between.pem", "-CAkey", "between.key");
        Files.writeString(folder.resolve("app.jar"), "app");

        X509Certificate leaf =
                X509Certificates.parse(folder.resolve("signer.pem")).get(0);
        VerifiedCertificate verified = CertificateVerifier.builder()
                .roots(X509Certificates.parse(folder.resolve("root.pem")))
                .intermediates(X509Certificates.parse(folder.resolve("between.pem")))
                .identity(WORKFLOW, ISSUER)
                .build()
                .verify(List.of(leaf), leaf.getNotBefore().toInstant());

        assertThat(verified.identity()).isEqualTo(WORKFLOW);
        assertThat(verified.fulcioExtensions().get(FulcioExtension.ISSUER_V1)).contains(ISSUER);
        assertThat(verified.fulcioExtensions().get(FulcioExtension.SOURCE_REPOSITORY_REF))
                .contains("refs/tags/v1");
        sign(openssl, keys);
        Bytes signature = Bytes.of(Files.readAllBytes(folder.resolve("app.sig")));
        assertThat(verified.blobVerifier().verify(folder.resolve("app.jar"), signature))
                .isNotNull();
    }

    private static void request(Tool openssl, String name, String kind, boolean ed25519, String... how)
            throws Exception {
        String[] common = ("req -new -batch -x509 -days 2 -set_serial 17 -extensions extensions"
                        + " -subj /CN=" + name + " -key " + name + ".key -config " + kind + ".cnf -out " + name + ".pem"
                        + (ed25519 ? "" : " -sha256"))
                .split(" ");
        String[] all = java.util.Arrays.copyOf(common, common.length + (how.length > 1 ? how.length : 0));
        System.arraycopy(how, 0, all, common.length, all.length - common.length);
        openssl.run(all).succeeded();
    }

    private static void sign(Tool openssl, String keys) throws Exception {
        if (keys.contains("P-384") || keys.contains("P-521")) {
            String hash = keys.contains("P-384") ? "-sha384" : "-sha512";
            openssl.run("dgst", hash, "-sign", "signer.key", "-out", "app.sig", "app.jar")
                    .succeeded();
        } else if (keys.contains("ED25519")) {
            openssl.run("pkeyutl", "-sign", "-inkey", "signer.key", "-rawin", "-in", "app.jar", "-out", "app.sig")
                    .succeeded();
        } else {
            openssl.run("dgst", "-sha256", "-sign", "signer.key", "-out", "app.sig", "app.jar")
                    .succeeded();
        }
    }

    /** The same verdict about each chain, at the same time. */
    @Test
    void openssl_and_this_verifier_agree_about_chains_with_flaws(@TempDir Path folder) throws Exception {
        Tool openssl = Tool.require("openssl", folder);
        TestAuthority root = TestAuthority.root("Root");
        TestAuthority between = root.below("Between");
        TestAuthority signer = between.below(
                CertificateDraft.signer().subject("Signer").uri(WORKFLOW),
                CertificateDraft.ecKeys("secp256r1"),
                CertificateDraft.Scheme.ECDSA_SHA256);
        TestAuthority expired = root.below(
                CertificateDraft.authority("Expired")
                        .valid(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1))),
                CertificateDraft.ecKeys("secp256r1"),
                CertificateDraft.Scheme.ECDSA_SHA256);
        CertificateVerifier verifier = CertificateVerifier.builder()
                .roots(List.of(root.certificate()))
                .anyIdentity()
                .build();

        for (TestAuthority issuer : List.of(root, between, signer, expired, TestAuthority.root("Root"))) {
            X509Certificate leaf = issuer.issue(
                    CertificateDraft.signer().uri(WORKFLOW),
                    CertificateDraft.ecKeys("secp256r1").getPublic());
            Files.writeString(folder.resolve("root.pem"), X509Certificates.toPem(List.of(root.certificate())));
            Files.writeString(
                    folder.resolve("between.pem"),
                    X509Certificates.toPem(List.of(issuer.certificate(), between.certificate())));
            Files.writeString(folder.resolve("leaf.pem"), X509Certificates.toPem(List.of(leaf)));

            boolean byOpenssl = openssl.run(
                                    "verify",
                                    "-attime",
                                    EPOCH_SECONDS,
                                    "-CAfile",
                                    "root.pem",
                                    "-untrusted",
                                    "between.pem",
                                    "leaf.pem")
                            .exitCode()
                    == 0;

            assertThat(isAccepted(verifier, leaf, issuer, between)).isEqualTo(byOpenssl);
        }
    }

    private static boolean isAccepted(
            CertificateVerifier verifier, X509Certificate leaf, TestAuthority issuer, TestAuthority between) {
        try {
            return verifier.verify(List.of(leaf, issuer.certificate(), between.certificate()), NOW) != null;
        } catch (VerificationException e) {
            return false;
        }
    }

    @Test
    void a_certificate_of_openssl_without_extensions_is_no_signer_s(@TempDir Path folder) throws Exception {
        Tool openssl = Tool.require("openssl", folder);
        openssl.run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "signer.key")
                .succeeded();
        openssl.run("req", "-new", "-x509", "-batch", "-key", "signer.key", "-subj", "/CN=signer", "-out", "signer.pem")
                .succeeded();
        TestAuthority root = TestAuthority.root("Root");
        String pem = Files.readString(folder.resolve("signer.pem"), UTF_8);
        CertificateVerifier verifier = CertificateVerifier.builder()
                .roots(List.of(root.certificate()))
                .anyIdentity()
                .build();

        assertThatThrownBy(() -> verifier.verify(pem, NOW))
                .isInstanceOfSatisfying(
                        VerificationException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CERTIFICATE));
    }

    private static final String AUTHORITY = """
            [req]
            distinguished_name = name
            [name]
            [extensions]
            basicConstraints = critical,CA:TRUE
            keyUsage = critical,keyCertSign,cRLSign
            subjectKeyIdentifier = hash
            """;

    private static final String SIGNER = """
            [req]
            distinguished_name = name
            [name]
            [extensions]
            keyUsage = critical,digitalSignature
            extendedKeyUsage = codeSigning
            subjectAltName = critical,URI:%s
            1.3.6.1.4.1.57264.1.1 = DER:%s
            1.3.6.1.4.1.57264.1.8 = ASN1:UTF8String:%s
            1.3.6.1.4.1.57264.1.14 = ASN1:UTF8String:refs/tags/v1
            """.replaceFirst("%s", WORKFLOW)
            .replaceFirst("%s", java.util.HexFormat.of().formatHex(ISSUER.getBytes(UTF_8)))
            .replaceFirst("%s", ISSUER);
}
