package dev.supplychain.clients;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is asking: a source of the header that goes with every request.
 *
 * <p>The header is sent to the scheme, host and port of {@link ClientOptions#baseUrl()} and nowhere else: no redirect is
 * followed. A registry may name another host for user and password; {@link dev.supplychain.clients.oci.OciRegistryClient}
 * says which. Implementations are safe for concurrent use, may block, and show no secret in {@code toString}.
 */
public interface Credentials {
    /** The header for the next request; absent when there is none to send. */
    Optional<AuthHeader> header();

    /**
     * Told that the server refused a header with status 401.
     *
     * @param refused what {@link #header()} returned, the same object
     * @return whether {@link #header()} now returns another, so that asking once more makes sense
     */
    default boolean renew(AuthHeader refused) {
        return false;
    }

    /** No credentials. */
    static Credentials none() {
        return new FixedCredentials("none", Optional.empty());
    }

    /**
     * A bearer token that stays the same.
     *
     * @throws IllegalArgumentException when it cannot travel in a header; it is not quoted
     */
    static Credentials bearer(String token) {
        return new FixedCredentials("bearer", Optional.of(bearerHeader(token)));
    }

    /**
     * Bearer tokens that expire. The supplier is asked for the first request and again, once, after the server has
     * refused a token; concurrent calls share what it returns.
     */
    static Credentials bearer(Supplier<String> tokens) {
        return new RenewedCredentials(() -> bearerHeader(tokens.get()));
    }

    /**
     * A name and a password, in UTF-8.
     *
     * @throws IllegalArgumentException when the name has a colon
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
     */
    static Credentials basic(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name with a colon cannot be used for basic authentication");
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        String value = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new FixedCredentials("basic", Optional.of(new AuthHeader("Authorization", value)));
    }

    /**
     * A key in a header of its own, such as {@code X-Api-Key}.
     *
     * @throws IllegalArgumentException when it cannot travel in a header; it is not quoted
     */
    static Credentials apiKey(String header, String key) {
        return new FixedCredentials("api key", Optional.of(new AuthHeader(header, key)));
    }

    private static AuthHeader bearerHeader(String token) {
        return new AuthHeader("Authorization", "Bearer " + token);
    }
}
