package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.io.Serial;
import java.util.List;

/** Why a fake does not do what it was asked; each service writes it in its own error format. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final RpcCode code;
    private final String reason;
    private final transient List<Json> details;

    private Refusal(RpcCode code, String reason, List<Json> details) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    static Refusal of(RpcCode code, String reason) {
        return new Refusal(code, reason, List.of());
    }

    /** The request says something that the service does not take. */
    static Refusal invalid(String reason) {
        return of(RpcCode.INVALID_ARGUMENT, reason);
    }

    static Refusal notFound(String reason) {
        return of(RpcCode.NOT_FOUND, reason);
    }

    /** The same refusal with details, whose elements are {@code google.protobuf.Any}. */
    Refusal with(Json detail) {
        return new Refusal(code, reason, List.of(detail));
    }

    RpcCode code() {
        return code;
    }

    String reason() {
        return reason;
    }

    List<Json> details() {
        return details;
    }
}
