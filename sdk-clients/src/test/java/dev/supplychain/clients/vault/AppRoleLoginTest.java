package dev.supplychain.clients.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppRoleLoginTest {
    private static final String SECRET_ID = "s3cr3t-1d-zq81";
    private static final String KEY = "{\"data\":{\"type\":\"ecdsa-p256\",\"latest_version\":1,\"keys\":{\"1\":"
            + "{\"public_key\":\"-----BEGIN PUBLIC KEY-----\\nMFkw\\n-----END PUBLIC KEY-----\\n\"}}}}";

    /** A clock that stands still until it is told. */
    private static final class SetClock extends Clock {
        private volatile Instant now = Recorded.NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final SetClock clock = new SetClock();
    private final MockWebServer server = new MockWebServer();
    private VaultTransitClient vault;

    @BeforeEach
    void start() throws Exception {
        server.start();
        vault = VaultTransitClient.builder(new Recorded()
                        .options(server.url("/").toString())
                        .credentials(Credentials.none())
                        .clock(clock)
                        .build())
                .appRole("r0le", SECRET_ID)
                .appRoleMount("team/approle")
                .namespace("admin")
                .build();
    }

    @AfterEach
    void stop() {
        vault.close();
        server.close();
    }

    private void answer(int status, String body) {
        server.enqueue(json(status, body));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static String auth(String token, int lease, boolean renewable) {
        return "{\"auth\":{\"client_token\":\"" + token + "\",\"lease_duration\":" + lease + ",\"renewable\":"
                + renewable + "}}";
    }

    /** The next request: its path, and with which token it came. */
    private String asked() throws Exception {
        RecordedRequest request = server.takeRequest();
        String token = request.getHeaders().get("X-Vault-Token");
        return request.getTarget() + (token == null ? "" : " " + token);
    }

    @Test
    void logs_in_when_a_token_is_first_needed_and_keeps_it() throws Exception {
        answer(200, auth("hvs.1", 60, true));
        answer(200, KEY);
        answer(200, KEY);

        vault.readKey("release");
        vault.readKey("release");

        RecordedRequest login = server.takeRequest();
        assertThat(login.getRequestLine()).isEqualTo("POST /v1/auth/team/approle/login HTTP/1.1");
        assertThat(Http.body(login)).isEqualTo("{\"role_id\":\"r0le\",\"secret_id\":\"" + SECRET_ID + "\"}");
        assertThat(login.getHeaders().get("X-Vault-Namespace")).isEqualTo("admin");
        assertThat(login.getHeaders().get("X-Vault-Token")).isNull();
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void renews_the_token_before_its_lease_ends() throws Exception {
        answer(200, auth("hvs.1", 60, true));
        answer(200, KEY);
        vault.readKey("release");
        clock.pass(Duration.ofSeconds(39));
        answer(200, KEY);
        vault.readKey("release");
        clock.pass(Duration.ofSeconds(1));
        answer(200, auth("hvs.1", 60, true));
        answer(200, KEY);
        vault.readKey("release");

        server.takeRequest();
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
        assertThat(asked()).isEqualTo("/v1/auth/token/renew-self hvs.1");
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
    }

    @Test
    void logs_in_anew_when_the_token_cannot_be_renewed() throws Exception {
        answer(200, auth("hvs.1", 60, false));
        answer(200, KEY);
        vault.readKey("release");
        clock.pass(Duration.ofSeconds(41));
        answer(200, auth("hvs.2", 60, true));
        answer(200, KEY);
        vault.readKey("release");
        clock.pass(Duration.ofSeconds(41));
        answer(403, "{\"errors\":[\"permission denied\"]}");
        answer(200, auth("hvs.3", 60, true));
        answer(200, KEY);
        vault.readKey("release");

        server.takeRequest();
        server.takeRequest();
        assertThat(asked()).isEqualTo("/v1/auth/team/approle/login");
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.2");
        assertThat(asked()).isEqualTo("/v1/auth/token/renew-self hvs.2");
        assertThat(asked()).isEqualTo("/v1/auth/team/approle/login");
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.3");
    }

    @Test
    void goes_on_with_a_good_token_while_vault_does_not_renew_it() throws Exception {
        answer(200, auth("hvs.1", 60, true));
        answer(200, KEY);
        vault.readKey("release");
        clock.pass(Duration.ofSeconds(40));
        answer(503, "{\"errors\":[]}");
        answer(503, "{\"errors\":[]}");
        answer(503, "{\"errors\":[]}");
        answer(503, "{\"errors\":[]}");
        answer(200, KEY);
        vault.readKey("release");
        answer(200, KEY);
        vault.readKey("release");

        for (int i = 0; i < 2 + 3 + 1; i++) {
            server.takeRequest();
        }
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
        clock.pass(Duration.ofSeconds(20));
        answer(503, "{\"errors\":[]}");
        assertThat(catchThrowableOfType(ApiException.class, () -> vault.readKey("release"))
                        .isStatus(503))
                .isTrue();
    }

    @Test
    void a_token_without_lease_is_kept() throws Exception {
        answer(200, auth("hvs.1", 0, false));
        answer(200, KEY);
        vault.readKey("release");
        clock.pass(Duration.ofDays(3650));
        answer(200, KEY);
        vault.readKey("release");

        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void logs_in_once_more_when_a_token_from_before_is_refused() throws Exception {
        answer(200, auth("hvs.1", 60, true));
        answer(200, KEY);
        vault.readKey("release");
        answer(403, "{\"errors\":[\"permission denied\"]}");
        answer(200, auth("hvs.2", 60, true));
        answer(403, "{\"errors\":[\"permission denied\"]}");

        ApiException e = catchThrowableOfType(ApiException.class, () -> vault.readKey("release"));

        assertThat(e.isStatus(403)).isTrue();
        server.takeRequest();
        server.takeRequest();
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.1");
        assertThat(asked()).isEqualTo("/v1/auth/team/approle/login");
        assertThat(asked()).isEqualTo("/v1/transit/keys/release hvs.2");
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void a_fresh_token_that_is_refused_is_not_replaced() {
        answer(200, auth("hvs.1", 60, true));
        answer(403, "{\"errors\":[\"permission denied\"]}");

        assertThat(catchThrowableOfType(ApiException.class, () -> vault.readKey("release"))
                        .isStatus(403))
                .isTrue();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_login_that_is_refused_says_so_and_is_not_repeated() {
        answer(400, "{\"errors\":[\"invalid role or secret ID\"]}");

        ApiException e = catchThrowableOfType(ApiException.class, () -> vault.readKey("release"));

        assertThat(e).hasMessage("POST /v1/auth/team/approle/login failed: 400: invalid role or secret ID (1 attempt)");
        assertThat(server.getRequestCount()).isEqualTo(1);
        answer(503, "{\"errors\":[]}");
        assertThat(catchThrowableOfType(ApiException.class, () -> vault.readKey("release"))
                        .mayHaveActed())
                .isTrue();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void shows_neither_the_secret_nor_a_token_whatever_vault_answers() {
        List<MockResponse> answers = List.of(
                json(400, "{\"errors\":[\"bad secret id " + SECRET_ID + "\"]}"),
                json(400, "secret " + SECRET_ID),
                json(200, "{\"auth\":{\"client_token\":\"hvs.t0ken\",\"lease_duration\":\"hvs.t0ken\"}}"),
                json(200, "hvs.t0ken"),
                json(200, "{\"auth\":{\"client_token\":\"hvs.t0ken"),
                json(200, auth("hvs.t0ken\\n", 60, true)));

        for (MockResponse answer : answers) {
            server.enqueue(answer);
            ApiException e = catchThrowableOfType(ApiException.class, () -> vault.readKey("release"));

            for (Throwable t = e; t != null; t = t.getCause()) {
                assertThat(t.toString()).doesNotContain(SECRET_ID, "hvs.t0ken");
            }
            assertThat(e.bodyExcerpt().orElse("")).doesNotContain(SECRET_ID, "hvs.t0ken");
        }
    }

    @Test
    void a_token_that_cannot_be_sent_is_the_fault_of_the_credentials() {
        answer(200, auth("hvs.\\n", 60, true));

        assertThat(catchThrowableOfType(ApiException.class, () -> vault.readKey("release"))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS);
    }

    @Test
    void callers_share_one_login() throws Exception {
        int callers = 8;
        AtomicInteger logins = new AtomicInteger();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getTarget().endsWith("/login")) {
                    return json(200, auth("hvs." + logins.incrementAndGet(), 60, true));
                }
                return json(200, KEY);
            }
        });
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(() -> {
                    together.await();
                    return vault.readKey("release");
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(logins).hasValue(1);
    }
}
