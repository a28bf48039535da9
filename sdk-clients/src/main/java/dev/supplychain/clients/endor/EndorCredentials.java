package dev.supplychain.clients.endor;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An API key of Endor Labs, for which the service gives tokens that expire.
 *
 * <p>A token is fetched when it is first needed, replaced half an hour before it expires, and not used in its last minute.
 * When the service refuses a token, one other is fetched. Concurrent calls share what is fetched; only those that have no
 * token to use wait for it. An early replacement that fails is tried again a minute later. Fetching has the time of a call
 * of its own, {@link ClientOptions#callTimeout()}.
 *
 * <pre>{@code
 * ClientOptions server = ClientOptions.of(EndorClient.CLOUD);
 * try (EndorCredentials account = EndorCredentials.ofApiKey(server, key, secret);
 *         EndorClient endor = EndorClient.create(
 *                 ClientOptions.builder().from(server).credentials(account).build())) {
 *     …
 * }
 * }</pre>
 *
 * <p>{@link EndorClient#withApiKey} does the same in one call. A token that was got elsewhere is {@link
 * Credentials#bearer(String)}.
 */
public final class EndorCredentials implements Credentials, AutoCloseable {
    private final ApiKeyExchange exchange;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable EndorToken current;

    private EndorCredentials(ApiKeyExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /**
     * The API key of a server; nothing is sent yet.
     *
     * @param server where the key goes and nowhere else; the clock of these options tells when a token expires
     * @throws IllegalArgumentException when the key or the secret is empty
     */
    public static EndorCredentials ofApiKey(ClientOptions server, String key, String secret) {
        return new EndorCredentials(ApiKeyExchange.create(server, key, secret), server.clock());
    }

    /**
     * The header for the next request.
     *
     * @throws ApiException when a token is needed and the server gives none, or the thread is interrupted
     */
    @Override
    public Optional<AuthHeader> header() {
        EndorToken token = current;
        Instant now = clock.instant();
        if (token == null || token.isExpired(now)) {
            return Optional.of(fetch(token).header());
        }
        if (token.isOld(now)) {
            return Optional.of(replace(token, now).header());
        }
        return Optional.of(token.header());
    }

    /**
     * Forgets a token that was refused. Only the first of the callers whose requests were refused does so: for the others
     * it is another already.
     *
     * @throws ApiException when the thread is interrupted
     */
    @Override
    @SuppressWarnings("ReferenceEquality") // the service may hand out an equal token again, and that was a renewal too
    public boolean renew(AuthHeader refused) {
        lock();
        try {
            EndorToken token = current;
            if (token != null && token.header() == refused) {
                current = null;
            }
            return true;
        } finally {
            fetching.unlock();
        }
    }

    /** Waits for a token, unless another thread has brought one meanwhile. */
    @SuppressWarnings("ReferenceEquality") // another token, whatever it says
    private EndorToken fetch(@Nullable EndorToken useless) {
        lock();
        try {
            EndorToken token = current;
            if (token == null || token == useless) {
                token = exchange.fetch();
                current = token;
            }
            return token;
        } finally {
            fetching.unlock();
        }
    }

    /** A newer token if it can be had by this thread now; otherwise the old one, which is still good. */
    @SuppressWarnings("ReferenceEquality") // another token, whatever it says
    private EndorToken replace(EndorToken old, Instant now) {
        if (!fetching.tryLock()) {
            return old;
        }
        try {
            EndorToken token = current;
            if (token != null && token != old) {
                return token;
            }
            EndorToken newer = fetchOrKeep(old, now);
            current = newer;
            return newer;
        } finally {
            fetching.unlock();
        }
    }

    private EndorToken fetchOrKeep(EndorToken old, Instant now) {
        try {
            return exchange.fetch();
        } catch (ApiException e) {
            if (e.kind() == ApiException.Kind.INTERRUPTED) {
                throw e;
            }
            // The caller has a good token and is not to suffer from the search for another.
            return old.keptUntilLater(now);
        }
    }

    private void lock() {
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.builder(ApiException.Kind.INTERRUPTED, ApiKeyExchange.LINE)
                    .reason("interrupted while another thread fetches a token")
                    .attempts(0)
                    .cause(e)
                    .build();
        }
    }

    /** Cancels what runs and frees threads and connections. */
    @Override
    public void close() {
        exchange.close();
    }

    /** Says what it is, and nothing of the key or a token. */
    @Override
    public String toString() {
        return "Endor API key ***";
    }
}
