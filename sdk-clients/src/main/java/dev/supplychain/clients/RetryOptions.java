package dev.supplychain.clients;

import java.time.Duration;
import org.immutables.value.Value;

/**
 * How often and how patiently a call is repeated.
 *
 * <p>Only requests that do no harm when they arrive twice are repeated, after a lost connection or the statuses 408, 429,
 * 500, 502, 503 and 504, and never beyond {@link ClientOptions#callTimeout()}. The waits are those of {@link Backoff}.
 *
 * <p>A client has tokens for its repetitions. Each takes {@link #retryCost()} of them, a success gives some back: when a
 * service is down, the clients soon stop asking it three times.
 */
@Value.Immutable
public interface RetryOptions {
    /** The most requests that one call sends, the first included; 3 by default, 1 for none but the first. */
    @Value.Default
    default int maxAttempts() {
        return 3;
    }

    /** The longest first wait; 100 ms by default. It doubles with every further one. */
    @Value.Default
    default Duration baseDelay() {
        return Duration.ofMillis(100);
    }

    /** {@link #baseDelay()} after status 429; one second by default. */
    @Value.Default
    default Duration throttledBaseDelay() {
        return Duration.ofSeconds(1);
    }

    /** The longest wait that is not the server's wish; 8 seconds by default. */
    @Value.Default
    default Duration maxDelay() {
        return Duration.ofSeconds(8);
    }

    /** The tokens that a client starts with and never exceeds; 500 by default. */
    @Value.Default
    default int tokens() {
        return 500;
    }

    /** The tokens that a repetition takes; 5 by default. */
    @Value.Default
    default int retryCost() {
        return 5;
    }

    /** The defaults. */
    static RetryOptions defaults() {
        return builder().build();
    }

    /** No repetition at all. */
    static RetryOptions none() {
        return builder().maxAttempts(1).build();
    }

    /** Starts with the defaults. */
    static Builder builder() {
        return new Builder();
    }

    /** Refuses what makes no sense. */
    @Value.Check
    default void check() {
        if (maxAttempts() < 1) {
            throw new IllegalArgumentException("maxAttempts is " + maxAttempts() + ", but the first attempt counts");
        }
        if (baseDelay().isNegative()
                || throttledBaseDelay().isNegative()
                || maxDelay().isNegative()) {
            throw new IllegalArgumentException("a delay is negative");
        }
        if (tokens() < 0 || retryCost() < 0) {
            throw new IllegalArgumentException("tokens and retryCost cannot be negative");
        }
    }

    /** Builds {@link RetryOptions}. */
    final class Builder extends ImmutableRetryOptions.Builder {
        Builder() {}
    }
}
