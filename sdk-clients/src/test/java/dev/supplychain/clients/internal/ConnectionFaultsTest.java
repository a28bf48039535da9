package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 1 to 5 of the fault table: connections that are refused, lost, slow or broken. */
class ConnectionFaultsTest {
    private static final String COMPLETE = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final Recorded recorded = new Recorded();

    @Test
    void asks_again_when_the_connection_is_refused_and_names_the_host_but_not_the_query() throws Exception {
        try (Echo echo =
                new Echo(recorded.options("http://127.0.0.1:" + closedPort()).build())) {
            ApiException e = echo.getFails();

            assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(e.attempts()).isEqualTo(3);
            assertThat(e)
                    .hasMessageContaining("GET /v1/things failed: no connection: ")
                    .hasMessageContaining("127.0.0.1");
            assertThat(stackTrace(e)).doesNotContain("qu3ry-s3cr3t");
        }
    }

    @Test
    void creates_nothing_and_says_so_when_the_connection_is_refused() throws Exception {
        try (Echo echo =
                new Echo(recorded.options("http://127.0.0.1:" + closedPort()).build())) {
            ApiException e = echo.createFails();

            assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(e.mayHaveActed()).isFalse();
            assertThat(e.attempts()).isEqualTo(1);
        }
    }

    @Test
    void names_the_host_that_has_no_address() {
        OkHttpClient noNames = new OkHttpClient.Builder()
                .dns(host -> {
                    throw new UnknownHostException(host);
                })
                .build();
        try (Echo echo = new Echo(recorded.options("https://nowhere.example.com")
                .httpClient(noNames)
                .build())) {
            ApiException e = echo.getFails();

            assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(e.attempts()).isEqualTo(3);
            assertThat(e).hasMessageContaining("nowhere.example.com");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void repeats_only_what_does_no_harm_when_the_server_hangs_up(boolean reset) throws Exception {
        try (RawServer server = RawServer.start((socket, out) -> hangUp(socket, reset));
                Echo echo = new Echo(recorded.options(server.url()).build())) {
            assertThat(echo.getFails().kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(server.requests()).hasSize(3);

            server.requests().clear();
            ApiException e = echo.createFails();
            assertThat(e.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
            assertThat(e.mayHaveActed()).isTrue();
            assertThat(e).hasMessageContaining("the server may have acted on it");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void asks_again_when_a_kept_connection_was_closed_meanwhile() throws Exception {
        String answer = COMPLETE + "Content-Length: 10\r\n\r\n{\"code\":5}";
        try (RawServer server = RawServer.writing(answer);
                Echo echo = new Echo(recorded.options(server.url()).build())) {
            assertThat(echo.get().code()).hasValue(5);
            assertThat(echo.get().code()).hasValue(5);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void returns_no_partial_object_when_the_connection_is_lost_within_the_body(boolean reset) throws Exception {
        String wholeValueAndLess = COMPLETE + "Content-Length: 1000\r\n\r\n{\"code\":5}";
        try (RawServer server = RawServer.start((socket, out) -> {
                    write(out, wholeValueAndLess);
                    hangUp(socket, reset);
                });
                Echo echo = new Echo(recorded.options(server.url()).build())) {
            assertThat(echo.getFails().kind()).isIn(Kind.PROTOCOL, Kind.UNREACHABLE);
            assertThat(server.requests()).hasSize(3);

            server.requests().clear();
            assertThat(echo.createFails().kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\na\r\n{\"code\":5}\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"code\":5}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-5\r\n{\"code\":5}\r\n0\r\n\r\n",
                "Content-Length: 11\r\n\r\n{\"code\":5}",
            })
    void refuses_a_body_with_broken_framing(String rest) throws Exception {
        try (RawServer server = RawServer.writing(COMPLETE + rest);
                Echo echo = new Echo(recorded.options(server.url()).build())) {
            ApiException e = echo.getFails();

            assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(e).hasMessageContaining("broken answer: ");
        }
    }

    @Test
    void refuses_what_is_not_http() throws Exception {
        try (RawServer server = RawServer.writing("SSH-2.0-OpenSSH_9.2\r\n");
                Echo echo = new Echo(recorded.options(server.url()).build())) {
            assertThat(echo.getFails().kind()).isEqualTo(Kind.PROTOCOL);
        }
    }

    @Test
    void gives_up_on_a_server_that_never_answers() throws Exception {
        try (RawServer server = RawServer.silent();
                Echo echo = new Echo(recorded.options(server.url())
                        .callTimeout(Duration.ofMillis(150))
                        .build())) {
            assertThat(echo.getFails().kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(echo.createFails().kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void gives_up_on_a_body_that_drips() throws Exception {
        RawServer.Script drip = (socket, out) -> {
            write(out, COMPLETE + "Content-Length: 100000\r\n\r\n");
            for (int i = 0; i < 100_000; i++) {
                write(out, " ");
                Thread.sleep(5);
            }
        };
        try (RawServer server = RawServer.start(drip);
                Echo echo = new Echo(recorded.options(server.url())
                        .callTimeout(Duration.ofMillis(150))
                        .build())) {
            ApiException e = echo.getFails();

            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(e).hasMessageContaining("the time for the call is over");
        }
    }

    @Test
    void asks_again_after_a_silence_while_there_is_time() throws Exception {
        try (RawServer server = RawServer.silent();
                Echo echo = new Echo(recorded.options(server.url())
                        .readTimeout(Duration.ofMillis(30))
                        .build())) {
            ApiException e = echo.getFails();

            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(e.attempts()).isEqualTo(3);
        }
    }

    @Test
    void skips_answers_that_only_announce_the_real_one() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(Http.json(200, "{\"code\":5}")
                    .addInformationalResponse(
                            new MockResponse.Builder().code(103).build())
                    .build());
            server.start();
            try (Echo echo =
                    new Echo(recorded.options(server.url("/").toString()).build())) {
                assertThat(echo.get().code()).hasValue(5);
            }
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void hangUp(Socket socket, boolean reset) throws IOException {
        if (reset) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out));
        return out.toString();
    }
}
