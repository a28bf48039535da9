package dev.supplychain.testkit.fake;

/** The codes of {@code google.rpc.Code} that the fakes answer with, and the HTTP status of each. */
enum RpcCode {
    INVALID_ARGUMENT(3, 400, "Bad Request"),
    NOT_FOUND(5, 404, "Not Found"),
    ALREADY_EXISTS(6, 409, "Conflict"),
    ABORTED(10, 409, "Conflict"),
    UNAVAILABLE(14, 503, "Service Unavailable"),
    UNAUTHENTICATED(16, 401, "Unauthorized"),
    /** Not of gRPC, which has one media type. */
    UNSUPPORTED_MEDIA_TYPE(3, 415, "Unsupported Media Type"),
    INTERNAL(13, 500, "Internal Server Error");

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

    String reasonPhrase() {
        return reasonPhrase;
    }
}
