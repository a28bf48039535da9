package dev.supplychain.clients;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits between two attempts; tests hand in one that only writes down how long. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Waits that long.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** The one that really waits. */
    static Sleeper system() {
        return duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
