package dev.supplychain.clients.internal;

import dev.supplychain.clients.AuthHeader;
import java.util.Optional;

/** Sends a request and brings its answer. */
@FunctionalInterface
interface Exchange {
    /**
     * Sends a request with credentials.
     *
     * @param progress is told what was used
     * @return the complete answer, whatever its status
     * @throws ExchangeFailure when there is no complete answer
     */
    Answer send(ApiRequest request, Optional<AuthHeader> credentials, Progress progress) throws ExchangeFailure;
}
