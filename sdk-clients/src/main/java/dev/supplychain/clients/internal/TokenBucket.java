package dev.supplychain.clients.internal;

import java.util.concurrent.atomic.AtomicInteger;

/** The tokens that a client has for repetitions; shared by its threads. */
final class TokenBucket {
    private final int capacity;
    private final int cost;
    private final AtomicInteger tokens;

    TokenBucket(int capacity, int cost) {
        this.capacity = capacity;
        this.cost = cost;
        this.tokens = new AtomicInteger(capacity);
    }

    /** Takes the tokens of a repetition; false, and none taken, when there are not enough. */
    boolean takeForRetry() {
        int before = tokens.getAndUpdate(have -> have >= cost ? have - cost : have);
        return before >= cost;
    }

    /** Gives tokens back after a success: those of its last repetition, or one. */
    void giveBack(boolean afterRetry) {
        int gift = afterRetry ? Math.max(cost, 1) : 1;
        tokens.updateAndGet(have -> Math.min(capacity, have + gift));
    }
}
