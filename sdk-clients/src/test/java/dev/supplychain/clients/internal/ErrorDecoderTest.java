package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorDecoderTest {
    private static ApiException decode(int status, String type, String body) {
        return decode(status, type, body, false);
    }

    private static ApiException decode(int status, String type, String body, boolean cut) {
        Answer answer = new Answer(
                status,
                Headers.of("Content-Type", type, "X-Request-Id", "7f"),
                Optional.empty(),
                body.getBytes(StandardCharsets.UTF_8),
                cut,
                Redactor.of(Optional.empty()),
                Optional.empty());
        return ErrorDecoder.decode(Endpoint.get("/v1/x").with(), answer).build();
    }

    @Test
    void reads_google_s_error_with_its_details() {
        ApiException e = decode(403, "application/json; charset=UTF-8", """
                {"error": {"code": 403, "message": "API is off", "status": "PERMISSION_DENIED", "details": [
                  {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "SERVICE_DISABLED"}]}}
                """);

        assertThat(e).hasMessage("GET /v1/x failed: 403 PERMISSION_DENIED: API is off (request id 7f, 1 attempt)");
        assertThat(e.status().orElseThrow().code()).hasValue(7);
        assertThat(e.status().orElseThrow().details().get(0).get("reason")).contains(Json.of("SERVICE_DISABLED"));
    }

    @Test
    void reads_the_error_of_grafeas_0_2() {
        ApiException e = decode(404, "application/json", "{\"code\":5,\"message\":\"no such note\",\"details\":[]}");

        assertThat(e).hasMessageContaining("404 NOT_FOUND: no such note");
    }

    @Test
    void reads_the_error_of_grafeas_0_1() {
        ApiException e = decode(
                400,
                "application/json",
                "{\"error\":\"bad request\",\"message\":\"occurrence is invalid\",\"code\":3}");

        assertThat(e).hasMessageContaining("400 INVALID_ARGUMENT: occurrence is invalid");
        assertThat(e.status().orElseThrow().unknownFields()).containsEntry("error", Json.of("bad request"));
    }

    @Test
    void reads_endor_s_text_and_its_entities() {
        assertThat(decode(404, "application/json", "{\"error\":\"not-found\"}")).hasMessageContaining("404: not-found");
        assertThat(decode(400, "application/json", "{\"code\":3,\"message\":\"tag &#34;a&#34; &amp; more\"}")
                        .status()
                        .orElseThrow()
                        .message())
                .contains("tag \"a\" & more");
    }

    @Test
    void trusts_the_code_more_than_the_http_status() {
        assertThat(decode(500, "application/json", "{\"code\":5,\"message\":\"gone\"}")
                        .code())
                .contains("NOT_FOUND");
    }

    @Test
    void reads_a_problem_and_keeps_its_extensions() {
        ApiException e = decode(
                500,
                "application/problem+json",
                "{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"detail\":\"S3\",\"successes\":[{}]}");

        assertThat(e).hasMessageContaining("500: Internal Server Error: S3");
        assertThat(e.problem().orElseThrow().extension("successes")).contains(Json.parse("[{}]"));
        assertThat(e.problem().orElseThrow().status()).isEmpty();
    }

    @Test
    void knows_a_problem_under_a_plain_type() {
        assertThat(decode(404, "application/json", "{\"title\":\"Not Found\",\"status\":404}")
                        .problem())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "{\"error\":5}",
                "{\"error\":{}}",
                "{\"error\":{\"code\":\"x\",\"status\":5,\"details\":{}}}",
                "{\"error\":{\"details\":[1,null]}}",
                "{\"code\":{},\"message\":[]}",
                "{\"code\":999999999999,\"message\":\"m\"}",
                "{\"title\":5,\"status\":\"x\"}",
                "{\"details\":5,\"message\":\"m\"}",
                "{\"a\":1,\"a\":2}",
                "not json"
            })
    void keeps_the_status_whatever_the_body(String body) {
        ApiException e = decode(409, "application/json", body);

        assertThat(e.httpStatus()).hasValue(409);
        assertThat(e.bodyExcerpt()).contains(body);
    }

    @Test
    void does_not_read_a_part_as_the_whole() {
        assertThat(decode(400, "application/json", "{\"code\":5}", true).status())
                .isEmpty();
    }
}
