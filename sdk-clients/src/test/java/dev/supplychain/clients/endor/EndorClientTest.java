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
import dev.supplychain.model.endor.ListFilter;
import dev.supplychain.model.endor.ListParameters;
import dev.supplychain.model.endor.Meta;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void lists_signatures_with_every_parameter() throws Exception {
        answer(200, "{\"list\":{\"objects\":[{\"uuid\":\"1\"}]}}");

        ListParameters parameters = ListParameters.builder()
                .filter(ListFilter.equal("spec.artifact_name", "a \"b\" & c"))
                .addMask("uuid")
                .pageSize(7)
                .traverse(true)
                .build();
        assertThat(endor.listArtifactSignatures("endor.prod", parameters).stream())
                .singleElement()
                .isEqualTo(ArtifactSignature.builder().uuid("1").buildPartial());

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/namespaces/endor.prod/artifact-signatures");
        assertThat(request.getUrl().queryParameter("list_parameters.filter"))
                .isEqualTo("spec.artifact_name==\"a \\\"b\\\" & c\"");
        assertThat(request.getUrl().queryParameter("list_parameters.mask")).isEqualTo("uuid");
        assertThat(request.getUrl().queryParameter("list_parameters.page_size")).isEqualTo("7");
        assertThat(request.getUrl().queryParameter("list_parameters.traverse")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"next_page_token\":0}",
                "{\"next_page_token\":null,\"next_page_id\":null}",
                "{\"next_page_token\":0,\"next_page_id\":\"\"}",
                "{}"
            })
    void a_cursor_of_nothing_is_the_end(String cursor) {
        answer(200, "{\"list\":{\"objects\":[{\"uuid\":\"1\"}],\"response\":" + cursor + "}}");

        assertThat(endor
                        .listArtifactSignatures(
                                "endor.prod", ListParameters.builder().build())
                        .stream())
                .hasSize(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void goes_on_by_id_where_there_is_one_and_else_by_number() throws Exception {
        answer(
                200,
                "{\"list\":{\"objects\":[{\"uuid\":\"1\"}],"
                        + "\"response\":{\"next_page_token\":9,\"next_page_id\":\"65f1\"}}}");
        answer(200, "{\"list\":{\"objects\":[],\"response\":{\"next_page_token\":2}}}");
        answer(200, "{\"list\":{\"objects\":[{\"uuid\":\"3\"}],\"response\":{\"next_page_token\":0}}}");

        assertThat(endor
                        .listArtifactSignatures(
                                "endor.prod", ListParameters.builder().build())
                        .stream())
                .extracting(row -> row.uuid().orElseThrow())
                .containsExactly("1", "3");

        assertThat(server.takeRequest().getUrl().query()).isNull();
        assertThat(server.takeRequest().getUrl().query()).isEqualTo("list_parameters.page_id=65f1");
        assertThat(server.takeRequest().getUrl().query()).isEqualTo("list_parameters.page_token=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"next_page_token\":5}", "{\"next_page_id\":\"65f1\"}"})
    void a_cursor_that_comes_again_is_an_error(String cursor) {
        answer(200, "{\"list\":{\"objects\":[{\"uuid\":\"1\"}],\"response\":" + cursor + "}}");
        answer(200, "{\"list\":{\"objects\":[{\"uuid\":\"2\"}],\"response\":" + cursor + "}}");
        List<ArtifactSignature> rows = new ArrayList<>();

        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> endor.listArtifactSignatures(
                                "endor.prod", ListParameters.builder().build())
                        .forEach(rows::add));

        assertThat(rows).hasSize(2);
        assertThat(e).hasMessageContaining("same page token");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"count_response\":{\"count\":3}}|3", "{\"count_response\":{}}|0"})
    void counts(String body, int count) throws Exception {
        answer(200, body);

        assertThat(endor.countArtifactSignatures(
                        "endor.prod", ListParameters.builder().build()))
                .isEqualTo(count);
        assertThat(server.takeRequest().getUrl().query()).isEqualTo("list_parameters.count=true");
    }

    @Test
    void groups() throws Exception {
        answer(200, "{\"group_response\":{\"groups\":{\"x\":{}}}}");

        assertThat(endor.groupArtifactSignatures(
                                "endor.prod",
                                ListParameters.builder()
                                        .addGroupAggregationPaths("spec.artifact_type")
                                        .build())
                        .groups())
                .containsKey("x");
        assertThat(server.takeRequest().getUrl().query())
                .isEqualTo("list_parameters.group.aggregation_paths=spec.artifact_type");
    }

    @Test
    void asks_for_what_it_can_answer() {
        ListParameters count = ListParameters.builder().count(true).build();
        ListParameters none = ListParameters.builder().build();
        answer(200, "{\"list\":{}}");

        assertThatIllegalArgumentException().isThrownBy(() -> endor.listArtifactSignatures("endor.prod", count));
        assertThatIllegalArgumentException().isThrownBy(() -> endor.groupArtifactSignatures("endor.prod", none));
        assertThat(catchThrowableOfType(ApiException.class, () -> endor.countArtifactSignatures("endor.prod", none))
                        .kind())
                .isEqualTo(ApiException.Kind.PROTOCOL);
    }

    @Test
    void updates_by_a_patch_to_the_collection() throws Exception {
        answer(200, "{\"uuid\":\"65f1\"}");

        endor.updateArtifactSignature(
                "endor.prod",
                ArtifactSignature.builder()
                        .from(SIGNATURE)
                        .uuid("65f1")
                        .meta(Meta.builder()
                                .name("app.jar")
                                .addTags("release")
                                .kind("ArtifactSignature")
                                .build())
                        .build(),
                "meta.tags");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("PATCH /v1/namespaces/endor.prod/artifact-signatures HTTP/1.1");
        assertThat(Json.parse(Http.body(request))).isEqualTo(Json.parse("""
                {"object": {"uuid": "65f1", "meta": {"tags": ["release"]}}, "request": {"update_mask": "meta.tags"}}"""));
    }

    @Test
    void an_update_is_never_sent_twice_and_a_revocation_may_be() throws Exception {
        answer(503, "{\"code\":14,\"message\":\"no\"}");
        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> endor.updateArtifactSignature(
                        "endor.prod",
                        ArtifactSignature.builder().from(SIGNATURE).uuid("65f1").build(),
                        "meta.tags"));
        answer(503, "{\"code\":14,\"message\":\"no\"}");
        answer(200, "{\"uuid\":\"65f1\",\"spec\":{\"revoked\":true}}");
        ArtifactSignature revoked = endor.revokeArtifactSignature("endor.prod", "65f1");

        assertThat(e.mayHaveActed()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(3);
        assertThat(revoked.spec().orElseThrow().revoked()).isTrue();
        server.takeRequest();
        assertThat(Json.parse(Http.body(server.takeRequest()))).isEqualTo(Json.parse("""
                {"object": {"uuid": "65f1", "spec": {"revoked": true}}, "request": {"update_mask": "spec.revoked"}}"""));
    }

    @Test
    void deletes() throws Exception {
        answer(200, "{}");

        endor.deleteArtifactSignature("endor.prod", "65f1");

        assertThat(server.takeRequest().getRequestLine())
                .isEqualTo("DELETE /v1/namespaces/endor.prod/artifact-signatures/65f1 HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"response\":{\"result\":\"ARTIFACT_OPERATION_RESULT_SUCCESS\"}}|true",
                "{\"response\":{\"result\":\"ARTIFACT_OPERATION_RESULT_REVOKED_SIGNATURE\"}}|false",
                "{\"response\":{\"result\":\"ARTIFACT_OPERATION_RESULT_BETTER_THAN_SUCCESS\"}}|false",
                "{\"response\":{}}|false",
                "{}|false"
            })
    void only_success_is_verified(String body, boolean verified) throws Exception {
        answer(200, body);
        String name = "registry.example.com/app@" + DIGEST;

        ArtifactVerification verification = endor.experimentalArtifactOperations()
                .verify("endor.prod", ArtifactType.ARTIFACT_TYPE_CONTAINER, name, "https://issuer.example.com");

        assertThat(verification.isVerified()).isEqualTo(verified);
        assertThat(verification.toString()).startsWith(verified ? "verified: " : "not verified: ");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/namespaces/endor.prod/artifact-operations HTTP/1.1");
        assertThat(Json.parse(Http.body(request)).get("spec")).contains(Json.parse("""
                {"command": "ARTIFACT_OPERATION_COMMAND_VERIFY", "artifact_name": "%s",
                 "artifact_type": "ARTIFACT_TYPE_CONTAINER",
                 "extensions": {"certificate_oidc_issuer": "https://issuer.example.com"}}""".formatted(name)));
    }

    @ParameterizedTest
    @CsvSource({"app:latest, https://issuer.example.com", "app@sha256:0f, https://issuer.example.com", "'', ' '"})
    void verifies_nothing_that_is_not_named_by_digest(String name, String issuer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endor.experimentalArtifactOperations()
                        .verify("endor.prod", ArtifactType.ARTIFACT_TYPE_CONTAINER, name, issuer));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endor.experimentalArtifactOperations()
                        .verify("endor.prod", ArtifactType.ARTIFACT_TYPE_CONTAINER, "app@" + DIGEST, " "));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void the_code_of_the_error_says_more_than_its_status() {
        answer(400, "{\"code\":5,\"message\":\"&lt;gone&gt; &amp; &quot;lost&quot;\"}");

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> endor.getArtifactSignature("endor.prod", "65f1"));

        assertThat(e.code()).contains("NOT_FOUND");
        assertThat(e).hasMessageContaining("400 NOT_FOUND: <gone> & \"lost\"");
    }

    @Test
    void a_refusing_code_is_not_asked_again_whatever_the_status() {
        answer(500, "{\"code\":3,\"message\":\"bad\"}");

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> endor.getArtifactSignature("endor.prod", "65f1"));

        assertThat(e.code()).contains("INVALID_ARGUMENT");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a..b", ".a", "a.", "a/b", "a%2fb", "a\nb", "é"})
    void refuses_a_namespace_that_is_none(String namespace) {
        assertThatIllegalArgumentException().isThrownBy(() -> endor.getArtifactSignature(namespace, "65f1"));
    }
}
