package dev.supplychain.clients;

import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.problem.ProblemDetail;
import dev.supplychain.model.rpc.Status;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call to a service that brought no result: the service said no, or it was not reached, or nobody knows.
 *
 * <p>The message says what was asked and what became of it, such as {@code GET /v1/projects/p/occurrences/o failed: 403
 * PERMISSION_DENIED: no access (request id 7f…, 1 attempt)}. It holds no credentials, not even when the server repeats
 * them.
 */
public final class ApiException extends RuntimeException {
    /** What became of a call. */
    public enum Kind {
        /** The service answered that it will not or cannot; {@link #httpStatus()} says why. */
        ANSWERED,
        /** The service was not reached, or the connection was lost; asking again does no harm. */
        UNREACHABLE,
        /** The request was sent and no answer came: the service may or may not have done it. */
        OUTCOME_UNKNOWN,
        /** No answer came in time; asking again does no harm. */
        TIMEOUT,
        /** The answer is not what the service promises: not HTTP, not JSON, not the expected type, or nothing. */
        PROTOCOL,
        /** The answer is larger than {@link ClientOptions#maxBodyBytes()}. */
        TOO_LARGE,
        /** The source of the credentials failed; nothing was sent. */
        CREDENTIALS,
        /** The thread was interrupted; its flag is set again. */
        INTERRUPTED,
        /** The call was cancelled, the client was closed, or the file that was to be sent could not be read. */
        CANCELLED
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String request;
    private final int httpStatus;
    private final boolean mayHaveActed;
    private final int attempts;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final @Nullable String code;
    private final transient @Nullable Status status;
    private final transient @Nullable ProblemDetail problem;
    private final @Nullable String body;

    private ApiException(Builder builder) {
        super(builder.message(), builder.cause);
        this.kind = builder.kind;
        this.request = builder.request;
        this.httpStatus = builder.httpStatus;
        this.mayHaveActed = builder.mayHaveActed;
        this.attempts = builder.attempts;
        this.requestId = builder.requestId;
        this.retryAfter = builder.retryAfter;
        this.code = builder.code;
        this.status = builder.status;
        this.problem = builder.problem;
        this.body = builder.body;
    }

    /** What became of the call. */
    public Kind kind() {
        return kind;
    }

    /** The request without its query, such as {@code GET /v1/projects/p/occurrences/o}. */
    public String request() {
        return request;
    }

    /** The status of the last answer; absent when none came. */
    public OptionalInt httpStatus() {
        return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /** Whether the last answer has that status. */
    public boolean isStatus(int expected) {
        return httpStatus == expected;
    }

    /**
     * Whether the service may have done what was asked although the call failed; always false for requests that do no harm
     * when repeated. If true, look before asking again.
     */
    public boolean mayHaveActed() {
        return mayHaveActed;
    }

    /** How many requests were sent. */
    public int attempts() {
        return attempts;
    }

    /** The server's number for the request, for its operators; absent when it gave none. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** How long the server asked to wait; absent when it did not say, or not understandably. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * The name of the {@code google.rpc.Code}, such as {@code NOT_FOUND}, or a registry's code, such as {@code
     * MANIFEST_UNKNOWN}; absent when the answer has none.
     */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The error as Google, Grafeas and Endor write it; absent when it came in another form or after serialisation. */
    public Optional<Status> status() {
        return Optional.ofNullable(status);
    }

    /** The error as RFC 9457 has it; absent when it came in another form or after serialisation. */
    public Optional<ProblemDetail> problem() {
        return Optional.ofNullable(problem);
    }

    /** The first 4,096 characters of the error's body, with control characters escaped; absent when there was none. */
    public Optional<String> bodyExcerpt() {
        return Optional.ofNullable(body);
    }

    /**
     * Starts an exception, such as for the test of a caller.
     *
     * @param kind what became of the call
     * @param request the request without its query, such as {@code GET /v1/x}
     */
    public static Builder builder(Kind kind, String request) {
        return new Builder(kind, request);
    }

    /** Builds an {@link ApiException}. */
    public static final class Builder {
        private static final int MAX_REASON_CHARS = 600;
        private static final int MAX_BODY_CHARS = 4096;

        private final Kind kind;
        private final String request;
        private String reason = "";
        private int httpStatus;
        private boolean mayHaveActed;
        private int attempts = 1;
        private @Nullable String requestId;
        private @Nullable Duration retryAfter;
        private @Nullable String code;
        private @Nullable Status status;
        private @Nullable ProblemDetail problem;
        private @Nullable String body;
        private @Nullable Throwable cause;
        private String note = "";

        private Builder(Kind kind, String request) {
            this.kind = kind;
            this.request = request;
        }

        /** What went wrong, after the status; control characters are escaped, 600 characters are kept. */
        public Builder reason(String text) {
            this.reason = Excerpt.of(text, MAX_REASON_CHARS);
            return this;
        }

        /** The status of the answer. */
        public Builder httpStatus(int code) {
            this.httpStatus = code;
            return this;
        }

        /** Whether the service may have acted; false unless said. */
        public Builder mayHaveActed(boolean may) {
            this.mayHaveActed = may;
            return this;
        }

        /** How many requests were sent; one unless said. */
        public Builder attempts(int sent) {
            this.attempts = sent;
            return this;
        }

        /** The server's number for the request. */
        public Builder requestId(Optional<String> id) {
            this.requestId = id.map(text -> Excerpt.of(text)).orElse(null);
            return this;
        }

        /** How long the server asked to wait. */
        public Builder retryAfter(Optional<Duration> wait) {
            this.retryAfter = wait.orElse(null);
            return this;
        }

        /** The name of the {@code google.rpc.Code}, or a registry's code. */
        public Builder code(Optional<String> name) {
            this.code = name.orElse(null);
            return this;
        }

        /** The error as Google, Grafeas and Endor write it. */
        public Builder status(Status error) {
            this.status = error;
            return this;
        }

        /** The error as RFC 9457 has it. */
        public Builder problem(ProblemDetail error) {
            this.problem = error;
            return this;
        }

        /** The error's body; control characters are escaped, 4,096 characters are kept. */
        public Builder body(String text) {
            this.body = text.isEmpty() ? null : Excerpt.of(text, MAX_BODY_CHARS);
            return this;
        }

        /** A remark for the end of the message; none when empty. */
        public Builder note(String text) {
            this.note = text;
            return this;
        }

        /** What was caught. */
        public Builder cause(@Nullable Throwable caught) {
            this.cause = caught;
            return this;
        }

        /** The exception. */
        public ApiException build() {
            return new ApiException(this);
        }

        private String message() {
            StringBuilder message = new StringBuilder(request).append(" failed: ");
            if (httpStatus != 0) {
                message.append(httpStatus);
            }
            if (code != null) {
                message.append(' ').append(code);
            }
            if (!reason.isEmpty()) {
                message.append(httpStatus != 0 ? ": " : "").append(reason);
            } else if (httpStatus == 0) {
                message.append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
            return message.append(" (")
                    .append(String.join(", ", facts()))
                    .append(')')
                    .toString();
        }

        private List<String> facts() {
            List<String> facts = new ArrayList<>();
            if (requestId != null) {
                facts.add("request id " + requestId);
            }
            if (retryAfter != null) {
                facts.add("retry after " + retryAfter.toSeconds() + " s");
            }
            if (mayHaveActed) {
                facts.add("the server may have acted on it");
            }
            if (!note.isEmpty()) {
                facts.add(note);
            }
            facts.add(attempts == 1 ? "1 attempt" : attempts + " attempts");
            return facts;
        }
    }
}
