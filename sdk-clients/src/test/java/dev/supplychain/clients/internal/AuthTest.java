package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row 13 of the fault table: credentials that are refused. */
class AuthTest {
    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger fetched = new AtomicInteger();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Echo echo(Credentials credentials) {
        return new Echo(new Recorded()
                .options(server.url("/").toString())
                .credentials(credentials)
                .build());
    }

    private Credentials numberedTokens() {
        return Credentials.bearer(() -> "token-" + fetched.incrementAndGet());
    }

    @Test
    void asks_once_more_with_a_new_token_even_to_create() throws Exception {
        server.enqueue(Http.status(401));
        server.enqueue(Http.ok());

        try (Echo echo = echo(numberedTokens())) {
            assertThat(echo.create().code()).hasValue(5);
        }
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
    }

    @Test
    void gives_up_when_the_new_token_is_refused_too() {
        server.enqueue(Http.status(401));
        server.enqueue(Http.status(401));

        try (Echo echo = echo(numberedTokens())) {
            ApiException e = echo.getFails();

            assertThat(e.isStatus(401)).isTrue();
            assertThat(e.attempts()).isEqualTo(2);
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void does_not_ask_again_with_what_stays_the_same() {
        server.enqueue(Http.status(401));

        try (Echo echo = echo(Credentials.bearer("t0ken"))) {
            assertThat(echo.getFails().attempts()).isEqualTo(1);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void shares_one_new_token_between_callers() throws Exception {
        int callers = 8;
        CyclicBarrier allRefusedTogether = new CyclicBarrier(callers);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (!"Bearer token-1".equals(request.getHeaders().get("Authorization"))) {
                    return Http.ok();
                }
                try {
                    allRefusedTogether.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    return Http.status(500);
                }
                return Http.status(401);
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (Echo echo = echo(numberedTokens())) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(echo::get));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(fetched).hasValue(2);
    }

    @Test
    void says_that_the_source_of_the_token_failed() {
        try (Echo echo = echo(Credentials.bearer(() -> {
            throw new IllegalStateException("vault is sealed");
        }))) {
            ApiException e = echo.createFails();

            assertThat(e.kind()).isEqualTo(Kind.CREDENTIALS);
            assertThat(e.mayHaveActed()).isFalse();
            assertThat(e).hasRootCauseMessage("vault is sealed").hasMessageContaining("0 attempts");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void refuses_a_token_with_a_line_end_before_anything_is_sent() {
        try (Echo echo = echo(Credentials.bearer(() -> Recorded.SECRET + "\n"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(echo::get)
                    .withMessage("the value of header Authorization has the character U+000A at index 24");
        }
        assertThat(server.getRequestCount()).isZero();
    }
}
