package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that has no complete answer. */
final class ExchangeFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ApiException.Kind kind;
    private final boolean sent;
    private final boolean passing;

    private ExchangeFailure(
            ApiException.Kind kind, String reason, @Nullable Throwable cause, boolean sent, boolean passing) {
        super(reason, cause);
        this.kind = kind;
        this.sent = sent;
        this.passing = passing;
    }

    /** A failure that may pass when the request is sent again. */
    static ExchangeFailure passing(ApiException.Kind kind, String reason, @Nullable Throwable cause, boolean sent) {
        return new ExchangeFailure(kind, reason, cause, sent, true);
    }

    /** A failure that would happen again, or after which nobody waits. */
    static ExchangeFailure lasting(ApiException.Kind kind, String reason, @Nullable Throwable cause, boolean sent) {
        return new ExchangeFailure(kind, reason, cause, sent, false);
    }

    ApiException.Kind kind() {
        return kind;
    }

    /**
     * What the caller learns: a request that must not arrive twice and may have arrived has an unknown outcome, which
     * outranks how its answer got lost.
     */
    ApiException.Builder toException(ApiRequest request, int attempts) {
        boolean mayHaveActed = sent && !request.endpoint().idempotent();
        return ApiException.builder(mayHaveActed ? unknown() : kind, request.line())
                .reason(reason())
                .mayHaveActed(mayHaveActed)
                .attempts(attempts)
                .cause(getCause());
    }

    private ApiException.Kind unknown() {
        return switch (kind) {
            case UNREACHABLE, TIMEOUT, PROTOCOL -> ApiException.Kind.OUTCOME_UNKNOWN;
            default -> kind;
        };
    }

    /** Why, without secrets. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** Whether a server may have got the request. */
    boolean sent() {
        return sent;
    }

    /** Whether sending the request again could help. */
    boolean isPassing() {
        return passing;
    }
}
