package dev.supplychain.clients.internal;

import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.Credentials;
import java.util.List;
import java.util.Optional;

/**
 * Decides in whose name requests go to the server of the base URL. Implementations are safe for concurrent use, may block,
 * and show no secret in {@code toString}.
 */
public interface Authorization {
    /** The header that goes with a request; absent when it goes in nobody's name. */
    Optional<AuthHeader> header(ApiRequest request);

    /**
     * Told that the server answered a request with status 401.
     *
     * @param refused what {@link #header} returned for it
     * @param challenges the {@code WWW-Authenticate} headers of the answer
     * @return whether {@link #header} now returns another, so that asking once more makes sense
     */
    boolean renew(ApiRequest request, Optional<AuthHeader> refused, List<String> challenges);

    /** Credentials that do not depend on what is asked. */
    static Authorization of(Credentials credentials) {
        return new Authorization() {
            @Override
            public Optional<AuthHeader> header(ApiRequest request) {
                return credentials.header();
            }

            @Override
            public boolean renew(ApiRequest request, Optional<AuthHeader> refused, List<String> challenges) {
                return refused.isPresent() && credentials.renew(refused.get());
            }

            @Override
            public String toString() {
                return credentials.toString();
            }
        };
    }
}
