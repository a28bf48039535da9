package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.Backoff;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.RetryOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Sends a request again when that may help, does no harm and fits into the time; otherwise says why it failed. */
final class RetryInterceptor {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> PASSING_STATUSES = Set.of(408, TOO_MANY_REQUESTS, 500, 502, 503, 504);
    /** What the service says in words outranks the status, which a gateway may have chosen. */
    private static final Set<String> LASTING_CODES = Set.of(
            "INVALID_ARGUMENT",
            "NOT_FOUND",
            "ALREADY_EXISTS",
            "PERMISSION_DENIED",
            "FAILED_PRECONDITION",
            "OUT_OF_RANGE",
            "UNIMPLEMENTED",
            "UNAUTHENTICATED");

    private final ClientOptions options;
    private final Exchange next;
    private final Backoff backoff;
    private final TokenBucket tokens;

    RetryInterceptor(ClientOptions options, Exchange next) {
        this.options = options;
        this.next = next;
        RetryOptions retry = options.retry();
        this.backoff = Backoff.of(retry);
        this.tokens = new TokenBucket(retry.tokens(), retry.retryCost());
    }

    /**
     * The answer to a request, with 2xx or another status that it expects.
     *
     * @throws ApiException when there is none
     */
    Answer send(ApiRequest request, Progress progress) {
        for (int retry = 1; ; retry++) {
            Setback setback;
            try {
                Answer answer = next.send(request, progress);
                if (request.expects(answer.status())) {
                    tokens.giveBack(retry > 1);
                    return answer;
                }
                setback = answered(request, answer, progress);
            } catch (ExchangeFailure e) {
                setback = unanswered(request, e, progress);
            }
            Verdict verdict = judge(retry, request, setback, progress);
            if (!verdict.repeat()) {
                throw setback.exception().note(verdict.why()).build();
            }
            sleep(verdict.delay(), request, progress);
        }
    }

    /** Why an attempt failed, and what speaks for another. */
    private record Setback(
            ApiException.Builder exception, boolean passing, boolean throttled, Optional<Duration> retryAfter) {}

    /** Whether to send a request again: after which wait, or why not. */
    private record Verdict(boolean repeat, Duration delay, String why) {
        static Verdict repeatAfter(Duration wait) {
            return new Verdict(true, wait, "");
        }

        static Verdict stop(String why) {
            return new Verdict(false, Duration.ZERO, why);
        }
    }

    private Setback answered(ApiRequest request, Answer answer, Progress progress) {
        Optional<Duration> retryAfter = answer.retryAfter()
                .flatMap(value -> RetryAfter.parse(value, options.clock().instant()));
        ApiException.Builder exception =
                ErrorDecoder.decode(request, answer).retryAfter(retryAfter).attempts(progress.attempts());
        Optional<String> code = exception.build().code();
        return new Setback(
                exception,
                PASSING_STATUSES.contains(answer.status())
                        && code.filter(LASTING_CODES::contains).isEmpty(),
                answer.status() == TOO_MANY_REQUESTS,
                retryAfter);
    }

    private static Setback unanswered(ApiRequest request, ExchangeFailure failure, Progress progress) {
        return new Setback(
                failure.toException(request, progress.attempts()), failure.isPassing(), false, Optional.empty());
    }

    private Verdict judge(int retry, ApiRequest request, Setback setback, Progress progress) {
        // The server may have acted on a request before it failed.
        if (!setback.passing() || !request.endpoint().idempotent()) {
            return Verdict.stop("");
        }
        if (retry >= options.retry().maxAttempts()) {
            return Verdict.stop("");
        }
        Duration wait = backoff.delay(
                retry,
                setback.throttled(),
                setback.retryAfter(),
                options.random().getAsDouble());
        // Waiting in vain helps nobody: the caller learns at once what the server wishes.
        if (!progress.hasMoreThan(wait)) {
            return Verdict.stop("no time left to ask again");
        }
        if (!tokens.takeForRetry()) {
            return Verdict.stop("the client has no tokens left to ask again");
        }
        return Verdict.repeatAfter(wait);
    }

    private void sleep(Duration wait, ApiRequest request, Progress progress) {
        try {
            options.sleeper().sleep(wait);
            progress.spend(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.builder(Kind.INTERRUPTED, request.line())
                    .reason("interrupted while waiting to ask again")
                    .attempts(progress.attempts())
                    .cause(e)
                    .build();
        }
    }
}
