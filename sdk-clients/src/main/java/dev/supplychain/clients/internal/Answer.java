package dev.supplychain.clients.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Headers;

/**
 * An answer with any status, complete but for a body that is read as it comes.
 *
 * @param status the HTTP status
 * @param headers its headers, without {@code Retry-After}
 * @param retryAfter the header of that name, as sent
 * @param body the body, inflated; empty when it is read as it comes
 * @param cut whether the body is longer; only the body of an error is cut
 * @param redactor hides the credentials of the request
 * @param open the body that is read as it comes; absent when it is here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(
        int status,
        Headers headers,
        Optional<String> retryAfter,
        byte[] body,
        boolean cut,
        Redactor redactor,
        Optional<StreamedBody> open) {
    private static final List<String> REQUEST_ID_HEADERS =
            List.of("X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Goog-Request-Id", "X-Cloud-Trace-Context");

    /** The media type as sent; absent when the server names none. */
    Optional<String> contentType() {
        return header("Content-Type");
    }

    /** A header's value as sent. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The server's number for the request. */
    Optional<String> requestId() {
        return REQUEST_ID_HEADERS.stream()
                .map(headers::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(redactor::mask);
    }

    /** The media type without parameters, in lower case; empty when the server names none. */
    String mediaType() {
        return MediaTypes.essence(contentType().orElse(""));
    }

    /** The body as text for a message, without the credentials. */
    String text() {
        return redactor.mask(new String(body, StandardCharsets.UTF_8));
    }
}
