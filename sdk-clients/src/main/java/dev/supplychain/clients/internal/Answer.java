package dev.supplychain.clients.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A complete answer with any status.
 *
 * @param status the HTTP status
 * @param contentType the media type as sent; absent when the server names none
 * @param requestId the server's number for the request
 * @param retryAfter the header of that name, as sent
 * @param body the body, inflated
 * @param cut whether the body is longer; only the body of an error is cut
 * @param redactor hides the credentials of the request
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(
        int status,
        Optional<String> contentType,
        Optional<String> requestId,
        Optional<String> retryAfter,
        byte[] body,
        boolean cut,
        Redactor redactor) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The media type without parameters, in lower case; empty when the server names none. */
    String mediaType() {
        return MediaTypes.essence(contentType.orElse(""));
    }

    /** The body as text for a message, without the credentials. */
    String text() {
        return redactor.mask(new String(body, StandardCharsets.UTF_8));
    }
}
