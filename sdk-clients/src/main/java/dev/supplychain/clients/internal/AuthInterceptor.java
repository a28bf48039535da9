package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.Credentials;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Adds the credentials, and asks once more with renewed ones when the server refuses them. */
final class AuthInterceptor implements Exchange {
    private static final int UNAUTHORIZED = 401;

    private final Credentials credentials;
    private final BaseUrl baseUrl;
    private final Exchange next;

    AuthInterceptor(Credentials credentials, BaseUrl baseUrl, Exchange next) {
        this.credentials = credentials;
        this.baseUrl = baseUrl;
        this.next = next;
    }

    @Override
    public Answer send(ApiRequest request, Progress progress) throws ExchangeFailure {
        if (request.isAnonymous() || !request.url().map(baseUrl::isOriginOf).orElse(true)) {
            return next.send(request, progress);
        }
        Optional<AuthHeader> header = fetch(progress);
        Answer answer = next.send(request.credentials(header), progress);
        // Who is refused has changed nothing: even a POST may be sent again.
        return answer.status() == UNAUTHORIZED && header.isPresent() && renew(header.get(), progress)
                ? next.send(request.credentials(fetch(progress)), progress)
                : answer;
    }

    private Optional<AuthHeader> fetch(Progress progress) throws ExchangeFailure {
        return ask(credentials::header, progress);
    }

    private boolean renew(AuthHeader refused, Progress progress) throws ExchangeFailure {
        return ask(() -> credentials.renew(refused), progress);
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
