package dev.supplychain.testkit.fake;

import dev.supplychain.model.MalformedDataException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the fakes have in common: a real HTTP server on a free port of the loopback interface, a state that starts empty,
 * and a record of what was asked.
 *
 * <p>A fake refuses what the real service refuses and answers errors in its format. It may be used from several threads;
 * it works on one request at a time. Ids and, with a fixed clock or {@link VirtualTime}, times are the same in every run.
 * What can go wrong on the way is injected by name, see {@link Fault}.
 */
public abstract sealed class FakeServer implements AutoCloseable
        permits FakeEndor, FakeGovernor, FakeGrafeas, FakeOciRegistry, FakeVault {
    private final Object lock = new Object();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Deque<FakeAnswer> nextAnswers = new ArrayDeque<>();
    private final FaultPlan faults = new FaultPlan();
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

    /**
     * Lets the next requests meet these faults, one each, whatever is asked. Prepared answers of {@link #answerNext} come
     * first.
     */
    public final void inject(Fault... nextFaults) {
        synchronized (lock) {
            faults.add(List.of(nextFaults));
        }
    }

    /** Lets every such request meet a fault, until {@link #heal()}. Earlier rules come first. */
    public final void injectWhen(Predicate<RecordedRequest> such, Fault fault) {
        synchronized (lock) {
            faults.addRule(such, fault);
        }
    }

    /**
     * Lets a part of all requests meet one of these faults, until {@link #heal()}. The same seed makes the same sequence.
     *
     * @param probability how many of the requests, from 0 to 1
     * @throws IllegalArgumentException when there is no fault, or the probability is none
     */
    public final void injectRandomly(double probability, long seed, Fault... oneOf) {
        synchronized (lock) {
            faults.addChance(probability, seed, List.of(oneOf));
        }
    }

    /** Forgets all faults to come. */
    public final void heal() {
        synchronized (lock) {
            faults.clear();
        }
    }

    /** Which requests have met which faults so far, in the order of arrival. */
    public final List<InjectedFault> injectedFaults() {
        synchronized (lock) {
            return faults.injected();
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

    private Delivery answer(FakeRequest request) {
        synchronized (lock) {
            RecordedRequest recorded = recorded(request);
            requests.add(recorded);
            FakeAnswer prepared = nextAnswers.poll();
            if (prepared != null) {
                return new Delivery.Proper(prepared);
            }
            return faults.next(recorded)
                    .map(fault -> fault.script().play(new Faulty(request)))
                    .orElseGet(() -> new Delivery.Proper(answerOwn(request)));
        }
    }

    private final class Faulty implements FaultyCall {
        private final FakeRequest request;

        Faulty(FakeRequest request) {
            this.request = request;
        }

        @Override
        public FakeRequest request() {
            return request;
        }

        @Override
        public FakeAnswer own() {
            return answerOwn(request);
        }

        @Override
        public FakeAnswer refused(RpcCode code, String reason) {
            return refusal(Refusal.of(code, reason), request);
        }

        @Override
        public String url() {
            return FakeServer.this.url();
        }

        @Override
        public Instant now() {
            return FakeServer.this.now();
        }
    }

    private FakeAnswer answerOwn(FakeRequest request) {
        try {
            if (!admits(request)) {
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

    /** The request as users may see it. */
    RecordedRequest recorded(FakeRequest request) {
        return request.withoutSecrets();
    }

    /** Whether the request has the credentials that were required, if any. */
    boolean admits(FakeRequest request) {
        return requiredAuthorization == null
                || requiredAuthorization.equals(request.header("Authorization").orElse(""));
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
