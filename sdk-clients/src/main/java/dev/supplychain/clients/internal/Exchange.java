package dev.supplychain.clients.internal;

/** Sends a request and brings its answer. */
@FunctionalInterface
interface Exchange {
    /**
     * Sends a request.
     *
     * @param progress is told what was used
     * @return the complete answer, whatever its status
     * @throws ExchangeFailure when there is no complete answer
     */
    Answer send(ApiRequest request, Progress progress) throws ExchangeFailure;
}
