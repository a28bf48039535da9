package dev.supplychain.clients.internal;

import java.util.Optional;
import okhttp3.Headers;

/**
 * An answer of which more than the body matters.
 *
 * @param status the HTTP status
 * @param headers its headers, without {@code Retry-After}
 * @param body the body, inflated; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Received(int status, Headers headers, byte[] body) {
    /** A header's value as sent; absent when there is none. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The status alone: a header can hold what logs should not. */
    @Override
    public String toString() {
        return "status " + status + ", " + body.length + " bytes";
    }
}
