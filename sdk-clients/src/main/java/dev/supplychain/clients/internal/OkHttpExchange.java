package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.ClientListener;
import dev.supplychain.clients.ClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request, one answer: the part that touches the network. */
final class OkHttpExchange implements Exchange {
    private static final List<String> REQUEST_ID_HEADERS =
            List.of("X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Goog-Request-Id", "X-Cloud-Trace-Context");

    private final OkHttpClient client;
    private final CallThreads threads;
    private final BaseUrl baseUrl;
    private final BodyReader bodies;
    private final String userAgent;
    private final SafeListener listener;

    OkHttpExchange(OkHttpClient client, CallThreads threads, ClientOptions options) {
        this.client = client;
        this.threads = threads;
        this.baseUrl = BaseUrl.of(options);
        this.bodies = new BodyReader(options.maxBodyBytes());
        this.userAgent = UserAgent.of(options.applicationId());
        this.listener = new SafeListener(options.listener());
    }

    @Override
    public Answer send(ApiRequest request, Progress progress) throws ExchangeFailure {
        if (Thread.currentThread().isInterrupted()) {
            throw ExchangeFailure.lasting(Kind.INTERRUPTED, "interrupted before it was sent", null, false);
        }
        if (progress.left().isZero()) {
            throw ExchangeFailure.lasting(
                    Kind.TIMEOUT, "the time for the call was over before it was sent", null, false);
        }
        Wire wire = new Wire();
        Redactor redactor = Redactor.of(request.credentials());
        Request http = toHttp(request, wire);
        progress.countAttempt();
        long start = System.nanoTime();
        Answer answer = null;
        ExchangeFailure failure = null;
        try {
            answer = execute(client.newCall(http), wire, redactor, progress.left());
            return answer;
        } catch (ExchangeFailure e) {
            failure = e;
            throw e;
        } finally {
            Duration used = Duration.ofNanos(System.nanoTime() - start);
            progress.spend(used);
            listener.requested(attempt(http, progress, answer, failure, used));
        }
    }

    private Answer execute(Call call, Wire wire, Redactor redactor, Duration limit) throws ExchangeFailure {
        try {
            return threads.run(call, wire, () -> readAnswer(call, wire, redactor), limit);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof LinkageError error) {
                throw OkHttpSetup.explained(error, OkHttpExchange.class.getClassLoader());
            }
            if (cause instanceof Error error) {
                throw error;
            }
            // Cancelled, and not by the wait above: the client was closed meanwhile.
            if (call.isCanceled()) {
                throw ExchangeFailure.lasting(Kind.CANCELLED, "the client was closed", null, wire.reached());
            }
            throw Failures.of(cause instanceof Exception exception ? exception : e, wire.reached(), redactor);
        }
    }

    private Answer readAnswer(Call call, Wire wire, Redactor redactor) throws IOException {
        try (Response response = call.execute()) {
            BodyReader.Body body = response.isSuccessful() ? bodies.readAll(response) : bodies.readSome(response);
            return new Answer(
                    response.code(),
                    Optional.ofNullable(response.header("Content-Type")),
                    requestId(response, redactor),
                    wire.retryAfter(),
                    body.bytes(),
                    body.cut(),
                    redactor);
        }
    }

    private static Optional<String> requestId(Response response, Redactor redactor) {
        return REQUEST_ID_HEADERS.stream()
                .flatMap(name -> Optional.ofNullable(response.header(name)).stream())
                .findFirst()
                .map(redactor::mask);
    }

    private Request toHttp(ApiRequest request, Wire wire) {
        HttpUrl.Builder url = baseUrl.resolve(request.path()).newBuilder();
        request.query().forEach(parameter -> url.addQueryParameter(parameter.name(), parameter.value()));
        Request.Builder http = new Request.Builder()
                .url(url.build())
                .method(
                        request.endpoint().method(),
                        request.json().map(OneShotJson::new).orElse(null))
                .header("Accept", request.accept())
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", userAgent)
                .tag(Wire.class, wire);
        request.credentials().ifPresent(header -> http.header(header.name(), header.value()));
        return http.build();
    }

    private static ClientListener.Attempt attempt(
            Request http,
            Progress progress,
            @Nullable Answer answer,
            @Nullable ExchangeFailure failure,
            Duration used) {
        return new ClientListener.Attempt(
                http.method(),
                http.url().encodedPath(),
                progress.attempts(),
                answer == null ? OptionalInt.empty() : OptionalInt.of(answer.status()),
                answer == null ? Optional.of(failure == null ? "failed" : failure.reason()) : Optional.empty(),
                OneShotJson.length(http),
                answer == null ? 0 : answer.body().length,
                used);
    }
}
