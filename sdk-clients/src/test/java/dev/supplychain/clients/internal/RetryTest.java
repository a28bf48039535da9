package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.RetryOptions;
import java.time.Duration;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 14 to 19, 27 and 28 of the fault table: when a request is sent again, and after how long. */
class RetryTest {
    private final MockWebServer server = new MockWebServer();
    private final Recorded recorded = new Recorded();
    private Echo echo;

    @BeforeEach
    void start() throws Exception {
        server.start();
        echo = new Echo(recorded.options(server.url("/").toString()).build());
    }

    @AfterEach
    void stop() {
        echo.close();
        server.close();
    }

    private void always(MockResponse answer) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 412, 422, 501, 505})
    void does_not_ask_again_when_the_server_refuses(int status) {
        always(Http.status(status));

        ApiException e = echo.getFails();

        assertThat(e.kind()).isEqualTo(Kind.ANSWERED);
        assertThat(e.httpStatus()).hasValue(status);
        assertThat(e.status().orElseThrow().message()).contains("no");
        assertThat(e.code()).contains("UNAVAILABLE");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void asks_again_after_a_passing_failure(int status) {
        server.enqueue(Http.status(status));
        server.enqueue(Http.ok());

        assertThat(echo.get().code()).hasValue(5);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void gives_up_after_three_requests(int status) {
        always(Http.status(status));

        ApiException e = echo.getFails();

        assertThat(e.attempts()).isEqualTo(3);
        assertThat(e).hasMessageEndingWith("(3 attempts)");
        assertThat(server.getRequestCount()).isEqualTo(3);
        assertThat(recorded.sleeps()).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void never_repeats_a_post(int status) {
        always(Http.retryAfter(status, "0"));

        ApiException e = echo.createFails();

        assertThat(e.httpStatus()).hasValue(status);
        assertThat(e.mayHaveActed()).isEqualTo(status != 429);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void repeats_a_post_that_only_asks() throws Exception {
        server.enqueue(Http.status(503));
        server.enqueue(Http.ok());

        assertThat(echo.query().code()).hasValue(5);
        server.takeRequest();
        assertThat(Http.body(server.takeRequest())).isEqualTo("{}");
    }

    @Test
    void waits_longer_when_the_server_gets_too_much() {
        always(Http.status(429));

        echo.getFails();

        assertThat(recorded.sleeps()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 3, 3000",
        "503, 3, 3000",
        "503, 'Fri, 20 Nov 2026 12:00:04 GMT', 4000",
        "503, 'Fri, 20 Nov 2020 12:00:04 GMT', 50",
        "503, 0, 50",
        "503, -1, 50",
        "503, soon, 50",
        "429, 1.5, 500"
    })
    void obeys_the_server_and_ignores_what_is_no_wish(int status, String retryAfter, long millis) {
        server.enqueue(Http.retryAfter(status, retryAfter));
        server.enqueue(Http.ok());

        assertThat(echo.get().code()).hasValue(5);
        assertThat(recorded.sleeps()).containsExactly(Duration.ofMillis(millis));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"86400, 86400", "99999999999, 9999999999", "'Sat, 21 Nov 2026 12:00:00 GMT', 86400"})
    void fails_at_once_with_the_servers_wish_when_it_is_too_much(String retryAfter, long seconds) {
        always(Http.retryAfter(503, retryAfter));

        ApiException e = echo.getFails();

        assertThat(e.retryAfter()).contains(Duration.ofSeconds(seconds));
        assertThat(e).hasMessageContaining("retry after " + seconds + " s, no time left to ask again, 1 attempt");
        assertThat(recorded.sleeps()).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void tells_a_post_what_the_server_wishes() {
        always(Http.retryAfter(503, "99999999999"));

        assertThat(echo.createFails().retryAfter()).contains(Duration.ofSeconds(9_999_999_999L));
    }

    @Test
    void spends_no_more_time_than_the_call_has() {
        always(Http.retryAfter(503, "20"));

        ApiException e = echo.getFails();

        assertThat(recorded.sleeps()).containsExactly(Duration.ofSeconds(20));
        assertThat(e.attempts()).isEqualTo(2);
    }

    @Test
    void stops_asking_twice_when_a_service_is_down() {
        echo.close();
        echo = new Echo(recorded.options(server.url("/").toString())
                .retry(RetryOptions.builder().tokens(15).build())
                .build());
        always(Http.status(503));

        echo.getFails();
        echo.getFails();
        ApiException e = echo.getFails();

        assertThat(server.getRequestCount()).isEqualTo(3 + 2 + 1);
        assertThat(e).hasMessageContaining("the client has no tokens left to ask again, 1 attempt");
    }

    @Test
    void asks_once_when_told_to() {
        echo.close();
        echo = new Echo(recorded.options(server.url("/").toString())
                .retry(RetryOptions.none())
                .build());
        always(Http.status(503));

        echo.getFails();

        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
