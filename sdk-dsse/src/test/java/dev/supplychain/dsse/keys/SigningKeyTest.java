package dev.supplychain.dsse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.model.Bytes;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    @Test
    void takes_the_halves_of_one_pair() throws Exception {
        KeyPair pair = pair();

        SigningKey key = SigningKey.of(pair.getPrivate(), pair.getPublic());

        assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.ECDSA_P256_SHA256);
        assertThat(key.publicKey()).isEqualTo(pair.getPublic());
        assertThat(key.keyId()).isEqualTo(KeyId.openSsh(pair.getPublic()).text());
    }

    @Test
    void refuses_the_halves_of_two_pairs() throws Exception {
        assertThatThrownBy(() -> SigningKey.of(pair().getPrivate(), pair().getPublic()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("does not belong to public key SHA256:");
    }

    @Test
    void refuses_a_private_key_of_another_kind() throws Exception {
        PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        assertThatThrownBy(() -> SigningKey.of(rsa, pair().getPublic())).isInstanceOf(KeyException.class);
    }

    @Test
    void signs_with_the_provider_that_was_handed_in() throws Exception {
        KeyPair pair = pair();

        SigningKey key = SigningKey.of(pair.getPrivate(), pair.getPublic(), Security.getProvider("SunEC"));

        assertThat(key.sign(new byte[1])).isNotEmpty();
        assertThatThrownBy(() -> SigningKey.of(pair.getPrivate(), pair.getPublic(), Security.getProvider("SunRsaSign")))
                .isInstanceOf(KeyException.class);
    }

    @Test
    void a_key_in_hardware_signs_and_does_not_leave() throws Exception {
        KeyPair pair = pair();

        SigningKey key =
                SigningKey.of(new HardwareProvider.Handle(pair.getPrivate()), pair.getPublic(), new HardwareProvider());

        assertThat(BlobVerifier.of(pair.getPublic()).verify(new byte[1], Bytes.of(key.sign(new byte[1]))))
                .isNotNull();
        assertThatThrownBy(() -> PemKeys.writePrivateKey(key))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("does not leave its provider");
    }

    @Test
    void legacy_schemes_are_for_ecdsa() {
        assertThatThrownBy(() -> TestKeys.EDITH.legacyScheme(LegacyScheme.P1363))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustedKey.builder()
                        .publicKey(TestKeys.EDITH.publicKey())
                        .legacyScheme(LegacyScheme.P1363)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TestKeys.ALICE
                        .legacyScheme(LegacyScheme.P1363)
                        .toTrustedKey()
                        .legacySchemes())
                .containsExactly(LegacyScheme.P1363);
    }

    @Test
    void a_trusted_key_with_impossible_terms_is_refused() {
        assertThatThrownBy(() -> TrustedKey.builder().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TrustedKey.builder()
                        .publicKey(TestKeys.ALICE.publicKey())
                        .addAlgorithm(SignatureAlgorithm.ED25519)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrustedKey.builder()
                        .publicKey(TestKeys.ALICE.publicKey())
                        .notBefore(Instant.parse("2026-01-02T00:00:00Z"))
                        .notAfter(Instant.parse("2026-01-01T00:00:00Z"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
