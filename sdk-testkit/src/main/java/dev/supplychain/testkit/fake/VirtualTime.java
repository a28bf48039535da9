package dev.supplychain.testkit.fake;

import dev.supplychain.clients.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that passes only when somebody waits, so that tests of waiting do not wait.
 *
 * <pre>{@code
 * VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T12:00:00Z"));
 * fake.clock(time.clock());
 * ClientOptions options =
 *         ClientOptions.builder().baseUrl(fake.url()).clock(time.clock()).sleeper(time).build();
 * }</pre>
 *
 * <p>Timeouts of sockets run on real time. Safe for concurrent use.
 */
public final class VirtualTime implements Sleeper {
    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now;

    private VirtualTime(Instant start) {
        this.now = start;
    }

    /** Time that stands still at this instant until somebody waits. */
    public static VirtualTime startingAt(Instant start) {
        return new VirtualTime(start);
    }

    /** A clock in UTC that shows this time. */
    public Clock clock() {
        return new Shown(ZoneOffset.UTC);
    }

    /** Lets time pass; nobody has waited. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Passes that time at once, and remembers it. */
    @Override
    public synchronized void sleep(Duration duration) {
        sleeps.add(duration);
        advance(duration);
    }

    /** How long was waited, each time, in order. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    private synchronized Instant now() {
        return now;
    }

    /** This time in a zone. */
    private final class Shown extends Clock {
        private final ZoneId zone;

        Shown(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Shown(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
