package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Credentials;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Row 34 of the fault table: a server that repeats the credentials does not get them into a message. */
class RedactionTest {
    private static final String SECRET = Recorded.SECRET;
    /** Stands for what the server repeats. */
    private static final String ECHO = "%echo%";

    private static final String BASIC =
            Base64.getEncoder().encodeToString(("ci:" + SECRET).getBytes(StandardCharsets.UTF_8));

    static Stream<String> answers() {
        String echo = ECHO;
        return Stream.of(
                answer(403, "{\"error\":{\"code\":403,\"message\":\"" + echo + "\",\"status\":\"PERMISSION_DENIED\"}}"),
                answer(
                        403,
                        "{\"code\":7,\"message\":\"" + echo + "\",\"details\":[{\"@type\":\"x\",\"token\":\"" + echo
                                + "\"}]}"),
                answer(403, "{\"title\":\"" + echo + "\",\"detail\":\"" + echo + "\",\"token\":\"" + echo + "\"}"),
                answer(502, "<html>" + echo + "</html>"),
                answer(200, "{\"code\":\"" + echo + "\"}"),
                answer(200, echo),
                "HTTP/1.1 200 OK\r\nContent-Type: text/" + echo + "\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 403 " + echo + "\r\nX-Request-Id: " + echo + "\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 X\r\nContent-Type: text/" + echo + "\r\nContent-Length: 1\r\n\r\nx",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/?" + echo + "\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + echo + "\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: " + echo + "\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 " + echo + "\r\n\r\n",
                "HTTP/1.1 503 Busy\r\nRetry-After: " + echo + "\r\nContent-Length: 0\r\n\r\n",
                echo + "\r\n\r\n");
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n\r\n" + body;
    }

    @ParameterizedTest
    @MethodSource("answers")
    void shows_no_credentials(String answer) throws Exception {
        assertHidden(Credentials.bearer(SECRET), answer.replace(ECHO, "Bearer " + SECRET));
        assertHidden(Credentials.apiKey("X-Api-Key", SECRET), answer.replace(ECHO, SECRET));
        assertHidden(Credentials.basic("ci", SECRET), answer.replace(ECHO, "Basic " + BASIC + " ci:" + SECRET));
    }

    private static void assertHidden(Credentials credentials, String answer) throws Exception {
        Recorded recorded = new Recorded();
        try (RawServer server = RawServer.writing(answer);
                Echo echo = new Echo(
                        recorded.options(server.url()).credentials(credentials).build())) {
            for (ApiException e : List.of(echo.getFails(), echo.createFails())) {
                assertThat(everythingOf(e)).doesNotContain(SECRET).doesNotContain(BASIC);
            }
            assertThat(recorded.attempts().toString()).doesNotContain(SECRET).doesNotContain(BASIC);
        }
    }

    private static String everythingOf(ApiException e) {
        StringWriter out = new StringWriter();
        e.printStackTrace(new PrintWriter(out));
        return out + e.bodyExcerpt().toString() + e.status() + e.problem() + e.requestId();
    }

    @Test
    void masks_members_that_look_like_secrets_of_others() throws Exception {
        try (RawServer server = RawServer.writing(answer(403, "{\"client_secret\":\"0ther\",\"message\":\"no\"}"));
                Echo echo = new Echo(new Recorded().options(server.url()).build())) {
            assertThat(echo.getFails().bodyExcerpt()).contains("{\"client_secret\":\"***\",\"message\":\"no\"}");
        }
    }

    @Test
    void logs_no_credentials_at_the_finest_level() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("dev.supplychain");
        Logger okhttp = Logger.getLogger("okhttp3");
        root.addHandler(handler);
        ours.setLevel(Level.ALL);
        okhttp.setLevel(Level.ALL);
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(Http.ok());
            try (Echo echo =
                    new Echo(new Recorded().options(server.url("/").toString()).build())) {
                echo.get();
            }
        } finally {
            root.removeHandler(handler);
            ours.setLevel(null);
            okhttp.setLevel(null);
        }
        assertThat(logged.toString()).doesNotContain(SECRET);
    }
}
