package dev.supplychain.clients;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before a repetition: pure arithmetic, no clock, no chance of its own.
 *
 * <p>Full jitter: anything from nothing to {@code base * 2^(retry-1)}, at most {@link RetryOptions#maxDelay()}, so that
 * clients which failed together do not come back together.
 */
public final class Backoff {
    private static final int MAX_DOUBLINGS = 30;

    private final RetryOptions options;

    private Backoff(RetryOptions options) {
        this.options = options;
    }

    /** The waits that these options describe. */
    public static Backoff of(RetryOptions options) {
        return new Backoff(options);
    }

    /** The longest wait before a repetition, counted from 1, when the server states no wish. */
    public Duration ceiling(int retry, boolean throttled) {
        Duration base = throttled ? options.throttledBaseDelay() : options.baseDelay();
        Duration doubled = base.multipliedBy(1L << Math.min(retry - 1, MAX_DOUBLINGS));
        return min(doubled, options.maxDelay());
    }

    /**
     * The wait before a repetition.
     *
     * @param retry which repetition, counted from 1
     * @param throttled whether the server said that it gets too much
     * @param retryAfter the server's wish; the wait is never shorter
     * @param random a number from 0 up to but not including 1
     */
    public Duration delay(int retry, boolean throttled, Optional<Duration> retryAfter, double random) {
        long nanos = (long) (ceiling(retry, throttled).toNanos() * random);
        return max(Duration.ofNanos(nanos), retryAfter.orElse(Duration.ZERO));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
