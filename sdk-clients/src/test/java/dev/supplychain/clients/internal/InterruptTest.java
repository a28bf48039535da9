package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.Sleeper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Row 26 of the fault table: interrupted or closed, a call ends at once and lets go of its connection. */
class InterruptTest {
    private static final Duration ENDLESS = Duration.ofHours(1);

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    private record Outcome(ApiException exception, boolean flag) {}

    /** Calls on a thread of its own, does something to it once it waits, and tells how it ended. */
    private Outcome disturb(Echo echo, Function<Echo, ApiException> call, Disturbance disturbance) throws Exception {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> outcome.complete(
                new Outcome(call.apply(echo), Thread.currentThread().isInterrupted())));
        thread.start();
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        disturbance.apply(thread);
        return outcome.get(10, TimeUnit.SECONDS);
    }

    private interface Disturbance {
        void apply(Thread thread) throws Exception;
    }

    private RawServer waiting(String beginning) throws Exception {
        return RawServer.start((socket, out) -> {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            busy.countDown();
            while (socket.getInputStream().read() >= 0) {
                // the body of the request
            }
            hungUp.countDown();
        });
    }

    private Echo echo(String url) {
        return new Echo(new Recorded()
                .options(url)
                .callTimeout(Duration.ofDays(1))
                .readTimeout(ENDLESS)
                .build());
    }

    @Test
    void leaves_a_connection_that_is_not_made() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        OkHttpClient stuck = new OkHttpClient.Builder()
                .dns(host -> {
                    busy.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return List.of();
                })
                .build();
        try (Echo echo = new Echo(
                new Recorded().options("https://example.com").httpClient(stuck).build())) {
            Outcome outcome = disturb(echo, Echo::createFails, Thread::interrupt);

            assertThat(outcome.exception().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(outcome.exception().mayHaveActed()).isFalse();
            assertThat(outcome.flag()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void leaves_a_server_that_does_not_answer() throws Exception {
        try (RawServer server = waiting("");
                Echo echo = echo(server.url())) {
            Outcome outcome = disturb(echo, Echo::getFails, Thread::interrupt);

            assertThat(outcome.exception().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(outcome.flag()).isTrue();
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void leaves_a_body_that_does_not_end() throws Exception {
        try (RawServer server =
                        waiting("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{");
                Echo echo = echo(server.url())) {
            Outcome outcome = disturb(echo, Echo::createFails, Thread::interrupt);

            assertThat(outcome.exception().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(outcome.exception().mayHaveActed()).isTrue();
            assertThat(outcome.flag()).isTrue();
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void leaves_the_wait_between_two_attempts() throws Exception {
        Sleeper announced = duration -> {
            busy.countDown();
            Sleeper.system().sleep(ENDLESS);
        };
        try (RawServer server = RawServer.writing("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                Echo echo = new Echo(
                        new Recorded().options(server.url()).sleeper(announced).build())) {
            Outcome outcome = disturb(echo, Echo::getFails, Thread::interrupt);

            assertThat(outcome.exception().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(outcome.flag()).isTrue();
        }
    }

    @Test
    void leaves_the_wait_for_another_threads_token() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Credentials slow = Credentials.bearer(() -> {
            busy.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "t0ken";
        });
        Thread holder = new Thread(() -> slow.header());
        holder.start();
        busy.await(); // else the call below may be the one that fetches
        try (Echo echo = new Echo(
                new Recorded().options("http://127.0.0.1:1").credentials(slow).build())) {
            Outcome outcome = disturb(echo, Echo::getFails, Thread::interrupt);

            assertThat(outcome.exception().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(outcome.flag()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void a_handle_ends_what_an_interrupt_would_and_leaves_the_thread_alone() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (RawServer server = waiting("");
                Echo echo = echo(server.url()).cancelledBy(cancellation)) {
            Outcome outcome = disturb(echo, Echo::createFails, thread -> cancellation.cancel());

            assertThat(outcome.exception().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(outcome.exception().mayHaveActed()).isTrue();
            assertThat(outcome.flag()).isFalse();
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(echo.createFails().mayHaveActed()).isFalse();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_handle_ends_the_wait_between_two_attempts() throws Exception {
        Cancellation cancellation = new Cancellation();
        Sleeper announced = duration -> {
            busy.countDown();
            Sleeper.system().sleep(ENDLESS);
        };
        try (RawServer server = RawServer.writing("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                Echo echo = new Echo(new Recorded()
                                .options(server.url())
                                .sleeper(announced)
                                .build())
                        .cancelledBy(cancellation)) {
            Outcome outcome = disturb(echo, Echo::getFails, thread -> cancellation.cancel());

            assertThat(outcome.exception().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(outcome.flag()).isFalse();
        }
    }

    @Test
    void an_interrupt_stays_an_interrupt_with_a_handle() throws Exception {
        try (RawServer server = waiting("");
                Echo echo = echo(server.url()).cancelledBy(new Cancellation())) {
            Outcome outcome = disturb(echo, Echo::getFails, Thread::interrupt);

            assertThat(outcome.exception().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(outcome.flag()).isTrue();
        }
    }

    @Test
    void closing_the_client_ends_a_body_that_does_not_end() throws Exception {
        try (RawServer server =
                waiting("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{")) {
            Echo echo = echo(server.url());
            Outcome outcome = disturb(echo, Echo::createFails, thread -> echo.close());

            assertThat(outcome.exception().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void sends_nothing_on_a_thread_that_is_interrupted_already() throws Exception {
        try (RawServer server = waiting("");
                Echo echo = echo(server.url())) {
            Thread.currentThread().interrupt();
            ApiException e = echo.createFails();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(e.mayHaveActed()).isFalse();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void ends_when_the_client_is_closed() throws Exception {
        try (RawServer server = waiting("")) {
            Echo echo = echo(server.url());
            Outcome outcome = disturb(echo, Echo::createFails, thread -> echo.close());

            assertThat(outcome.exception().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(outcome.exception().mayHaveActed()).isTrue();
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(echo.getFails().kind()).isEqualTo(Kind.CANCELLED);
        }
    }
}
