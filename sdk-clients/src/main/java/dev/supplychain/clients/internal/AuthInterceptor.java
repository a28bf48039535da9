package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.AuthHeader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Adds the credentials, and asks once more with renewed ones when the server refuses them. */
final class AuthInterceptor implements Exchange {
    private static final int UNAUTHORIZED = 401;
    private static final String CHALLENGE = "WWW-Authenticate";

    private final Authorization authorization;
    private final BaseUrl baseUrl;
    private final Exchange next;

    AuthInterceptor(Authorization authorization, BaseUrl baseUrl, Exchange next) {
        this.authorization = authorization;
        this.baseUrl = baseUrl;
        this.next = next;
    }

    @Override
    public Answer send(ApiRequest request, Progress progress) throws ExchangeFailure {
        if (request.isAnonymous() || !request.url().map(baseUrl::isOriginOf).orElse(true)) {
            return next.send(request, progress);
        }
        Optional<AuthHeader> header = fetch(request, progress);
        Answer answer = next.send(request.credentials(header), progress);
        // Who is refused has changed nothing: even a POST may be sent again.
        return answer.status() == UNAUTHORIZED && renew(request, header, answer, progress)
                ? next.send(request.credentials(fetch(request, progress)), progress)
                : answer;
    }

    private Optional<AuthHeader> fetch(ApiRequest request, Progress progress) throws ExchangeFailure {
        return ask(() -> authorization.header(request), progress);
    }

    private boolean renew(ApiRequest request, Optional<AuthHeader> refused, Answer answer, Progress progress)
            throws ExchangeFailure {
        return ask(() -> authorization.renew(request, refused, answer.headers().values(CHALLENGE)), progress);
    }

    private static <T> T ask(Supplier<T> source, Progress progress) throws ExchangeFailure {
        long start = System.nanoTime();
        try {
            return source.get();
        } catch (ApiException | IllegalArgumentException e) {
            // It says already what is wrong.
            throw e;
        } catch (RuntimeException e) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            throw ExchangeFailure.lasting(
                    interrupted ? Kind.INTERRUPTED : Kind.CREDENTIALS,
                    interrupted ? "interrupted while waiting for credentials" : "the source of the credentials failed",
                    e,
                    false);
        } finally {
            progress.spend(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
