package dev.supplychain.clients.internal;

import dev.supplychain.clients.ClientListener;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Options for tests: a fixed clock, sleeps that are written down, jitter without chance, and a listener. */
public final class Recorded implements Sleeper, ClientListener {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final String SECRET = "s3cr3t-t0ken-zq81";

    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    /** Options with a bearer token, and jitter that is always the half of what it could be. */
    public ClientOptions.Builder options(String baseUrl) {
        return ClientOptions.builder()
                .baseUrl(baseUrl)
                .credentials(Credentials.bearer(SECRET))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .sleeper(this)
                .random(() -> 0.5)
                .listener(this);
    }

    public List<Duration> sleeps() {
        return sleeps;
    }

    public List<Attempt> attempts() {
        return attempts;
    }

    @Override
    public void sleep(Duration duration) {
        sleeps.add(duration);
    }

    @Override
    public void requested(Attempt attempt) {
        attempts.add(attempt);
    }
}
