package dev.supplychain.clients.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndorCredentialsTest {
    private static final Instant NOON = Recorded.NOW;
    private static final String KEY = "endr+k3y-zq81";
    private static final String SECRET = "endr+s3cr3t-zq81";

    private final MockWebServer server = new MockWebServer();
    private final Hand clock = new Hand();
    private EndorCredentials account;

    /** A clock that a test turns. */
    private static final class Hand extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() throws Exception {
        server.start();
        account = EndorCredentials.ofApiKey(options(), KEY, SECRET);
    }

    private ClientOptions options() {
        return new Recorded()
                .options(server.url("/").toString())
                .clock(clock)
                .readTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterEach
    void stop() {
        account.close();
        server.close();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private void token(String token, Instant expiry) {
        answer(200, "{\"token\":\"" + token + "\",\"expiration_time\":\"" + expiry + "\"}");
    }

    private String header() {
        return account.header().map(AuthHeader::value).orElseThrow();
    }

    @Test
    void gives_the_key_for_a_token_once() throws Exception {
        token("t1", NOON.plusSeconds(7200));

        assertThat(header()).isEqualTo("Bearer t1");
        assertThat(header()).isEqualTo("Bearer t1");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/auth/api-key HTTP/1.1");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(Http.body(request)).isEqualTo("{\"key\":\"" + KEY + "\",\"secret\":\"" + SECRET + "\"}");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"expiration_time\":\"2026-11-20T14:00:00Z\"",
                "\"expirationTime\":\"2026-11-20T15:00:00.000+01:00\"",
                "\"expires_at\":\"2026-11-20T14:00:00Z\"",
                "\"expiresAt\":\"2026-11-20T14:00:00Z\"",
                "\"expires_in\":7200",
                "\"expiresIn\":\"7200\""
            })
    void replaces_a_token_half_an_hour_before_it_expires(String expiry) {
        answer(200, "{\"token\":\"t1\"," + expiry + "}");
        token("t2", NOON.plusSeconds(14400));
        header();

        clock.now = NOON.plusSeconds(7200 - 1801);
        assertThat(header()).isEqualTo("Bearer t1");
        clock.now = NOON.plusSeconds(7200 - 1800);
        assertThat(header()).isEqualTo("Bearer t2");
    }

    @Test
    void replaces_a_short_token_in_the_middle_of_its_life() {
        token("t1", NOON.plusSeconds(600));
        token("t2", NOON.plusSeconds(14400));
        header();

        clock.now = NOON.plusSeconds(299);
        assertThat(header()).isEqualTo("Bearer t1");
        clock.now = NOON.plusSeconds(300);
        assertThat(header()).isEqualTo("Bearer t2");
    }

    @Test
    void keeps_a_good_token_when_no_other_can_be_had_and_tries_again_a_minute_later() {
        token("t1", NOON.plusSeconds(7200));
        answer(403, "{\"code\":7,\"message\":\"no\"}");
        token("t2", NOON.plusSeconds(14400));
        header();

        clock.now = NOON.plusSeconds(6000);
        assertThat(header()).isEqualTo("Bearer t1");
        clock.now = NOON.plusSeconds(6059);
        assertThat(header()).isEqualTo("Bearer t1");
        assertThat(server.getRequestCount()).isEqualTo(2);
        clock.now = NOON.plusSeconds(6060);
        assertThat(header()).isEqualTo("Bearer t2");
    }

    @Test
    void does_not_use_a_token_in_its_last_minute() {
        token("t1", NOON.plusSeconds(7200));
        answer(403, "{\"code\":7,\"message\":\"no\"}");
        answer(403, "{\"code\":7,\"message\":\"no\"}");
        header();

        clock.now = NOON.plusSeconds(7200 - 61);
        assertThat(header()).isEqualTo("Bearer t1");
        clock.now = NOON.plusSeconds(7200 - 60);
        assertThat(catchThrowableOfType(ApiException.class, this::header).isStatus(403))
                .isTrue();
    }

    @Test
    void a_token_without_an_end_is_good_until_it_is_refused() {
        answer(200, "{\"token\":\"t1\"}");
        answer(200, "{\"token\":\"t2\"}");
        AuthHeader first = account.header().orElseThrow();

        clock.now = NOON.plus(Duration.ofDays(3000));
        assertThat(header()).isEqualTo("Bearer t1");
        assertThat(account.renew(first)).isTrue();
        assertThat(header()).isEqualTo("Bearer t2");
        assertThat(account.renew(first)).isTrue();
        assertThat(header()).as("another thread's refusal of the first").isEqualTo("Bearer t2");
    }

    @Test
    void concurrent_callers_share_one_token() throws Exception {
        token("t1", NOON.plusSeconds(7200));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> headers = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(this::header))
                    .toList();
            for (Future<String> header : headers) {
                assertThat(header.get()).isEqualTo("Bearer t1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void who_waits_for_another_s_token_can_be_interrupted() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> fetching = other.submit(this::header);
            server.takeRequest();

            Thread.currentThread().interrupt();
            ApiException e = catchThrowableOfType(ApiException.class, this::header);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED);
            token("t1", NOON.plusSeconds(7200));
            assertThat(fetching.get()).isEqualTo("Bearer t1");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void a_client_authenticates_again_once_when_it_is_refused() throws Exception {
        token("t1", NOON.plusSeconds(7200));
        answer(401, "{\"code\":16,\"message\":\"revoked\"}");
        token("t2", NOON.plusSeconds(7200));
        answer(401, "{\"code\":16,\"message\":\"revoked\"}");
        try (EndorClient endor = EndorClient.withApiKey(options(), KEY, SECRET)) {
            ApiException e = catchThrowableOfType(ApiException.class, endor::requireAuthentication);

            assertThat(e.code()).contains("UNAUTHENTICATED");
            assertThat(server.getRequestCount()).isEqualTo(4);
            server.takeRequest();
            RecordedRequest refused = server.takeRequest();
            assertThat(refused.getRequestLine()).isEqualTo("GET /v1/auth HTTP/1.1");
            assertThat(refused.getHeaders().get("Authorization")).isEqualTo("Bearer t1");
            server.takeRequest();
            assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer t2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":16,\"message\":\"secret endr+s3cr3t-zq81 is wrong\"}",
                "{\"code\":16,\"message\":\"no\",\"details\":[{\"@type\":\"t\",\"given\":\"endr+k3y-zq81\"}]}"
            })
    void no_error_shows_the_key_or_the_secret(String body) {
        answer(401, body);

        ApiException e = catchThrowableOfType(ApiException.class, this::header);

        assertThat(e.isStatus(401)).isTrue();
        assertThat(e + e.bodyExcerpt().orElse("") + e.status() + e.getCause() + account)
                .doesNotContain(KEY)
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"token\":1}",
                "{\"token\":\"\\u00e9-t0ken\"}",
                "{\"token\":\"x-t0ken\",\"expiration_time\":\"noon\"}",
                "{\"token\":\"x-t0ken\",\"expiration_time\":1}",
                "{\"token\":\"x-t0ken\",\"expires_in\":-5}",
                "[]"
            })
    void an_answer_without_a_token_is_none(String body) {
        answer(200, body);

        ApiException e = catchThrowableOfType(ApiException.class, this::header);

        assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(e + " " + e.getCause()).doesNotContain("t0ken");
    }

    @Test
    void an_empty_key_is_refused_at_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> EndorCredentials.ofApiKey(options(), " ", SECRET));
        assertThatIllegalArgumentException().isThrownBy(() -> EndorCredentials.ofApiKey(options(), KEY, ""));
    }
}
