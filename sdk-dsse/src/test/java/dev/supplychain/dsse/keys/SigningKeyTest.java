package dev.supplychain.dsse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.TestKeys;
import dev.supplychain.dsse.internal.KeyPairs;
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
    void a_destroyed_key_signs_no_more_nor_does_what_was_made_of_it() throws Exception {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            KeyPair pair = KeyPairs.generate(algorithm, 2048);
            SigningKey key = SigningKey.of(pair.getPrivate(), pair.getPublic());
            SigningKey named = key.withKeyId(KeyId.of("name"));
            assertThat(key.isDestroyed()).isFalse();

            key.destroy();
            key.destroy();

            assertThat(named.isDestroyed()).isTrue();
            assertThatThrownBy(() -> named.sign(new byte[1]))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("destroyed");
            assertThatThrownBy(() -> PemKeys.writePrivateKey(key)).isInstanceOf(IllegalStateException.class);
            assertThat(key.publicKey()).isEqualTo(pair.getPublic());
            assertThat(key.toString()).contains(key.algorithm().name());
        }
    }

    @Test
    void an_rsa_key_signs_with_every_padding_and_hash_of_its_kind() throws Exception {
        SigningKey rsa = TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA256);

        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            if (algorithm.name().startsWith("RSA")) {
                SigningKey key = rsa.withAlgorithm(algorithm);
                assertThat(key.algorithm()).isEqualTo(algorithm);
                assertThat(key.sign(new byte[1])).hasSize(256);
                assertThat(key.toTrustedKey().algorithms()).containsExactly(algorithm);
            } else {
                assertThatThrownBy(() -> rsa.withAlgorithm(algorithm)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void only_pss_cannot_do_without_randomness() throws Exception {
        SigningKey pkcs1 = TestKeys.of(SignatureAlgorithm.RSA_PKCS1_SHA384);

        assertThat(pkcs1.deterministic().sign(new byte[1])).isEqualTo(pkcs1.sign(new byte[1]));
        assertThatThrownBy(() -> TestKeys.of(SignatureAlgorithm.RSA_PSS_SHA256).deterministic())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("salt");
    }

    @Test
    void ed25519_keys_in_their_32_bytes() throws Exception {
        byte[] encoded = Ed25519Keys.encode(TestKeys.EDITH.publicKey());

        assertThat(encoded).hasSize(32);
        assertThat(Ed25519Keys.publicKey(encoded)).isEqualTo(TestKeys.EDITH.publicKey());
        assertThatThrownBy(() -> Ed25519Keys.publicKey(new byte[31])).isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> Ed25519Keys.publicKey(new byte[32])).isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> Ed25519Keys.signingKey(new byte[33])).isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> Ed25519Keys.encode(TestKeys.ALICE.publicKey())).isInstanceOf(KeyException.class);
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
