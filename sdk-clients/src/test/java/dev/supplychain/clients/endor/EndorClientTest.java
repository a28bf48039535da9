package dev.supplychain.clients.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.endor.ArtifactSignature;
import dev.supplychain.model.endor.ArtifactType;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request is that of ../shared/spec/endor-create-artifact-signature.openapi.yaml. */
class EndorClientTest {
    private static final Digest DIGEST =
            Digest.ofSha256("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    private static final ArtifactSignature SIGNATURE = ArtifactSignature.of(
            "endor.prod.app",
            "app.jar",
            ArtifactType.ARTIFACT_TYPE_JAR,
            DIGEST,
            "app.jar@" + DIGEST,
            Bytes.utf8("signature"));

    private final MockWebServer server = new MockWebServer();
    private EndorClient endor;

    @BeforeEach
    void start() throws Exception {
        server.start();
        endor = EndorClient.create(
                new Recorded().options(server.url("/").toString()).build());
    }

    @AfterEach
    void stop() {
        endor.close();
        server.close();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    @Test
    void creates_a_signature_in_its_namespace() throws Exception {
        answer(200, "{\"uuid\":\"65f1\",\"meta\":{\"name\":\"app.jar\",\"kind\":\"ArtifactSignature\"},\"spec\":{}}");

        ArtifactSignature stored = endor.createArtifactSignature("endor.prod.app", SIGNATURE);

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine())
                .isEqualTo("POST /v1/namespaces/endor.prod.app/artifact-signatures HTTP/1.1");
        Json body = Json.parse(Http.body(request));
        assertThat(body).isEqualTo(ModelJson.toJson(SIGNATURE));
        assertThat(body.get("tenant_meta")).contains(Json.parse("{\"namespace\":\"endor.prod.app\"}"));
        assertThat(stored.uuid()).contains("65f1");
    }

    @Test
    void copies_a_fetched_signature_without_what_only_the_service_sets() throws Exception {
        answer(200, "{}");
        ArtifactSignature fetched = ModelJson.read(
                "{\"uuid\":\"65f1\"," + ModelJson.writeText(SIGNATURE).substring(1), ArtifactSignature.class);

        endor.createArtifactSignature("endor.prod.app", fetched);

        assertThat(Json.parse(Http.body(server.takeRequest()))).isEqualTo(ModelJson.toJson(SIGNATURE));
    }

    @Test
    void refuses_a_signature_of_another_namespace() {
        assertThatIllegalArgumentException().isThrownBy(() -> endor.createArtifactSignature("endor.other", SIGNATURE));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void gets_a_signature_from_its_namespace() throws Exception {
        answer(200, "{\"uuid\":\"65f1\",\"spec\":{\"artifact_type\":\"ARTIFACT_TYPE_NEWER\"}}");

        ArtifactSignature signature = endor.getArtifactSignature("endor.prod", "65f1");

        assertThat(server.takeRequest().getRequestLine())
                .isEqualTo("GET /v1/namespaces/endor.prod/artifact-signatures/65f1 HTTP/1.1");
        assertThat(signature.spec().orElseThrow().artifactType().text()).isEqualTo("ARTIFACT_TYPE_NEWER");
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"code\":3,\"message\":\"name &#34;x&#34; is bad\"}', '400 INVALID_ARGUMENT: name \"x\" is bad'",
        "404, '{\"error\":\"not-found\"}', '404: not-found'",
        "409, '{\"code\":6,\"message\":\"exists\"}', '409 ALREADY_EXISTS: exists'"
    })
    void reads_its_errors(int status, String body, String message) {
        answer(status, body);

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> endor.getArtifactSignature("endor.prod", "65f1"));

        assertThat(e).hasMessageContaining("failed: " + message + " (1 attempt)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a..b", ".a", "a.", "a/b", "a%2fb", "a\nb", "é"})
    void refuses_a_namespace_that_is_none(String namespace) {
        assertThatIllegalArgumentException().isThrownBy(() -> endor.getArtifactSignature(namespace, "65f1"));
    }
}
