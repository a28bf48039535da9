package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** openssl and we take each other's keys and signatures. */
class OpensslInteropTest {
    private static final byte[] CONTENT = "content\0 with a zero byte, ಠ".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Tool openssl() {
        return Tool.require("openssl", folder);
    }

    /** The options of dgst for an algorithm; Ed25519 has pkeyutl instead. */
    private static List<String> dgst(SignatureAlgorithm algorithm) {
        List<String> options = new ArrayList<>(
                List.of("dgst", "-" + algorithm.hash().replace("-", "").toLowerCase(Locale.ROOT)));
        if (algorithm.name().startsWith("RSA_PSS")) {
            options.addAll(List.of("-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"));
        }
        return options;
    }

    private boolean opensslVerifies(SignatureAlgorithm algorithm) throws Exception {
        List<String> command;
        if (algorithm == SignatureAlgorithm.ED25519) {
            command = List.of(
                    "pkeyutl", "-verify", "-pubin", "-inkey", "key.pub", "-rawin", "-in", "message", "-sigfile", "sig");
        } else {
            command = dgst(algorithm);
            command.addAll(List.of("-verify", "key.pub", "-signature", "sig", "message"));
        }
        return openssl().run(command.toArray(new String[0])).exitCode() == 0;
    }

    private Bytes opensslSigns(SignatureAlgorithm algorithm) throws Exception {
        List<String> command;
        if (algorithm == SignatureAlgorithm.ED25519) {
            command = List.of("pkeyutl", "-sign", "-inkey", "key.pem", "-rawin", "-in", "message", "-out", "sig");
        } else {
            command = dgst(algorithm);
            command.addAll(List.of("-sign", "key.pem", "-out", "sig", "message"));
        }
        openssl().run(command.toArray(new String[0])).succeeded();
        return Bytes.of(Files.readAllBytes(folder.resolve("sig")));
    }

    private void write(SigningKey key, byte[] message) throws Exception {
        Files.writeString(folder.resolve("key.pem"), PemKeys.writePrivateKey(key));
        Files.writeString(folder.resolve("key.pub"), PemKeys.writePublicKey(key.publicKey()));
        Files.write(folder.resolve("message"), message);
    }

    @ParameterizedTest
    @EnumSource
    void openssl_verifies_our_blob_signatures_and_refuses_them_for_other_bytes(SignatureAlgorithm algorithm)
            throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        write(key, CONTENT);
        Files.write(folder.resolve("sig"), BlobSigner.of(key).sign(CONTENT).toByteArray());

        assertThat(opensslVerifies(algorithm)).isTrue();
        Files.write(folder.resolve("message"), new byte[] {1});
        assertThat(opensslVerifies(algorithm)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void we_verify_the_signatures_of_openssl(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        write(key, CONTENT);
        Bytes signature = opensslSigns(algorithm);
        BlobVerifier verifier = BlobVerifier.of(key.toTrustedKey());

        assertThat(verifier.verify(folder.resolve("message"), signature)).isNotNull();
        assertThatThrownBy(() -> verifier.verify(new byte[] {1}, signature)).isInstanceOf(VerificationException.class);
    }

    @ParameterizedTest
    @EnumSource
    void openssl_verifies_our_envelopes_over_their_encoding(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        write(key, Pae.encode("text/plain", CONTENT));
        Files.write(
                folder.resolve("sig"),
                EnvelopeSigner.of(key)
                        .sign("text/plain", CONTENT)
                        .signatures()
                        .get(0)
                        .sig()
                        .toByteArray());

        assertThat(opensslVerifies(algorithm)).isTrue();
    }

    /** Every form of private key that openssl writes. */
    @ParameterizedTest
    @CsvSource({
        "ecparam -name prime256v1 -genkey, EC PARAMETERS, ECDSA_P256_SHA256",
        "ecparam -name secp384r1 -genkey -noout, EC PRIVATE KEY, ECDSA_P384_SHA384",
        "ecparam -name secp521r1 -genkey -noout, EC PRIVATE KEY, ECDSA_P521_SHA512",
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521, PRIVATE KEY, ECDSA_P521_SHA512",
        "genpkey -algorithm ED25519, PRIVATE KEY, ED25519",
        "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048, PRIVATE KEY, RSA_PKCS1_SHA256",
        "genrsa -traditional 2048, RSA PRIVATE KEY, RSA_PKCS1_SHA256",
        "genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048, PRIVATE KEY, RSA_PSS_SHA256",
        "genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_pss_keygen_md:sha384"
                + " -pkeyopt rsa_pss_keygen_mgf1_md:sha384 -pkeyopt rsa_pss_keygen_saltlen:48,"
                + " PRIVATE KEY, RSA_PSS_SHA384"
    })
    void reads_the_keys_of_openssl(String command, String label, SignatureAlgorithm algorithm) throws Exception {
        String pem = openssl().run(command.split(" ")).succeeded().out();
        assertThat(pem).contains("BEGIN " + label);
        Path file = Files.writeString(folder.resolve("key.pem"), pem);
        openssl().run("pkey", "-in", "key.pem", "-pubout", "-out", "key.pub").succeeded();

        SigningKey key = PemKeys.readPrivateKey(file);

        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(key.publicKey()).isEqualTo(PemKeys.readPublicKey(folder.resolve("key.pub")));
        assertThat(BlobVerifier.of(key.publicKey())
                        .verify(CONTENT, BlobSigner.of(key).sign(CONTENT)))
                .isNotNull();
        assertThat(PemKeys.readPrivateKey(PemKeys.writePrivateKey(key)).publicKey())
                .isEqualTo(key.publicKey());
    }

    @Test
    void reads_certificates_and_pkcs1_public_keys_of_openssl() throws Exception {
        Tool openssl = openssl();
        write(TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256), CONTENT);
        String certificate = openssl.run("req", "-x509", "-key", "key.pem", "-subj", "/CN=test", "-days", "1")
                .succeeded()
                .out();
        String pkcs1 = openssl.run("rsa", "-pubin", "-in", "key.pub", "-RSAPublicKey_out")
                .succeeded()
                .out();
        assertThat(certificate).contains("BEGIN CERTIFICATE");
        assertThat(pkcs1).contains("BEGIN RSA PUBLIC KEY");

        for (String pem : List.of(certificate, pkcs1)) {
            assertThat(PemKeys.readPublicKey(pem))
                    .isEqualTo(TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256).publicKey());
            assertThat(PemKeys.readPublicKey(Base64.getMimeEncoder().encodeToString(pem.getBytes(UTF_8))))
                    .isEqualTo(TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256).publicKey());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "genrsa 1024, 1024 bits",
        "ecparam -name secp256k1 -genkey -noout, secp256k1",
        "ecparam -name secp224r1 -genkey -noout, P-224",
        "ecparam -name prime256v1 -param_enc explicit -genkey -noout, ''",
        "genpkey -algorithm ED448, Ed448"
    })
    void refuses_the_weak_and_odd_keys_that_openssl_makes(String command, String named) throws Exception {
        String pem = openssl().run(command.split(" ")).succeeded().out();
        Files.writeString(folder.resolve("key.pem"), pem);
        openssl().run("pkey", "-in", "key.pem", "-pubout", "-out", "key.pub").succeeded();

        assertThatThrownBy(() -> PemKeys.readPrivateKey(pem))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(named);
        assertThatThrownBy(() -> PemKeys.readPublicKey(folder.resolve("key.pub")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(named);
    }

    @Test
    void a_key_for_one_padding_takes_no_signature_with_the_other() throws Exception {
        write(TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256), CONTENT);
        Bytes pkcs1 = opensslSigns(SignatureAlgorithm.RSA_PKCS1_SHA256);
        Bytes pss = opensslSigns(SignatureAlgorithm.RSA_PSS_SHA256);
        TrustedKey onlyPss = TestKeys.of(SignatureAlgorithm.RSA_PSS_SHA256).toTrustedKey();

        assertThat(BlobVerifier.of(onlyPss).verify(CONTENT, pss)).isNotNull();
        assertThatThrownBy(() -> BlobVerifier.of(onlyPss).verify(CONTENT, pkcs1))
                .isInstanceOf(VerificationException.class);
    }
}
