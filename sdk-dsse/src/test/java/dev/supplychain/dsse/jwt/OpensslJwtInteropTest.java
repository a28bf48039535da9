package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.Tool;
import dev.supplychain.dsse.internal.Base64Url;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.EcdsaSignature;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** openssl verifies the signatures in our tokens, and we take tokens that openssl signed. */
class OpensslJwtInteropTest {
    @TempDir
    Path folder;

    private Tool openssl() {
        return Tool.require("openssl", folder);
    }

    private static List<String> options(SignatureAlgorithm algorithm) {
        if (algorithm == SignatureAlgorithm.ED25519) {
            return List.of("-rawin");
        }
        List<String> options = new ArrayList<>(
                List.of("-rawin", "-digest", algorithm.hash().replace("-", "").toLowerCase(Locale.ROOT)));
        if (algorithm.name().startsWith("RSA_PSS")) {
            options.addAll(List.of("-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:digest"));
        }
        return options;
    }

    private static boolean isEcdsa(SignatureAlgorithm algorithm) {
        return algorithm.name().startsWith("ECDSA");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void openssl_verifies_our_tokens(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        String token = JwtSigner.of(key).sign(JwtClaims.about(TestKeys.APP).build());
        byte[] signature =
                Base64Url.decode(token.substring(token.lastIndexOf('.') + 1)).orElseThrow();
        CheckedPublicKey publicKey = CheckedPublicKey.of(key.publicKey());
        Files.writeString(folder.resolve("key.pem"), PemKeys.writePublicKey(key.publicKey()));
        Files.write(
                folder.resolve("signature"),
                isEcdsa(algorithm)
                        ? EcdsaSignature.parseP1363(signature, publicKey.curve())
                                .toDer()
                        : signature);

        Files.writeString(folder.resolve("signed"), token.substring(0, token.lastIndexOf('.')));
        assertThat(verifiedByOpenssl(algorithm)).isTrue();
        Files.writeString(folder.resolve("signed"), token.substring(0, token.lastIndexOf('.') - 1));
        assertThat(verifiedByOpenssl(algorithm)).isFalse();
    }

    private boolean verifiedByOpenssl(SignatureAlgorithm algorithm) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-in", "signed", "-sigfile", "signature"));
        command.addAll(options(algorithm));
        return openssl().run(command.toArray(String[]::new)).exitCode() == 0;
    }

    @ParameterizedTest
    @CsvSource({
        "ECDSA_P256_SHA256, ES256",
        "ECDSA_P384_SHA384, ES384",
        "ECDSA_P521_SHA512, ES512",
        "ED25519, EdDSA",
        "RSA_PKCS1_SHA256, RS256",
        "RSA_PKCS1_SHA512, RS512",
        "RSA_PSS_SHA256, PS256",
        "RSA_PSS_SHA512, PS512"
    })
    void we_take_tokens_that_openssl_signed(SignatureAlgorithm algorithm, String alg) throws Exception {
        SigningKey key = TestKeys.of(algorithm);
        Files.writeString(folder.resolve("key.pem"), PemKeys.writePrivateKey(key));
        String header = "{\"typ\":\"JWT\",\r\n \"alg\":\"" + alg + "\", \"kid\":\"openssl\"}";
        String signed = Base64Url.encode(header.getBytes(UTF_8)) + "."
                + Base64Url.encode(JwtClaims.about(TestKeys.APP).build().toJson());
        Files.write(folder.resolve("signed"), signed.getBytes(US_ASCII));
        List<String> command =
                new ArrayList<>(List.of("pkeyutl", "-sign", "-inkey", "key.pem", "-in", "signed", "-out", "signature"));
        command.addAll(options(algorithm));
        openssl().run(command.toArray(String[]::new)).succeeded();
        byte[] signature = Files.readAllBytes(folder.resolve("signature"));
        CheckedPublicKey publicKey = CheckedPublicKey.of(key.publicKey());
        if (isEcdsa(algorithm)) {
            signature = EcdsaSignature.parseDer(signature, publicKey.curve()).toP1363(publicKey.curve());
        }
        TrustedKey trusted = TrustedKey.builder()
                .publicKey(key.publicKey())
                .addAlgorithm(algorithm)
                .addKeyId(dev.supplychain.dsse.keys.KeyId.of("openssl"))
                .build();

        assertThat(JwtVerifier.of(trusted).verify(signed + "." + Base64Url.encode(signature), TestKeys.APP))
                .isNotNull();
    }
}
