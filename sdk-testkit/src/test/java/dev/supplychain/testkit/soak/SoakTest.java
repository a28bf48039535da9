package dev.supplychain.testkit.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.grafeas.GrafeasClient;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1.DiscoveryNote;
import dev.supplychain.model.grafeas.v1.DiscoveryOccurrence;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.NoteKind;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.testkit.fake.FakeGrafeas;
import dev.supplychain.testkit.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many threads on one client, and a server that does everything wrong now and then. Not in a usual run:
 *
 * <pre>{@code
 * mvn -ntp -pl sdk-testkit -am test -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dexcluded.tests=none
 * }</pre>
 */
@Tag("soak")
class SoakTest {
    private static final int THREADS = 32;
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("soak.seconds", 300));
    private static final long SEED = Long.getLong("soak.seed", 20261121);
    private static final double HOW_OFTEN = 0.3;
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    /** What the machine may take to notice that a deadline has passed. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final ProjectName PROJECT = ProjectName.of("soak-project");
    private static final NoteName NOTE = PROJECT.note("soaked");

    private static final Fault[] FAULTS = {
        Fault.CONNECTION_RESET,
        Fault.CONNECTION_CLOSED,
        Fault.ANSWER_LOST,
        Fault.RESET_IN_BODY,
        Fault.CLOSED_IN_BODY,
        Fault.SLOW_HEADERS,
        Fault.SLOW_BODY,
        Fault.NO_ANSWER,
        Fault.TRUNCATED_CHUNKS,
        Fault.BAD_CHUNK_SIZE,
        Fault.WRONG_LENGTH,
        Fault.GZIP_BOMB,
        Fault.ENDLESS_BODY,
        Fault.OVERSIZED_BODY,
        Fault.ENDLESS_HEADERS,
        Fault.REDIRECT_ELSEWHERE,
        Fault.REDIRECT_LOOP,
        Fault.FORBIDDEN,
        Fault.TOO_MANY_REQUESTS,
        Fault.RETRY_AFTER_PAST,
        Fault.RETRY_AFTER_HUGE,
        Fault.RETRY_AFTER_WORD,
        Fault.SERVER_ERROR,
        Fault.BAD_GATEWAY,
        Fault.UNAVAILABLE,
        Fault.REQUEST_TIMEOUT,
        Fault.ACTED_AND_FAILED,
        Fault.HTML_ERROR,
        Fault.WRONG_CONTENT_TYPE,
        Fault.EMPTY_BODY,
        Fault.NULL_BODY,
        Fault.INVALID_UTF8,
        Fault.UNKNOWN_MEMBERS,
        Fault.DUPLICATE_KEY,
        Fault.TRAILING_GARBAGE,
        Fault.DEEP_NESTING
    };

    private final FakeGrafeas fake = FakeGrafeas.start();
    private final ConnectionPool connections = new ConnectionPool();
    private final Map<String, Boolean> maybeStored = new ConcurrentHashMap<>();
    private final Map<String, OccurrenceName> stored = new ConcurrentHashMap<>();
    private final Map<ApiException.Kind, LongAdder> failures = new ConcurrentHashMap<>();
    private final LongAdder results = new LongAdder();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void every_call_ends_in_time_with_a_result_or_a_typed_error_and_nothing_is_created_twice() throws Exception {
        OkHttpClient host =
                new OkHttpClient.Builder().connectionPool(connections).build();
        ClientOptions options = ClientOptions.builder()
                .baseUrl(fake.url())
                .httpClient(host)
                .callTimeout(DEADLINE)
                .readTimeout(Duration.ofMillis(500))
                .maxBodyBytes(1 << 20)
                .build();
        try (fake) {
            try (GrafeasClient client = GrafeasClient.create(options)) {
                client.createNote(
                        NOTE,
                        Note.builder()
                                .discovery(DiscoveryNote.builder()
                                        .analysisKind(NoteKind.DISCOVERY)
                                        .build())
                                .build());
                fake.injectRandomly(HOW_OFTEN, SEED, FAULTS);
                soak(client);
                fake.heal();
                assertThat(wrong).isEmpty();
                assertStoredOnce(client);
            }
            assertNothingIsLeft();
        }
        System.out.println("soak: " + LENGTH.toSeconds() + " s, " + THREADS + " threads, " + results.sum()
                + " results, failures " + failures + ", "
                + fake.injectedFaults().size() + " faults in "
                + fake.requests().size() + " requests");
    }

    private void soak(GrafeasClient client) throws Exception {
        Instant end = Instant.now().plus(LENGTH);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int worker = i;
                workers.add(threads.submit(() -> work(client, worker, end)));
            }
            for (Future<?> worker : workers) {
                worker.get(LENGTH.toSeconds() + 60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void work(GrafeasClient client, int worker, Instant end) {
        Random random = new Random(SEED + worker);
        for (int number = 0; Instant.now().isBefore(end); number++) {
            String uri = "https://example.com/" + worker + "/" + number;
            switch (random.nextInt(4)) {
                case 0, 1 -> timed(() -> create(client, uri));
                case 2 -> someName(random).ifPresent(name -> timed(() -> client.getOccurrence(name)));
                default ->
                    timed(() -> client.listOccurrences(PROJECT, "resourceUrl=\"" + uri + "\"").stream()
                            .count());
            }
            pause();
        }
    }

    private void create(GrafeasClient client, String uri) {
        try {
            Occurrence occurrence = client.createOccurrence(
                    PROJECT,
                    Occurrence.builder()
                            .resourceUri(uri)
                            .noteName(NOTE.toString())
                            .discovery(DiscoveryOccurrence.builder().build())
                            .build());
            stored.put(uri, OccurrenceName.parse(occurrence.name().orElseThrow()));
        } catch (ApiException e) {
            if (e.mayHaveActed()) {
                maybeStored.put(uri, true);
            }
            throw e;
        }
    }

    private Optional<OccurrenceName> someName(Random random) {
        List<OccurrenceName> names = List.copyOf(stored.values());
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(random.nextInt(names.size())));
    }

    private void timed(Runnable call) {
        long start = System.nanoTime();
        try {
            call.run();
            results.increment();
        } catch (ApiException e) {
            failures.computeIfAbsent(e.kind(), kind -> new LongAdder()).increment();
        } catch (RuntimeException | Error e) {
            wrong.add("untyped: " + e);
        }
        Duration used = Duration.ofNanos(System.nanoTime() - start);
        if (used.compareTo(DEADLINE.plus(GRACE)) > 0) {
            wrong.add("a call took " + used);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertStoredOnce(GrafeasClient client) {
        Map<String, Integer> counts = new HashMap<>();
        client.listOccurrences(PROJECT, "")
                .forEach(each -> counts.merge(each.resourceUri().orElse(""), 1, Integer::sum));

        assertThat(counts.values()).as("how often each was stored").allMatch(count -> count == 1);
        assertThat(counts.keySet()).as("what the client was told of").containsAll(stored.keySet());
        counts.keySet().removeAll(stored.keySet());
        assertThat(maybeStored.keySet())
                .as("what the client was told of as possible")
                .containsAll(counts.keySet());
    }

    private void assertNothingIsLeft() throws InterruptedException {
        for (int i = 0; i < 200 && (clientThreads() > 0 || busyConnections() > 0); i++) {
            Thread.sleep(100);
        }
        assertThat(clientThreads()).as("threads of the client").isZero();
        assertThat(busyConnections()).as("connections that nobody gave back").isZero();
    }

    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("supply-chain-sdk-http"))
                .count();
    }

    private int busyConnections() {
        return connections.connectionCount() - connections.idleConnectionCount();
    }
}
