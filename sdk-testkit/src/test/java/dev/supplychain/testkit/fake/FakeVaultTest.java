package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Vault's transit engine does, asked without our client. */
class FakeVaultTest {
    private final FakeVault vault;
    private final String token;

    FakeVaultTest(@StartFake FakeVault vault) {
        this.vault = vault;
        this.token = vault.createToken();
        vault.createKey("release", "ecdsa-p256");
    }

    private Http.Answer get(String path) {
        return Http.get(vault, path, "X-Vault-Token", token);
    }

    private Http.Answer post(String path, String body) {
        return Http.post(vault, path, body, "X-Vault-Token", token, "Content-Type", "application/json");
    }

    private static Json data(Http.Answer answer) {
        return answer.json().get("data").orElseThrow();
    }

    private static String errors(Http.Answer answer) {
        return answer.json().get("errors").orElseThrow().toString();
    }

    @Test
    void keys_have_versions_of_which_the_latest_signs() {
        vault.rotateKey("release");

        Json key = data(get("/v1/transit/keys/release"));
        Json signed = data(post("/v1/transit/sign/release", "{\"input\":\"aGVsbG8=\"}"));
        Json before = data(post("/v1/transit/sign/release", "{\"input\":\"aGVsbG8=\",\"key_version\":1}"));

        assertThat(key.get("latest_version")).contains(Json.of(2));
        assertThat(key.get("keys").orElseThrow().members()).containsOnlyKeys("1", "2");
        assertThat(key.get("keys").flatMap(keys -> keys.get("1")).flatMap(v -> v.get("public_key")))
                .hasValueSatisfying(pem -> assertThat(pem.string()).startsWith("-----BEGIN PUBLIC KEY-----\n"));
        assertThat(signed.get("signature").orElseThrow().string()).startsWith("vault:v2:");
        assertThat(before.get("signature").orElseThrow().string()).startsWith("vault:v1:");
    }

    @Test
    void an_ed25519_key_is_shown_as_its_bare_bytes() {
        vault.createKey("ed", "ed25519");

        String shown = data(get("/v1/transit/keys/ed"))
                .get("keys")
                .flatMap(keys -> keys.get("1"))
                .flatMap(version -> version.get("public_key"))
                .orElseThrow()
                .string();

        assertThat(Base64.getDecoder().decode(shown)).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "release | {\"input\":\"!\"} | 400 | unable to decode input as base64",
                "release | {\"input\":\"\",\"hash_algorithm\":\"md5\"} | 400 | invalid hash algorithm",
                "release | {\"input\":\"\",\"marshaling_algorithm\":\"der\"} | 400 | invalid marshaling type",
                "release | {\"input\":\"\",\"key_version\":2} | 400 | higher than the latest key version",
                "release | {\"input\":\"\",\"key_version\":-1} | 400 | is negative",
                "release | {\"input\": | 400 | failed to parse JSON input",
                "none | {\"input\":\"\"} | 400 | signing key not found",
                "aes | {\"input\":\"\"} | 400 | key type aes256-gcm96 does not support signing",
                "ed | {\"input\":\"\",\"prehashed\":true} | 400 | only Pure Ed25519 signatures supported",
                "rsa | {\"input\":\"\",\"prehashed\":true} | 400 | input must be hashed message",
                "rsa | {\"input\":\"\",\"salt_length\":\"long\"} | 400 | salt length neither",
                "rsa | {\"input\":\"\",\"signature_algorithm\":\"x\"} | 500 | unsupported rsa signature algorithm x"
            })
    void refuses_what_vault_refuses(String key, String body, int status, String message) {
        vault.createKey("aes", "aes256-gcm96");
        vault.createKey("ed", "ed25519");
        if (key.equals("rsa")) {
            vault.createKey("rsa", "rsa-2048");
        }

        Http.Answer answer = post("/v1/transit/sign/" + key, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(errors(answer)).contains(message);
    }

    @Test
    void what_is_not_there_is_told_without_words() {
        Http.Answer none = get("/v1/transit/keys/none");

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body()).isEqualTo("{\"errors\":[]}");
        assertThat(get("/v1/secret/x").status()).isEqualTo(404);
        assertThat(get("/v2/transit/keys/release").status()).isEqualTo(404);
    }

    @Test
    void tokens_are_good_for_their_keys_and_until_they_are_revoked() {
        String narrow = vault.createToken("other");

        assertThat(Http.get(vault, "/v1/transit/keys/release").status()).isEqualTo(403);
        assertThat(Http.get(vault, "/v1/transit/keys/release", "X-Vault-Token", "hvs.guess")
                        .status())
                .isEqualTo(403);
        assertThat(Http.get(vault, "/v1/transit/keys/release", "X-Vault-Token", narrow)
                        .status())
                .isEqualTo(403);
        assertThat(get("/v1/transit/keys/release").status()).isEqualTo(200);

        vault.revokeTokens();

        assertThat(errors(get("/v1/transit/keys/release"))).contains("invalid token");
        assertThat(vault.requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainEntry("x-vault-token", token));
    }

    @Test
    void another_namespace_and_another_mount_have_nothing() {
        vault.inNamespace("admin");
        vault.mountTransit("team/transit");

        assertThat(Http.get(
                                vault,
                                "/v1/team/transit/keys/release",
                                "X-Vault-Token",
                                token,
                                "X-Vault-Namespace",
                                "admin")
                        .status())
                .isEqualTo(200);
        assertThat(get("/v1/team/transit/keys/release").status()).isEqualTo(404);
        assertThat(Http.get(vault, "/v1/transit/keys/release", "X-Vault-Token", token, "X-Vault-Namespace", "admin")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_role_logs_in_with_its_secret_and_no_other() {
        FakeVault.AppRole role = vault.createAppRole(Duration.ofMinutes(1), Duration.ofMinutes(3));

        Http.Answer wrong =
                post("/v1/auth/approle/login", "{\"role_id\":\"" + role.roleId() + "\",\"secret_id\":\"guess\"}");
        Http.Answer right = post(
                "/v1/auth/approle/login",
                "{\"role_id\":\"" + role.roleId() + "\",\"secret_id\":\"" + role.secretId() + "\"}");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(errors(wrong)).isEqualTo("[\"invalid role or secret ID\"]");
        Json auth = right.json().get("auth").orElseThrow();
        assertThat(auth.get("lease_duration")).contains(Json.of(60));
        assertThat(Http.get(
                                vault,
                                "/v1/transit/keys/release",
                                "X-Vault-Token",
                                auth.get("client_token").orElseThrow().string())
                        .status())
                .isEqualTo(200);
        assertThat(role).asString().doesNotContain(role.secretId());
        assertThat(post("/v1/auth/token/renew-self", "{}").status()).isEqualTo(400);
    }
}
