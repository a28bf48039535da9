package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 8, 9 and 20 to 25 of the fault table: bodies that are too large, empty, or not what they should be. */
class BodyTest {
    private static final int LIMIT = 10_000;

    private final MockWebServer server = new MockWebServer();
    private Echo echo;

    @BeforeEach
    void start() throws Exception {
        server.start();
        echo = new Echo(new Recorded()
                .options(server.url("/").toString())
                .maxBodyBytes(LIMIT)
                .build());
    }

    @AfterEach
    void stop() {
        echo.close();
        server.close();
    }

    @Test
    void inflates_what_came_compressed() throws Exception {
        server.enqueue(gzipped("{\"code\":5}"));

        assertThat(echo.get().code()).hasValue(5);
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void counts_inflated_bytes() {
        server.enqueue(gzipped(" ".repeat(50_000_000) + "{}"));

        ApiException e = echo.getFails();

        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(e).hasMessageContaining("more than 10000 bytes");
        assertThat(e.attempts()).isEqualTo(1);
    }

    @Test
    void takes_a_body_of_exactly_the_limit() {
        String exact = "{\"code\":5}" + " ".repeat(LIMIT - 10);
        server.enqueue(Http.json(200, exact).build());
        server.enqueue(Http.json(200, exact + " ").build());
        server.enqueue(Http.json(200, "").chunkedBody(exact, 100).build());
        server.enqueue(Http.json(200, "").chunkedBody(exact + " ", 100).build());

        assertThat(echo.get().code()).hasValue(5);
        assertThat(echo.getFails().kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(echo.get().code()).hasValue(5);
        assertThat(echo.getFails().kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void does_not_read_an_endless_body() throws Exception {
        RawServer.Script endless = (socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(blanks);
            }
        };
        try (RawServer raw = RawServer.start(endless);
                Echo client = new Echo(new Recorded().options(raw.url()).build())) {
            assertThat(client.getFails().kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(client.createFails())
                    .returns(Kind.TOO_LARGE, ApiException::kind)
                    .returns(true, ApiException::mayHaveActed);
        }
    }

    @Test
    void does_not_read_endless_headers() throws Exception {
        RawServer.Script endless = (socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
        try (RawServer raw = RawServer.start(endless);
                Echo client = new Echo(new Recorded().options(raw.url()).build())) {
            assertThat(client.getFails().httpStatus()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "cut", "trailing"})
    void refuses_compressed_data_that_is_broken(String how) {
        Buffer gzip = Http.gzip("{\"code\":5}".getBytes(StandardCharsets.US_ASCII));
        Buffer body = switch (how) {
            case "garbage" -> new Buffer().writeUtf8("{\"code\":5} is not gzip");
            case "cut" -> {
                Buffer cut = new Buffer();
                cut.write(gzip, gzip.size() - 6);
                yield cut;
            }
            default -> gzip.writeUtf8("x");
        };
        for (int i = 0; i < 3; i++) {
            server.enqueue(Http.bytes("application/json", body.copy())
                    .newBuilder()
                    .setHeader("Content-Encoding", "gzip")
                    .build());
        }

        assertThat(echo.getFails().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void refuses_a_coding_that_it_did_not_ask_for() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(
                    Http.json(200, "{}").setHeader("Content-Encoding", "br").build());
        }

        assertThat(echo.getFails()).hasMessageContaining("content coding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1000\r\n\r\n{",
                "Content-Encoding: br\r\nContent-Length: 1\r\n\r\n{",
                "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\n{",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void keeps_the_status_of_an_error_whose_body_cannot_be_read(String rest) throws Exception {
        try (RawServer raw = RawServer.writing("HTTP/1.1 403 No\r\nContent-Type: application/json\r\n" + rest);
                Echo client = new Echo(new Recorded().options(raw.url()).build())) {
            assertThat(client.createFails())
                    .returns(Kind.ANSWERED, ApiException::kind)
                    .hasMessageContaining("403: unreadable body");
        }
    }

    @Test
    void keeps_the_status_of_an_error_that_is_a_web_page() {
        String page = "<html>\u001b[31m502\r\n" + "x".repeat(1_000_000);
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(502)
                    .setHeader("Content-Type", "text/html")
                    .body(page)
                    .build());
        }

        ApiException e = echo.getFails();

        assertThat(e.httpStatus()).hasValue(502);
        assertThat(e).hasMessageContaining("502: body of type text/html");
        assertThat(e.bodyExcerpt().orElseThrow())
                .startsWith("<html>\\u001b[31m502\\u000d\\u000ax")
                .hasSizeLessThan(4200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain; charset=utf-8", "application/octet-stream"})
    void names_the_type_of_a_success_that_is_not_json(String type) {
        server.enqueue(Http.bytes(type, new Buffer().writeUtf8("{}")));

        assertThat(echo.getFails())
                .returns(Kind.PROTOCOL, ApiException::kind)
                .hasMessageContaining("200: the body is of type " + type + ", not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=UTF-8", "APPLICATION/JSON", "application/vnd.api+json"})
    void takes_json_under_its_names(String type) {
        server.enqueue(Http.bytes(type, new Buffer().writeUtf8("{\"code\":5}")));

        assertThat(echo.get().code()).hasValue(5);
    }

    @ParameterizedTest
    @CsvSource({"200,''", "204,''", "200,null", "200,' null\n'"})
    void never_returns_null(int status, String body) {
        MockResponse.Builder nothing = Http.json(status, "");
        server.enqueue(
                status == 204
                        ? nothing.removeHeader("Content-Length").build()
                        : Http.json(status, body).build());

        assertThat(echo.getFails().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"\u00ff\"}",
                "{\"code\":1,\"code\":2}",
                "{\"code\":1} {}",
                "{\"code\":1}\u0000",
                "{\"code\":",
                "[]",
                "{\"code\":{}}"
            })
    void refuses_json_that_two_readers_would_read_differently(String latin1) {
        server.enqueue(Http.bytes("application/json", new Buffer().writeString(latin1, StandardCharsets.ISO_8859_1)));

        ApiException e = echo.getFails();

        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(e)
                .hasMessageStartingWith("GET /v1/things failed: 200: Status")
                .hasCauseInstanceOf(MalformedDataException.class);
    }

    @Test
    void refuses_deep_nesting_without_an_error() {
        echo.close();
        echo = new Echo(new Recorded().options(server.url("/").toString()).build());
        server.enqueue(Http.json(200, "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .build());

        assertThat(echo.getFails().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void keeps_what_a_newer_server_adds() {
        server.enqueue(Http.json(200, "{\"code\":99,\"new\":{\"a\":1}}").build());

        assertThat(echo.get().unknownFields()).containsEntry("new", Json.parse("{\"a\":1}"));
    }

    private static MockResponse gzipped(String body) {
        return Http.bytes("application/json", Http.gzip(body.getBytes(StandardCharsets.UTF_8)))
                .newBuilder()
                .setHeader("Content-Encoding", "gzip")
                .build();
    }
}
