package dev.supplychain.clients.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import java.util.Base64;
import java.util.HexFormat;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers of Vault's transit engine; that signatures hold is tested with the testkit's fake. */
class VaultTransitClientTest {
    private static final String PEM = "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n";
    private static final byte[] MESSAGE = "message".getBytes(UTF_8);
    private static final TransitKeyVersion P256 = new TransitKeyVersion("release", 2, TransitKeyType.ECDSA_P256, PEM);

    private final MockWebServer server = new MockWebServer();
    private VaultTransitClient vault;

    @BeforeEach
    void start() throws Exception {
        server.start();
        vault = builder().token(Recorded.SECRET).build();
    }

    @AfterEach
    void stop() {
        vault.close();
        server.close();
    }

    private VaultTransitClient.Builder builder() {
        return VaultTransitClient.builder(new Recorded()
                .options(server.url("/").toString())
                .credentials(Credentials.none())
                .build());
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private void answerKey(String type, String versions, int latest) {
        answer(
                200,
                "{\"request_id\":\"1\",\"data\":{\"type\":\"" + type + "\",\"latest_version\":" + latest + ",\"keys\":{"
                        + versions + "}},\"auth\":null}");
    }

    private void answerSignature(String signature) {
        answer(200, "{\"data\":{\"key_version\":2,\"signature\":\"" + signature + "\"}}");
    }

    private static String version(int number, String publicKey) {
        return "\"" + number + "\":{\"name\":\"x\",\"public_key\":" + Json.of(publicKey) + "}";
    }

    @Test
    void reads_all_versions_of_a_key() throws Exception {
        answerKey("ecdsa-p256", version(1, PEM) + "," + version(2, PEM.replace("MFkw", "MFkx")), 2);

        TransitKey key = vault.readKey("release");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("GET /v1/transit/keys/release HTTP/1.1");
        assertThat(request.getHeaders().get("X-Vault-Token")).isEqualTo(Recorded.SECRET);
        assertThat(request.getHeaders().get("X-Vault-Request")).isEqualTo("true");
        assertThat(request.getHeaders().get("X-Vault-Namespace")).isNull();
        assertThat(key.type()).isEqualTo(TransitKeyType.ECDSA_P256);
        assertThat(key.versions()).containsOnlyKeys(1, 2);
        assertThat(key.version(1).pem()).isEqualTo(PEM);
        assertThat(key.latest()).isEqualTo(key.version(2)).hasToString("key release version 2 (ecdsa-p256)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.version(3))
                .withMessageContaining("no version 3, but [1, 2]");
    }

    @Test
    void makes_pem_of_the_bare_bytes_of_an_ed25519_key() {
        byte[] point = new byte[32];
        point[0] = 7;
        answerKey("ed25519", version(1, Base64.getEncoder().encodeToString(point)), 1);

        String pem = vault.readKey("release").latest().pem();

        assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(HexFormat.of()
                        .formatHex(
                                Base64.getDecoder().decode(pem.lines().toList().get(1))))
                .isEqualTo("302a300506032b657003210007" + "00".repeat(31));
    }

    @Test
    void signs_by_the_hash_alone() throws Exception {
        answerSignature("vault:v2:c2lnbmF0dXJl");

        byte[] signature = vault.sign(P256, MESSAGE);

        assertThat(signature).isEqualTo("signature".getBytes(UTF_8));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/transit/sign/release HTTP/1.1");
        String hash = Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(Digest.sha256(MESSAGE).hex()));
        assertThat(Http.body(request))
                .isEqualTo("{\"input\":\"" + hash + "\",\"key_version\":2,\"prehashed\":true,"
                        + "\"hash_algorithm\":\"sha2-256\",\"marshaling_algorithm\":\"asn1\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_PKCS1_SHA384, sha2-384, pkcs1v15",
        "RSA_PSS_SHA256, sha2-256, pss",
        "RSA_PSS_SHA512, sha2-512, pss",
        "RSA_PKCS1_SHA256, sha2-256, pkcs1v15"
    })
    void says_padding_and_salt_for_rsa(TransitAlgorithm algorithm, String hash, String padding) throws Exception {
        answerSignature("vault:v2:c2lnbmF0dXJl");

        vault.sign(new TransitKeyVersion("release", 2, TransitKeyType.RSA_3072, PEM), algorithm, MESSAGE);

        assertThat(Http.body(server.takeRequest()))
                .endsWith("\"prehashed\":true,\"hash_algorithm\":\"" + hash
                        + "\",\"marshaling_algorithm\":\"asn1\",\"signature_algorithm\":\"" + padding
                        + "\",\"salt_length\":\"hash\"}");
    }

    @Test
    void sends_the_message_itself_for_ed25519() throws Exception {
        TransitKeyVersion key = new TransitKeyVersion("release", 2, TransitKeyType.ED25519, PEM);
        answerSignature("vault:v2:c2lnbmF0dXJl");

        vault.sign(key, MESSAGE);

        assertThat(Http.body(server.takeRequest())).isEqualTo("{\"input\":\"bWVzc2FnZQ==\",\"key_version\":2}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.signDigest(key, TransitAlgorithm.ED25519, new byte[32]));
    }

    @Test
    void refuses_what_does_not_fit_the_key_before_anything_is_sent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.sign(P256, TransitAlgorithm.RSA_PSS_SHA256, MESSAGE))
                .withMessage("RSA_PSS_SHA256 is not an algorithm of key release version 2 (ecdsa-p256)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.signDigest(P256, TransitAlgorithm.ECDSA_P256_SHA256, new byte[48]))
                .withMessage("a digest of 48 bytes is not the 32 bytes of SHA-256");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "a/b", "a%2Fb", "-a", "a-", ".a", "a.", "a b", "a\nb", "\u00e4", "a?x", "a#x", "a\\b"
            })
    void refuses_names_of_keys_that_vault_has_not(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> vault.readKey(name));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "..", "a/../b", "a b", "a\r\nX: y", "a%2f"})
    void refuses_mounts_and_namespaces_that_are_no_paths(String path) {
        for (Runnable call : new Runnable[] {
            () -> builder().mount(path),
            () -> builder().namespace(path),
            () -> builder().appRoleMount(path)
        }) {
            assertThatIllegalArgumentException().isThrownBy(call::run);
        }
    }

    @Test
    void asks_in_its_namespace_at_its_mount() throws Exception {
        try (VaultTransitClient team = builder()
                .token(Recorded.SECRET)
                .namespace("admin/team-a")
                .mount("team/transit")
                .build()) {
            answerKey("ecdsa-p256", version(1, PEM), 1);

            team.readKey("a.b-c_1");
        }
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1/team/transit/keys/a.b-c_1");
        assertThat(request.getHeaders().get("X-Vault-Namespace")).isEqualTo("admin/team-a");
    }

    @Test
    void asks_with_the_credentials_of_the_options_or_with_none() throws Exception {
        ClientOptions options = ClientOptions.builder()
                .baseUrl(server.url("/").toString())
                .credentials(Credentials.bearer("agent"))
                .build();
        try (VaultTransitClient agent = VaultTransitClient.builder(options).build();
                VaultTransitClient none = builder().build()) {
            answerKey("ecdsa-p256", version(1, PEM), 1);
            agent.readKey("release");
            answerKey("ecdsa-p256", version(1, PEM), 1);
            none.readKey("release");
        }
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer agent");
        RecordedRequest anonymous = server.takeRequest();
        assertThat(anonymous.getHeaders().get("Authorization")).isNull();
        assertThat(anonymous.getHeaders().get("X-Vault-Token")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"errors\":[\"signing key not found\"]} | 400: signing key not found",
                "403 | {\"errors\":[\"permission denied\"]} | 403: permission denied",
                "404 | {\"errors\":[]} | 404: no message",
                "503 | {\"errors\":[\"Vault is sealed\",\"more\"]} | 503: Vault is sealed; more"
            })
    void reads_its_errors(int status, String body, String message) {
        for (int i = 0; i < 3; i++) {
            answer(status, body);
        }

        ApiException e = catchThrowableOfType(ApiException.class, () -> vault.readKey("release"));

        assertThat(e.kind()).isEqualTo(Kind.ANSWERED);
        assertThat(e).hasMessageContaining("failed: " + message);
        assertThat(e.mayHaveActed()).isFalse();
    }

    @Test
    void a_fixed_token_that_is_refused_is_not_tried_again() {
        answer(403, "{\"errors\":[\"permission denied\"]}");

        assertThat(catchThrowableOfType(ApiException.class, () -> vault.sign(P256, MESSAGE))
                        .attempts())
                .isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void shows_no_token_that_a_server_repeats() {
        answer(400, "{\"errors\":[\"bad token " + Recorded.SECRET + "\"]}");

        ApiException e = catchThrowableOfType(ApiException.class, () -> vault.readKey("release"));

        assertThat(e).hasMessageContaining("bad token ***");
        assertThat(e.bodyExcerpt().orElse("")).doesNotContain(Recorded.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "{\"data\":{\"type\":\"aes256-gcm96\",\"latest_version\":1,\"keys\":{\"1\":1700000000}}}",
                "{\"data\":{\"type\":\"ecdsa-p256\",\"latest_version\":1,\"keys\":{\"1\":1700000000}}}",
                "{\"data\":{\"type\":\"ecdsa-p256\",\"latest_version\":1,\"keys\":{\"1\":{\"public_key\":\"\"}}}}",
                "{\"data\":{\"type\":\"ecdsa-p256\",\"latest_version\":1,\"keys\":{}}}",
                "{\"data\":{\"type\":\"ecdsa-p256\",\"latest_version\":1.5,\"keys\":{}}}",
                "{\"data\":{\"type\":\"ecdsa-p256\",\"latest_version\":1,\"keys\":{\"x\":{\"public_key\":\"\"}}}}",
                "{\"data\":{\"type\":\"ed25519\",\"latest_version\":1,\"keys\":{\"1\":{\"public_key\":\"AAAA\"}}}}",
                "{\"data\":{\"type\":\"ed25519\",\"latest_version\":1,\"keys\":{\"1\":{\"public_key\":\"!\"}}}}"
            })
    void a_key_that_has_no_public_half_is_an_answer_that_cannot_be_used(String body) {
        answer(200, body);

        assertThat(catchThrowableOfType(ApiException.class, () -> vault.readKey("release"))
                        .kind())
                .isEqualTo(Kind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault:v1:c2lnbmF0dXJl", "c2lnbmF0dXJl", "vault:v2:!", "vault:v2:c2lnbmF0dXJlcw", ""})
    void a_signature_of_another_version_or_in_another_form_is_refused(String signature) {
        answerSignature(signature);

        assertThat(catchThrowableOfType(ApiException.class, () -> vault.sign(P256, MESSAGE))
                        .kind())
                .isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void a_signature_is_asked_for_again_when_the_server_fails() throws Exception {
        answer(502, "{\"errors\":[]}");
        answerSignature("vault:v2:c2lnbmF0dXJl");

        assertThat(vault.sign(P256, MESSAGE)).hasSize(9);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_cancelled_call_ends_and_others_go_on() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        answerKey("ecdsa-p256", version(1, PEM), 1);

        assertThat(catchThrowableOfType(
                                ApiException.class,
                                () -> vault.cancelledBy(cancellation).readKey("release"))
                        .kind())
                .isEqualTo(Kind.CANCELLED);
        assertThat(vault.readKey("release").latestVersion()).isEqualTo(1);
    }

    @Test
    void a_role_needs_both_its_parts() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder().appRole("", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().appRole("x", ""));
    }
}
