package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientListener;
import dev.supplychain.clients.ClientOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows 3, 5, 8, 26 and 27 of the fault table for bodies that are read as they come. */
class StreamedTest {
    private static final Endpoint GET = Endpoint.get("/v1/{name}");
    private static final Endpoint CREATE = Endpoint.post("/v1/{name}");
    private static final String BEGUN =
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: 9\r\n\r\n1234";

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

    private ClientOptions.Builder options() {
        return recorded.options(server.url("/").toString());
    }

    private static ApiException readFails(InputStream body) {
        return catchThrowableOfType(ApiException.class, body::readAllBytes);
    }

    @Test
    void brings_every_byte_whatever_its_size() throws Exception {
        byte[] large = new byte[3_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        server.enqueue(Http.bytes("application/octet-stream", new Buffer().write(large)));
        server.enqueue(Http.bytes("application/octet-stream", new Buffer().write(large)));

        try (Transport transport = Transport.create(options().maxBodyBytes(1).build());
                Streamed whole = transport.open(GET.with("layer"));
                Streamed single = transport.open(GET.with("layer"))) {
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.header("Content-Type")).contains("application/octet-stream");
            assertThat(whole.body().readAllBytes()).isEqualTo(large);
            assertThat(whole.body().read()).isEqualTo(-1);
            assertThat(single.body().read()).isEqualTo(large[0]);
            assertThat(single.body().read()).isEqualTo(large[1]);
        }
    }

    @Test
    void inflates_and_refuses_what_cannot_be_inflated() throws Exception {
        byte[] text = "a line\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Buffer cut = Http.gzip(text);
        server.enqueue(gzipped(Http.gzip(text)));
        server.enqueue(gzipped(new Buffer().write(cut.readByteArray(cut.size() - 9))));

        try (Transport transport = Transport.create(options().build());
                Streamed whole = transport.open(GET.with("lines"));
                Streamed broken = transport.open(GET.with("lines"))) {
            assertThat(whole.body().readAllBytes()).isEqualTo(text);
            ApiException e = readFails(broken.body());
            assertThat(e.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(e).hasMessageContaining("compressed body is broken");
        }
    }

    private static mockwebserver3.MockResponse gzipped(Buffer body) {
        return Http.bytes("application/x-ndjson", body)
                .newBuilder()
                .setHeader("Content-Encoding", "gzip")
                .build();
    }

    @Test
    void repeats_until_the_body_begins_and_never_after() throws Exception {
        server.enqueue(Http.status(503));
        server.enqueue(Http.bytes("text/plain", new Buffer().writeUtf8("all")));

        try (Transport transport = Transport.create(options().build());
                Streamed streamed = transport.open(GET.with("things"))) {
            assertThat(streamed.body().readAllBytes()).hasSize(3);
        }
        assertThat(recorded.attempts()).hasSize(2);
    }

    @Test
    void a_body_that_is_cut_never_ends_cleanly() throws Exception {
        try (RawServer cutting = RawServer.writing(BEGUN);
                Transport transport =
                        Transport.create(recorded.options(cutting.url()).build())) {
            ApiException read = readFails(transport.open(GET.with("things")).body());
            ApiException created = readFails(transport
                    .open(CREATE.with("things").json(new byte[] {'{', '}'}))
                    .body());

            assertThat(read.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(read.mayHaveActed()).isFalse();
            assertThat(created.kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
            assertThat(created.mayHaveActed()).isTrue();
            assertThat(cutting.requests()).hasSize(2);
        }
    }

    @Test
    void waits_for_a_transfer_as_long_as_was_said_and_no_longer() throws Exception {
        try (RawServer stuck = stuck(new CountDownLatch(1));
                Transport transport = Transport.create(recorded.options(stuck.url())
                        .transferTimeout(Duration.ofMillis(300))
                        .build());
                Streamed streamed = transport.open(GET.with("things"))) {
            assertThat(streamed.body().readNBytes(4)).hasSize(4);
            ApiException e = readFails(streamed.body());

            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(e).hasMessageContaining("the time for the call is over");
        }
    }

    private static RawServer stuck(CountDownLatch hungUp) throws IOException {
        return RawServer.start((socket, out) -> {
            out.write(BEGUN.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (socket.getInputStream().read() >= 0) {
                // the body of the request
            }
            hungUp.countDown();
        });
    }

    private record Ended(ApiException exception, boolean flag) {}

    /** Reads on another thread until it waits for the fifth byte, and disturbs it then. */
    private Ended disturb(Transport transport, Consumer<Thread> disturbance) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (Streamed streamed = transport.open(GET.with("things"))) {
                streamed.body().readNBytes(4);
                waiting.countDown();
                ApiException e = readFails(streamed.body());
                ended.complete(new Ended(e, Thread.currentThread().isInterrupted()));
            } catch (IOException | RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
        reader.start();
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        disturbance.accept(reader);
        return ended.get(10, TimeUnit.SECONDS);
    }

    @Test
    void an_interrupt_ends_a_read_and_lets_go_of_the_connection() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        try (RawServer stuck = stuck(hungUp);
                Transport transport =
                        Transport.create(recorded.options(stuck.url()).build())) {
            Ended ended = disturb(transport, Thread::interrupt);

            assertThat(ended.exception().kind()).isEqualTo(Kind.INTERRUPTED);
            assertThat(ended.flag()).isTrue();
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_handle_ends_a_read_and_lets_go_of_the_connection() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        try (RawServer stuck = stuck(hungUp);
                Transport transport =
                        Transport.create(recorded.options(stuck.url()).build())) {
            Ended ended = disturb(transport.cancelledBy(cancellation), reader -> cancellation.cancel());

            assertThat(ended.exception().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(ended.flag()).isFalse();
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closing_the_client_ends_a_read() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        try (RawServer stuck = stuck(hungUp)) {
            Transport transport = Transport.create(recorded.options(stuck.url()).build());
            Ended ended = disturb(transport, reader -> transport.close());

            assertThat(ended.exception().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closing_before_the_end_lets_go_of_the_connection() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        try (RawServer stuck = stuck(hungUp);
                Transport transport =
                        Transport.create(recorded.options(stuck.url()).build())) {
            Streamed streamed = transport.open(GET.with("things"));
            assertThat(streamed.body().read()).isEqualTo('1');
            streamed.close();

            assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(streamed.body().read()).isEqualTo(-1);
        }
    }

    @Test
    void tells_the_listener_how_far_it_is() throws Exception {
        List<Long> seen = new ArrayList<>();
        ClientListener listener = new ClientListener() {
            @Override
            public void requested(Attempt attempt) {
                assertThat(attempt.responseBytes()).isZero();
            }

            @Override
            public void progressed(String request, long bytes) {
                assertThat(request).isEqualTo("GET /v1/layer");
                seen.add(bytes);
            }
        };
        server.enqueue(Http.bytes("application/octet-stream", new Buffer().write(new byte[100_000])));

        try (Transport transport = Transport.create(options().listener(listener).build());
                Streamed streamed = transport.open(GET.with("layer"))) {
            streamed.body().readAllBytes();
        }

        assertThat(seen).isSorted().last().isEqualTo(100_000L);
    }
}
