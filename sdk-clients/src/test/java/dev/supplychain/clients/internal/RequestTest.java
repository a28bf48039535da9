package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests with other bodies, headers, targets and statuses than those of JSON services. */
class RequestTest {
    private static final Endpoint PUT = Endpoint.put("/v2/{name}");
    private static final Endpoint HEAD = Endpoint.head("/v2/{name}");
    private static final Endpoint GET = Endpoint.get("/v2/{name}");

    private final MockWebServer server = new MockWebServer();
    private final Recorded recorded = new Recorded();
    private Transport transport;

    @BeforeEach
    void start() throws Exception {
        server.start();
        transport =
                Transport.create(recorded.options(server.url("/").toString()).build());
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    @Test
    void a_file_is_sent_as_it_is_and_again_when_the_server_asks_for_patience(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("layer"), new byte[70_000]);
        server.enqueue(status(503));
        server.enqueue(status(201));

        Received answer = transport.exchange(PUT.with("layer").body(Content.ofFile("application/octet-stream", file)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer).hasToString("status 201, 0 bytes");
        assertThat(server.takeRequest().getBodySize()).isEqualTo(70_000);
        RecordedRequest again = server.takeRequest();
        assertThat(again.getBodySize()).isEqualTo(70_000);
        assertThat(again.getHeaders().get("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(recorded.attempts().get(1).requestBytes()).isEqualTo(70_000);
    }

    @Test
    void a_body_that_is_shorter_than_said_is_given_up_and_not_sent_again() {
        AtomicInteger opened = new AtomicInteger();
        Content shrunk = Content.of("application/octet-stream", 10, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(new byte[9]);
        });

        ApiException e = catchThrowableOfType(
                ApiException.class, () -> transport.exchange(PUT.with("layer").body(shrunk)));

        assertThat(e.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(e).hasMessageContaining("the body ends 1 bytes early");
        assertThat(opened).hasValue(1);
    }

    @Test
    void a_body_that_cannot_be_opened_is_given_up() {
        Content gone = Content.of("application/octet-stream", 10, () -> {
            throw new IOException("gone");
        });

        ApiException e = catchThrowableOfType(
                ApiException.class, () -> transport.exchange(PUT.with("layer").body(gone)));

        assertThat(e.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(e).hasMessageContaining("the body cannot be opened");
    }

    @Test
    void an_empty_body_says_nothing_about_itself() throws Exception {
        server.enqueue(status(202));

        transport.run(Endpoint.post("/v2/{name}/uploads").with("app"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
        assertThat(request.getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void the_answer_to_a_head_has_no_body_whatever_its_headers_say() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Length", "999999999999")
                .setHeader("Content-Encoding", "gzip")
                .setHeader("Docker-Content-Digest", "sha256:00")
                .build());

        Received answer = transport.exchange(HEAD.with("layer"));

        assertThat(answer.header("docker-content-digest")).contains("sha256:00");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_status_that_is_expected_is_an_answer() {
        server.enqueue(status(404));
        server.enqueue(status(404));

        assertThat(transport.exchange(GET.with("x").expecting(404)).status()).isEqualTo(404);
        assertThatThrownBy(() -> transport.exchange(GET.with("x").expecting(405)))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void headers_go_with_the_request_and_their_values_into_no_message() throws Exception {
        server.enqueue(status(204));

        transport.run(GET.with("x").header("X-Vault-Namespace", "team").header("Accept-Encoding", "identity"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("X-Vault-Namespace")).isEqualTo("team");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
        assertThatThrownBy(() -> GET.with("x").header("X-Vault-Namespace", "t3am\r\nX-Evil: 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("t3am");
    }

    @Test
    void credentials_go_to_the_host_that_they_were_given_for_and_to_no_other() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            elsewhere.enqueue(status(204));
            server.enqueue(status(204));
            server.enqueue(status(204));

            transport.run(GET.with("x").at(elsewhere.url("/there?signature=1")));
            transport.run(GET.with("x").at(server.url("/here")));
            transport.run(GET.with("x").withoutCredentials());

            RecordedRequest foreign = elsewhere.takeRequest();
            assertThat(foreign.getHeaders().get("Authorization")).isNull();
            assertThat(foreign.getTarget()).isEqualTo("/there?signature=1");
            assertThat(server.takeRequest().getHeaders().get("Authorization")).isNotNull();
            assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
        }
        assertThat(recorded.attempts().get(0)).hasToString("GET /there -> 204");
    }

    @Test
    void nothing_goes_to_another_host_that_anyone_could_read() {
        ApiRequest request = GET.with("x").at(HttpUrl.get("http://registry.example.com/layer"));

        assertThatThrownBy(() -> transport.run(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http to registry.example.com");
        assertThatThrownBy(() -> transport.run(GET.with("x").at(HttpUrl.get("https://u:p4ss@example.com/"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("p4ss");
    }
}
