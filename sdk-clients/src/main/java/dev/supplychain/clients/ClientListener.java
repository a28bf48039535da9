package dev.supplychain.clients;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sees every request that a client sends, for logs, traces and metrics.
 *
 * <p>Called on the thread of the call, after each attempt. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface ClientListener {
    /** A request was answered or has failed. */
    void requested(Attempt attempt);

    /**
     * One request and what became of it.
     *
     * @param method the HTTP method
     * @param path the path of the URL, percent-encoded; without the query, which may hold what logs should not
     * @param number which request of its call, counted from 1
     * @param status the HTTP status; absent when there was no complete answer
     * @param failure why there was none, in a few words; absent when there was one
     * @param requestBytes the size of the request's body
     * @param responseBytes the size of the answer's body, inflated; 0 without a complete answer
     * @param duration from the first connection to the last byte
     */
    record Attempt(
            String method,
            String path,
            int number,
            OptionalInt status,
            Optional<String> failure,
            long requestBytes,
            long responseBytes,
            Duration duration) {
        /** The request in one line, such as {@code GET /v1/projects/p/occurrences}. */
        public String requestLine() {
            return method + " " + path;
        }

        /** Such as {@code GET /v1/projects/p/occurrences -> 200}. */
        @Override
        public String toString() {
            return requestLine() + " -> "
                    + (status.isPresent() ? Integer.toString(status.getAsInt()) : failure.orElse("failed"));
        }
    }

    /** The one that ignores everything. */
    static ClientListener none() {
        return attempt -> {};
    }
}
