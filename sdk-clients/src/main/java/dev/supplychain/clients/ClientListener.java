package dev.supplychain.clients;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sees every request that a client sends, for logs, traces and metrics.
 *
 * <p>Called on the thread of the call. What it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface ClientListener {
    /** A request was answered or has failed. */
    void requested(Attempt attempt);

    /**
     * Some of a body that is read as it comes was read: an image's layer, or NDJSON.
     *
     * @param request the request in one line, such as {@code GET /v2/team/app/blobs/sha256:9f86d0…}
     * @param bytes how many in all, inflated
     */
    default void progressed(String request, long bytes) {}

    /**
     * A page of a list has come.
     *
     * @param request the request in one line, such as {@code GET /v1/projects/p/occurrences}
     * @param page its number, counted from 1
     * @param items how many there are on it
     */
    default void paged(String request, int page, int items) {}

    /**
     * One request and what became of it.
     *
     * @param method the HTTP method
     * @param path the path of the URL, percent-encoded; without the query, which may hold what logs should not
     * @param number which request of its call, counted from 1
     * @param status the HTTP status; absent when there was no complete answer
     * @param failure why there was none, in a few words; absent when there was one
     * @param requestBytes the size of the request's body
     * @param responseBytes the size of the answer's body, inflated; 0 without a complete answer and for
     *     one that is read as it comes
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
