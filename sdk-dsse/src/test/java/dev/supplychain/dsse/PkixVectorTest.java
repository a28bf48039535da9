package dev.supplychain.dsse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.PkixAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import java.nio.file.Files;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PkixVectorTest {
    /** grafeas/kritis 3348562: a detached signature for each algorithm of Binary Authorization; PSS with the longest salt. */
    @Test
    void the_vectors_of_kritis_get_their_verdicts() throws Exception {
        Set<PkixAlgorithm> seen = new HashSet<>();
        for (Json vector : Json.parse(
                        Files.readAllBytes(Vectors.require("grafeas/attestations/pkix-detached-vectors.json")))
                .elements()) {
            PkixAlgorithm algorithm =
                    PkixAlgorithm.parse(Vectors.text(vector, "algorithm")).orElseThrow();
            PublicKey key = PemKeys.readPublicKey(Vectors.text(vector, "publicKeyPem"));
            Bytes signature = Bytes.parseBase64(padded(Vectors.text(vector, "signatureBase64UrlNoPad")));
            byte[] payload = Vectors.text(vector, "payload").getBytes(UTF_8);
            seen.add(algorithm);

            assertThat(KeyId.ni(key).text()).isEqualTo(Vectors.text(vector, "publicKeyId"));
            assertThat(accepts(trusted(algorithm, key), payload, signature))
                    .as(algorithm.name())
                    .isEqualTo(Vectors.member(vector, "expected").bool());
            assertThat(accepts(trusted(algorithm, key), "bad payload".getBytes(UTF_8), signature))
                    .isFalse();
            if (algorithm.name().contains("PSS")) {
                assertThat(accepts(algorithm.trustedKey(key), payload, signature))
                        .isFalse();
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(PkixAlgorithm.values());
    }

    private static String padded(String base64) {
        return base64 + "=".repeat((4 - base64.length() % 4) % 4);
    }

    private static TrustedKey trusted(PkixAlgorithm algorithm, PublicKey key) throws KeyException {
        TrustedKey.Builder trusted = TrustedKey.builder().publicKey(key).addAlgorithm(algorithm.algorithm());
        if (algorithm.name().contains("PSS")) {
            trusted.legacyScheme(LegacyScheme.PSS_MAX_SALT);
        }
        return trusted.build();
    }

    private static boolean accepts(TrustedKey key, byte[] payload, Bytes signature) {
        try {
            return BlobVerifier.of(key).verify(payload, signature) != null;
        } catch (VerificationException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_SIGN_PSS_4096_SHA512, RSA_PSS_4096_SHA512, 4",
        "RSA_PSS_2048_SHA256, RSA_PSS_2048_SHA256, 1",
        "RSA_SIGN_PKCS1_3072_SHA256, RSA_SIGN_PKCS1_3072_SHA256, 6",
        "EC_SIGN_P384_SHA384, ECDSA_P384_SHA384, 10",
        "ECDSA_P521_SHA512, ECDSA_P521_SHA512, 11"
    })
    void names_and_aliases_are_read(String name, PkixAlgorithm algorithm, int number) {
        assertThat(PkixAlgorithm.parse(name)).contains(algorithm);
        assertThat(algorithm.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"SIGNATURE_ALGORITHM_UNSPECIFIED", "ML_DSA_65", "ecdsa_p256_sha256", "''"})
    void other_names_are_none(String name) {
        assertThat(PkixAlgorithm.parse(name)).isEmpty();
    }

    @Test
    void a_key_of_another_size_or_kind_is_refused() throws Exception {
        SigningKey p256 = SigningKey.generate(PkixAlgorithm.ECDSA_P256_SHA256);

        assertThat(PkixAlgorithm.ECDSA_P256_SHA256.trustedKey(p256.publicKey()).algorithms())
                .containsExactly(PkixAlgorithm.ECDSA_P256_SHA256.algorithm());
        for (PkixAlgorithm other : PkixAlgorithm.values()) {
            if (other != PkixAlgorithm.ECDSA_P256_SHA256) {
                assertThatThrownBy(() -> other.trustedKey(p256.publicKey()))
                        .isInstanceOf(KeyException.class)
                        .hasMessageContaining(other.name());
            }
        }
        PublicKey rsa2048 =
                TestKeys.of(PkixAlgorithm.RSA_PSS_2048_SHA256.algorithm()).publicKey();
        assertThat(PkixAlgorithm.RSA_PSS_2048_SHA256.trustedKey(rsa2048)).isNotNull();
        assertThatThrownBy(() -> PkixAlgorithm.RSA_PSS_3072_SHA256.trustedKey(rsa2048))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("2048 bits");
    }
}
