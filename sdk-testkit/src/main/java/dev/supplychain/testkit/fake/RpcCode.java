package dev.supplychain.testkit.fake;

import java.util.Locale;

/** The codes of {@code google.rpc.Code} that the fakes answer with, and the HTTP status of each. */
enum RpcCode {
    INVALID_ARGUMENT(3, 400, "Bad Request"),
    DEADLINE_EXCEEDED(4, 504, "Gateway Timeout"),
    NOT_FOUND(5, 404, "Not Found"),
    ALREADY_EXISTS(6, 409, "Conflict"),
    ABORTED(10, 409, "Conflict"),
    PERMISSION_DENIED(7, 403, "Forbidden"),
    RESOURCE_EXHAUSTED(8, 429, "Too Many Requests"),
    INTERNAL(13, 500, "Internal Server Error"),
    UNAVAILABLE(14, 503, "Service Unavailable"),
    UNAUTHENTICATED(16, 401, "Unauthorized"),
    /** Not of gRPC, as those below: it has one media type, and knows nothing of proxies. */
    UNSUPPORTED_MEDIA_TYPE(3, 415, "Unsupported Media Type"),
    UNPROCESSABLE_CONTENT(3, 422, "Unprocessable Content"),
    PRECONDITION_FAILED(9, 412, "Precondition Failed"),
    PROXY_AUTHENTICATION_REQUIRED(16, 407, "Proxy Authentication Required"),
    REQUEST_TIMEOUT(4, 408, "Request Timeout"),
    BAD_GATEWAY(14, 502, "Bad Gateway");

    private final int number;
    private final int httpStatus;
    private final String reasonPhrase;

    RpcCode(int number, int httpStatus, String reasonPhrase) {
        this.number = number;
        this.httpStatus = httpStatus;
        this.reasonPhrase = reasonPhrase;
    }

    int number() {
        return number;
    }

    int httpStatus() {
        return httpStatus;
    }

    /** As a text in an error of Endor's, such as {@code not-found}. */
    String textName() {
        return this == INVALID_ARGUMENT
                ? "invalid-args"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String reasonPhrase() {
        return reasonPhrase;
    }
}
