package dev.supplychain.clients.oci;

import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.oci.ImageReference;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** A registry as this client sees it: how it is reached, what it is called, and how patient we are with it. */
final class Registry implements AutoCloseable {
    private static final int LOCKS = 64;
    /** What others may take for a write, in comparison with what ours took. */
    private static final int PATIENCE = 4;

    private static final Duration MOST_PATIENCE = Duration.ofSeconds(20);

    private final Transport transport;
    private final ClientOptions options;
    private final HttpUrl url;
    private final String name;
    private final Duration settleTime;
    private final long chunkBytes;
    private final ReentrantLock[] locks;

    Registry(Transport transport, ClientOptions options, String name, Duration settleTime, long chunkBytes) {
        this(
                transport,
                options,
                name,
                settleTime,
                chunkBytes,
                Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new));
    }

    private Registry(
            Transport transport,
            ClientOptions options,
            String name,
            Duration settleTime,
            long chunkBytes,
            ReentrantLock[] locks) {
        this.transport = transport;
        this.options = options;
        this.url = HttpUrl.get(options.baseUrl().toString());
        this.name = name;
        this.settleTime = settleTime;
        this.chunkBytes = chunkBytes;
        this.locks = locks;
    }

    /** This registry, reached in a way that can be cancelled besides. */
    Registry cancelledBy(Cancellation cancellation) {
        return new Registry(transport.cancelledBy(cancellation), options, name, settleTime, chunkBytes, locks);
    }

    Transport transport() {
        return transport;
    }

    ClientOptions options() {
        return options;
    }

    /** A blob above this size is pushed in parts of this size. */
    long chunkBytes() {
        return chunkBytes;
    }

    /** The URL of an encoded path in this registry. */
    HttpUrl resolve(String path) {
        return url.newBuilder().encodedPath(transport.baseUrl().path() + path).build();
    }

    /**
     * The repository of a reference.
     *
     * @throws IllegalArgumentException when the reference is of another registry
     */
    Repository repository(ImageReference reference) {
        // The usual port may be written or left out.
        HttpUrl domain = HttpUrl.parse(url.scheme() + "://" + reference.domain());
        boolean same = reference.domain().equalsIgnoreCase(name)
                || (domain != null && TokenRealm.host(domain).equals(name));
        if (!same) {
            throw new IllegalArgumentException(reference + " is not in this client's registry, " + name);
        }
        return new Repository(this, reference);
    }

    /** Keeps the threads of this client apart that write to the same place. */
    Lock lock(String place) {
        return locks[Math.floorMod(place.hashCode(), LOCKS)];
    }

    /**
     * Waits until whoever read before we wrote has written.
     *
     * @param took how long it took us from the last look to the end of the write
     * @throws dev.supplychain.clients.ApiException when interrupted
     */
    void settle(String request, Duration took) {
        if (settleTime.isZero()) {
            return;
        }
        Duration patience = took.multipliedBy(PATIENCE);
        Duration bounded = patience.compareTo(MOST_PATIENCE) < 0 ? patience : MOST_PATIENCE;
        Duration least = bounded.compareTo(settleTime) > 0 ? bounded : settleTime;
        // Writers who are in each other's way should not stay in step.
        long jitter = (long) (least.toNanos() * options.random().getAsDouble() / 2);
        transport.pause(least.plusNanos(jitter), request, true);
    }

    @Override
    public void close() {
        transport.close();
    }
}
