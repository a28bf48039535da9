package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientListener;
import java.time.Duration;
import java.util.OptionalInt;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportTest {
    private final MockWebServer server = new MockWebServer();
    private final Recorded recorded = new Recorded();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void says_who_is_asking_and_what_it_understands() throws Exception {
        server.enqueue(Http.ok());
        try (Echo echo = new Echo(recorded.options(server.url("/mounted/here/").toString())
                .applicationId("my-plugin/2.1")
                .build())) {
            echo.create();
        }
        RecordedRequest request = server.takeRequest();

        assertThat(request.getRequestLine()).isEqualTo("POST /mounted/here/v1/things HTTP/1.1");
        assertThat(request.getHeaders().get("User-Agent"))
                .matches("my-plugin/2\\.1 supply-chain-sdk/[0-9][^ ]* java/\\d+");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Recorded.SECRET);
    }

    @Test
    void tells_the_listener_every_attempt_without_the_query() {
        server.enqueue(Http.status(503));
        server.enqueue(Http.ok());
        try (Echo echo = new Echo(recorded.options(server.url("/").toString()).build())) {
            echo.get();
        }

        assertThat(recorded.attempts()).hasSize(2);
        assertThat(recorded.attempts().get(0)).hasToString("GET /v1/things -> 503");
        assertThat(recorded.attempts().get(1)).satisfies(attempt -> {
            assertThat(attempt.number()).isEqualTo(2);
            assertThat(attempt.status()).isEqualTo(OptionalInt.of(200));
            assertThat(attempt.responseBytes()).isEqualTo(10);
            assertThat(attempt.duration()).isPositive();
        });
    }

    @Test
    void survives_a_listener_that_fails() {
        server.enqueue(Http.ok());
        ClientListener failing = attempt -> {
            throw new IllegalStateException("listener");
        };
        try (Echo echo = new Echo(
                recorded.options(server.url("/").toString()).listener(failing).build())) {
            assertThat(echo.get().code()).hasValue(5);
        }
    }

    @Test
    void leaves_the_hosts_client_open() throws Exception {
        OkHttpClient host = new OkHttpClient();
        server.enqueue(Http.ok());
        server.enqueue(Http.ok());
        new Echo(recorded.options(server.url("/").toString()).httpClient(host).build()).close();
        try (Echo first = new Echo(recorded.options(server.url("/").toString())
                        .httpClient(host)
                        .build());
                Echo second = new Echo(recorded.options(server.url("/").toString())
                        .httpClient(host)
                        .build())) {
            first.get();
            second.get();
        }

        server.takeRequest();
        assertThat(server.takeRequest().getExchangeIndex())
                .as("same connection")
                .isEqualTo(1);
        assertThat(host.connectionPool().idleConnectionCount()).isEqualTo(1);
        assertThat(host.dispatcher().executorService().isShutdown()).isFalse();
    }

    @Test
    void frees_its_own_connections() {
        server.enqueue(Http.ok());
        Transport transport =
                Transport.create(recorded.options(server.url("/").toString()).build());
        transport.call(Endpoint.get("/v1/x").with(), body -> "read");
        transport.close();
        transport.close();

        assertThat(recorded.attempts()).hasSize(1);
    }

    @Test
    void lets_nothing_but_its_own_exception_out_of_a_hosts_interceptor() {
        OkHttpClient host = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IllegalStateException("interceptor");
                })
                .build();
        try (Echo echo = new Echo(
                recorded.options(server.url("/").toString()).httpClient(host).build())) {
            ApiException e = echo.createFails();

            assertThat(e.kind()).isEqualTo(ApiException.Kind.UNREACHABLE);
            assertThat(e)
                    .hasMessageContaining("the HTTP client failed: interceptor")
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void spends_the_time_of_attempts_and_waits() {
        Progress progress = new Progress(Duration.ofSeconds(3));

        progress.spend(Duration.ofSeconds(1));
        assertThat(progress.hasMoreThan(Duration.ofSeconds(1))).isTrue();
        assertThat(progress.hasMoreThan(Duration.ofSeconds(2))).isFalse();
        progress.spend(Duration.ofSeconds(5));
        assertThat(progress.left()).isZero();
    }
}
