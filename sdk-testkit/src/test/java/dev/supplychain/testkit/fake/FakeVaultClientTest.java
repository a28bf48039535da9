package dev.supplychain.testkit.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.vault.TransitAlgorithm;
import dev.supplychain.clients.vault.TransitKeyVersion;
import dev.supplychain.clients.vault.VaultTransitClient;
import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in Vault as signers of sdk-dsse: what Vault signs is what our verifiers take. */
class FakeVaultClientTest {
    private static final byte[] MESSAGE = "message".getBytes(UTF_8);

    private final FakeVault vault;

    FakeVaultClientTest(@StartFake FakeVault vault) {
        this.vault = vault;
    }

    private VaultTransitClient client() {
        return VaultTransitClient.builder(ClientOptions.of(vault.url()))
                .token(vault.createToken())
                .build();
    }

    private static Signer signer(VaultTransitClient client, TransitKeyVersion key, TransitAlgorithm algorithm)
            throws Exception {
        return Signer.remote(
                PemKeys.readPublicKey(key.pem()),
                SignatureAlgorithm.valueOf(algorithm.name()),
                message -> client.sign(key, algorithm, message));
    }

    private static void requireValid(Signer signer) throws Exception {
        BlobVerifier.of(TrustedKey.builder()
                        .publicKey(signer.publicKey())
                        .addAlgorithm(signer.algorithm())
                        .build())
                .verify(MESSAGE, Bytes.of(signer.sign(MESSAGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa-p256", "ecdsa-p384", "ecdsa-p521", "ed25519", "rsa-2048"})
    void keys_of_every_type_sign_in_every_way_that_they_can(String type) throws Exception {
        vault.createKey("release", type);
        try (VaultTransitClient client = client()) {
            TransitKeyVersion key = client.readKey("release").latest();

            assertThat(key.type().text()).isEqualTo(type);
            assertThat(key.type().algorithms()).contains(key.algorithm());
            for (TransitAlgorithm algorithm : key.type().algorithms()) {
                requireValid(signer(client, key, algorithm));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"rsa-3072, RSA_PSS_SHA384", "rsa-4096, RSA_PKCS1_SHA512"})
    void large_rsa_keys_sign_too(String type, TransitAlgorithm algorithm) throws Exception {
        vault.createKey("release", type);
        try (VaultTransitClient client = client()) {
            requireValid(signer(client, client.readKey("release").latest(), algorithm));
        }
    }

    /** The example of the javadoc. */
    @Test
    void one_line_makes_a_signer() throws Exception {
        vault.createKey("release", "ecdsa-p256");
        try (VaultTransitClient client = client()) {
            TransitKeyVersion key = client.readKey("release").latest();

            Signer signer = Signer.remote(
                    PemKeys.readPublicKey(key.pem()),
                    SignatureAlgorithm.valueOf(key.algorithm().name()),
                    message -> client.sign(key, message));

            requireValid(signer);
        }
    }

    @Test
    void a_digest_that_is_known_is_signed() throws Exception {
        vault.createKey("release", "ecdsa-p256");
        try (VaultTransitClient client = client()) {
            TransitKeyVersion key = client.readKey("release").latest();
            byte[] digest = HexFormat.of().parseHex(Digest.sha256(MESSAGE).hex());

            byte[] signature = client.signDigest(key, TransitAlgorithm.ECDSA_P256_SHA256, digest);

            BlobVerifier.of(PemKeys.readPublicKey(key.pem())).verify(MESSAGE, Bytes.of(signature));
        }
    }

    @Test
    void after_a_rotation_each_version_signs_for_itself() throws Exception {
        vault.createKey("release", "ecdsa-p256");
        try (VaultTransitClient client = client()) {
            Signer before = signer(client, client.readKey("release").latest(), TransitAlgorithm.ECDSA_P256_SHA256);
            vault.rotateKey("release");
            TransitKeyVersion latest = client.readKey("release").latest();

            assertThat(latest.version()).isEqualTo(2);
            requireValid(before);
            requireValid(signer(client, latest, TransitAlgorithm.ECDSA_P256_SHA256));
            assertThat(client.readKey("release").versions()).hasSize(2);
        }
    }

    @Test
    void a_key_that_was_exchanged_behind_our_back_signs_nothing() throws Exception {
        vault.createKey("release", "ecdsa-p256");
        vault.createKey("other", "ecdsa-p256");
        try (VaultTransitClient client = client()) {
            TransitKeyVersion release = client.readKey("release").latest();
            TransitKeyVersion other = client.readKey("other").latest();
            Signer mixed = Signer.remote(
                    PemKeys.readPublicKey(release.pem()),
                    SignatureAlgorithm.ECDSA_P256_SHA256,
                    message -> client.sign(other, message));

            assertThatThrownBy(() -> mixed.sign(MESSAGE)).isInstanceOf(SigningException.class);
        }
    }

    @Test
    void keys_that_are_not_there_or_do_not_sign_are_told() {
        vault.createKey("aes", "aes256-gcm96");
        try (VaultTransitClient client = client()) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.readKey("none"))
                    .satisfies(e -> assertThat(e.isStatus(404)).isTrue());
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.readKey("aes"))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(ApiException.Kind.PROTOCOL))
                    .withMessageContaining("keys of type \"aes256-gcm96\" do not sign");
        }
    }

    @Test
    void a_role_signs_for_longer_than_any_of_its_tokens_lasts() throws Exception {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T12:00:00Z"));
        vault.clock(time.clock());
        vault.inNamespace("team-a");
        vault.createKey("release", "ecdsa-p256");
        FakeVault.AppRole role = vault.createAppRole(Duration.ofSeconds(60), Duration.ofSeconds(90), "release");
        try (VaultTransitClient client = VaultTransitClient.builder(ClientOptions.builder()
                        .baseUrl(vault.url())
                        .clock(time.clock())
                        .sleeper(time)
                        .build())
                .appRole(role.roleId(), role.secretId())
                .namespace("team-a")
                .build()) {
            Signer signer = signer(client, client.readKey("release").latest(), TransitAlgorithm.ECDSA_P256_SHA256);
            for (int i = 0; i < 20; i++) {
                time.advance(Duration.ofSeconds(25));
                requireValid(signer);
            }
            vault.revokeTokens();
            requireValid(signer);
        }

        assertThat(vault.requests().stream()
                        .filter(request -> request.path().endsWith("/renew-self"))
                        .count())
                .isPositive();
        assertThat(vault.requests().stream()
                        .filter(request -> request.path().endsWith("/login"))
                        .count())
                .isGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "CONNECTION_RESET",
                "CONNECTION_CLOSED",
                "RESET_IN_BODY",
                "BAD_GATEWAY",
                "UNAVAILABLE",
                "TOO_MANY_REQUESTS"
            })
    void a_network_that_fails_once_costs_no_signature(Fault fault) throws Exception {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T12:00:00Z"));
        vault.createKey("release", "ecdsa-p256");
        try (VaultTransitClient client = VaultTransitClient.builder(ClientOptions.builder()
                        .baseUrl(vault.url())
                        .clock(time.clock())
                        .sleeper(time)
                        .build())
                .token(vault.createToken())
                .build()) {
            Signer signer = signer(client, client.readKey("release").latest(), TransitAlgorithm.ECDSA_P256_SHA256);
            vault.inject(fault);

            requireValid(signer);

            assertThat(vault.injectedFaults()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "FORBIDDEN",
                "NOT_FOUND",
                "REDIRECT_ELSEWHERE",
                "HTML_ERROR",
                "EMPTY_BODY",
                "NULL_BODY",
                "WRONG_CONTENT_TYPE"
            })
    void what_vault_never_answers_so_ends_in_an_error_without_secrets(Fault fault) {
        vault.createKey("release", "ecdsa-p256");
        FakeVault.AppRole role = vault.createAppRole(Duration.ofMinutes(1), Duration.ofMinutes(2));
        try (VaultTransitClient client = VaultTransitClient.builder(ClientOptions.of(vault.url()))
                .appRole(role.roleId(), role.secretId())
                .build()) {
            vault.inject(fault);

            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.readKey("release"))
                    .satisfies(e -> {
                        for (Throwable t = e; t != null; t = t.getCause()) {
                            assertThat(t.toString()).doesNotContain(role.secretId());
                        }
                        assertThat(e.bodyExcerpt().orElse("")).doesNotContain(role.secretId());
                    });
        }
    }
}
