package dev.supplychain.testkit.fake;

import dev.supplychain.model.MalformedDataException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the fakes have in common: a real HTTP server on a free port of the loopback interface, a state that starts empty,
 * and a record of what was asked.
 *
 * <p>A fake refuses what the real service refuses and answers errors in its format. It may be used from several threads;
 * it works on one request at a time. Ids and, with a fixed clock, times are the same in every run.
 */
public abstract sealed class FakeServer implements AutoCloseable permits FakeEndor, FakeGovernor, FakeGrafeas {
    private final Object lock = new Object();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Deque<FakeAnswer> nextAnswers = new ArrayDeque<>();
    private Clock clock = Clock.systemUTC();
    private @Nullable String requiredAuthorization;
    private long ids;
    private volatile @Nullable LoopbackServer server;

    FakeServer() {}

    /** Begins to listen; not done by the constructor, which must not hand out an unfinished object. */
    final void listen() {
        server = LoopbackServer.start(this::answer);
    }

    /** The base URL, such as {@code http://127.0.0.1:40123}, without a slash at the end. */
    public final String url() {
        LoopbackServer running = server;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.url();
    }

    /** What was asked so far, in the order of arrival, without secrets. */
    public final List<RecordedRequest> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /** Takes the times from this clock, instead of the system's. */
    public final void clock(Clock newClock) {
        synchronized (lock) {
            clock = newClock;
        }
    }

    /** From now on answers 401 to requests without {@code Authorization: Bearer} and this token. */
    public final void requireBearer(String token) {
        requireAuthorization("Bearer " + token);
    }

    /**
     * Gives these answers to the next requests, one each, in place of the fake's own; the requests are recorded and
     * change nothing. For the moods of a server: 429, 503, a proxy's HTML.
     */
    public final void answerNext(FakeAnswer... answers) {
        synchronized (lock) {
            nextAnswers.addAll(List.of(answers));
        }
    }

    /** Stops the server and frees the port; does nothing when it is closed already. */
    @Override
    public final void close() {
        LoopbackServer running = server;
        if (running != null) {
            running.close();
        }
    }

    final void requireAuthorization(String headerValue) {
        synchronized (lock) {
            requiredAuthorization = headerValue;
        }
    }

    /** Runs this while no request is being answered. */
    final <T> T locked(Supplier<T> action) {
        synchronized (lock) {
            return action.get();
        }
    }

    final Instant now() {
        return clock.instant();
    }

    /** The next id: the same sequence in every fake. */
    final UUID nextId() {
        ids++;
        return new UUID(0x4000L, Long.MIN_VALUE | ids);
    }

    private FakeAnswer answer(FakeRequest request) {
        synchronized (lock) {
            requests.add(request.withoutSecrets());
            FakeAnswer prepared = nextAnswers.poll();
            return prepared != null ? prepared : answerOwn(request);
        }
    }

    private FakeAnswer answerOwn(FakeRequest request) {
        try {
            if (requiredAuthorization != null
                    && !requiredAuthorization.equals(
                            request.header("Authorization").orElse(""))) {
                throw unauthorized();
            }
            return handle(request);
        } catch (Refusal e) {
            return refusal(e, request);
        } catch (MalformedDataException e) {
            return refusal(malformed(e), request);
        } catch (RuntimeException e) {
            return refusal(Refusal.of(RpcCode.INTERNAL, "this fake failed: " + e), request);
        }
    }

    /** Does what was asked. */
    abstract FakeAnswer handle(FakeRequest request);

    /** The service's words for a body it cannot read. */
    abstract Refusal malformed(MalformedDataException problem);

    /** A refusal in the service's error format. */
    abstract FakeAnswer refusal(Refusal refusal, FakeRequest request);

    /** The service's words for wrong or missing credentials. */
    abstract Refusal unauthorized();
}
