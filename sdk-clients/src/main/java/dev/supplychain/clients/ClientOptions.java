package dev.supplychain.clients;

import dev.supplychain.clients.internal.BaseUrl;
import dev.supplychain.clients.internal.UserAgent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.OkHttpClient;
import org.immutables.value.Value;

/**
 * Where a service is, who is asking and how patient the client is.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.builder()
 *         .baseUrl("https://provenance-governor.example.com")
 *         .credentials(Credentials.basic("ci", password))
 *         .applicationId("my-build-plugin/2.1")
 *         .build();
 * }</pre>
 */
@Value.Immutable
public interface ClientOptions {
    /**
     * The server, with the path under which it is mounted; {@code https}, or {@code http} on this machine. It has no user,
     * query or fragment.
     */
    URI baseUrl();

    /** Who is asking; nobody by default. */
    @Value.Default
    default Credentials credentials() {
        return Credentials.none();
    }

    /** How often a call is repeated. */
    @Value.Default
    default RetryOptions retry() {
        return RetryOptions.defaults();
    }

    /** The longest that a call takes, with all its attempts and waits; 30 seconds by default. */
    @Value.Default
    default Duration callTimeout() {
        return Duration.ofSeconds(30);
    }

    /**
     * The longest that a call takes in which a file or an answer of any length travels (an image's layer, NDJSON), with
     * all its attempts and waits; 10 minutes by default. What a caller does between two reads does not count.
     */
    @Value.Default
    default Duration transferTimeout() {
        return Duration.ofMinutes(10);
    }

    /** The longest that connecting takes; 5 seconds by default. */
    @Value.Default
    default Duration connectTimeout() {
        return Duration.ofSeconds(5);
    }

    /** The longest silence of the server while it is to speak; 10 seconds by default. */
    @Value.Default
    default Duration readTimeout() {
        return Duration.ofSeconds(10);
    }

    /** The largest answer in bytes, after inflating, and the largest document that is read; 32 MiB by default. */
    @Value.Default
    default int maxBodyBytes() {
        return 32 << 20;
    }

    /** The name of the program that uses this SDK, such as {@code my-plugin/2.1}, for the user agent. */
    Optional<String> applicationId();

    /**
     * An HTTP client whose connections, proxy, TLS settings and interceptors are to be used; an own one by default.
     *
     * <p>It is not changed. Its cookies, cache, authenticator, redirects and timeouts do not apply, and closing our client
     * does not close it.
     */
    Optional<OkHttpClient> httpClient();

    /** Allows {@code http} to other machines, where anyone on the way can read the credentials; not by default. */
    @Value.Default
    default boolean insecureHttp() {
        return false;
    }

    /** Tells how far away the date in a {@code Retry-After} is. */
    @Value.Default
    default Clock clock() {
        return Clock.systemUTC();
    }

    /** Waits between attempts. */
    @Value.Default
    default Sleeper sleeper() {
        return Sleeper.system();
    }

    /** Numbers from 0 up to but not including 1, for the jitter of the waits. */
    @Value.Default
    default DoubleSupplier random() {
        return () -> ThreadLocalRandom.current().nextDouble();
    }

    /** Sees every request. */
    @Value.Default
    default ClientListener listener() {
        return ClientListener.none();
    }

    /**
     * The defaults for a server.
     *
     * @throws IllegalArgumentException when the URL cannot be a base URL; see {@link #baseUrl()}
     */
    static ClientOptions of(String baseUrl) {
        return builder().baseUrl(baseUrl).build();
    }

    /** Starts with the defaults; the base URL is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Refuses what no client could use. */
    @Value.Check
    default void check() {
        BaseUrl.of(this);
        applicationId().ifPresent(UserAgent::requireApplicationId);
        requirePositive("callTimeout", callTimeout());
        requirePositive("transferTimeout", transferTimeout());
        requirePositive("connectTimeout", connectTimeout());
        requirePositive("readTimeout", readTimeout());
        if (maxBodyBytes() < 1) {
            throw new IllegalArgumentException("maxBodyBytes is " + maxBodyBytes());
        }
    }

    private static void requirePositive(String name, Duration duration) {
        // OkHttp takes no timeout below a millisecond and above 24 days.
        if (duration.toMillis() < 1 || duration.compareTo(Duration.ofDays(20)) > 0) {
            throw new IllegalArgumentException(name + " is " + duration + ", not between a millisecond and 20 days");
        }
    }

    /** Builds {@link ClientOptions}. */
    final class Builder extends ImmutableClientOptions.Builder {
        Builder() {}

        /**
         * The server as a text.
         *
         * @throws IllegalArgumentException when it is no URL; it is not quoted, for it may hold a password
         */
        public Builder baseUrl(String url) {
            return baseUrl(BaseUrl.parse(url));
        }
    }
}
