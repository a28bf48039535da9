package dev.supplychain.clients.internal;

import java.time.Duration;

/** What a call has left of its time, and how many requests it has sent. */
final class Progress {
    private Duration left;
    private int attempts;

    Progress(Duration budget) {
        this.left = budget;
    }

    /** What is left of the time; never negative. */
    Duration left() {
        return left;
    }

    /** Whether something that takes this long leaves time for a request after it. */
    boolean hasMoreThan(Duration duration) {
        return left.compareTo(duration) > 0;
    }

    /** Takes off what was used. */
    void spend(Duration used) {
        left = used.compareTo(left) < 0 ? left.minus(used) : Duration.ZERO;
    }

    /** Counts a request. */
    void countAttempt() {
        attempts++;
    }

    /** The number of requests sent. */
    int attempts() {
        return attempts;
    }
}
