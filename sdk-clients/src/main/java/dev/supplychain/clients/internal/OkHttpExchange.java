package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.ClientListener;
import dev.supplychain.clients.ClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request, one answer: the part that touches the network. */
final class OkHttpExchange implements Exchange {
    private static final BodyReader.Body NOTHING = new BodyReader.Body(new byte[0], false);

    private static final Content NO_CONTENT = Content.of("", new byte[0]);

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
        Redactor redactor = Redactor.of(request);
        Request http = toHttp(request, wire);
        progress.countAttempt();
        long start = System.nanoTime();
        Answer answer = null;
        ExchangeFailure failure = null;
        try {
            answer = execute(client.newCall(http), request, wire, redactor, progress);
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

    private Answer execute(Call call, ApiRequest request, Wire wire, Redactor redactor, Progress progress)
            throws ExchangeFailure {
        try {
            Answer answer =
                    threads.run(call, wire, () -> answer(call, request, wire, redactor, progress), progress.left());
            if (answer.open().isPresent()) {
                fetch(call, answer.open().get());
            }
            return answer;
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

    private void fetch(Call call, StreamedBody body) throws ExchangeFailure {
        try {
            threads.start(call, body::fetch);
        } catch (ExchangeFailure e) {
            call.cancel();
            throw e;
        }
    }

    private Answer answer(Call call, ApiRequest request, Wire wire, Redactor redactor, Progress progress)
            throws IOException {
        Response response = call.execute();
        if (request.isStreamed() && response.isSuccessful()) {
            StreamedBody open = new StreamedBody(request, call, response, progress, redactor, listener);
            return answer(response, wire, NOTHING, redactor, Optional.of(open));
        }
        try (response) {
            BodyReader.Body body = response.isSuccessful() ? bodies.readAll(response) : bodies.readSome(response);
            return answer(response, wire, body, redactor, Optional.empty());
        }
    }

    private static Answer answer(
            Response response, Wire wire, BodyReader.Body body, Redactor redactor, Optional<StreamedBody> open) {
        return new Answer(
                response.code(), response.headers(), wire.retryAfter(), body.bytes(), body.cut(), redactor, open);
    }

    private Request toHttp(ApiRequest request, Wire wire) {
        HttpUrl.Builder url = request.url()
                .map(baseUrl::requireSafe)
                .orElseGet(() -> baseUrl.resolve(request.path()))
                .newBuilder();
        request.query().forEach(parameter -> url.addQueryParameter(parameter.name(), parameter.value()));
        Request.Builder http = new Request.Builder()
                .url(url.build())
                .method(request.endpoint().method(), body(request))
                .header("Accept", request.accept())
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", userAgent)
                .tag(Wire.class, wire);
        request.headers().forEach(header -> http.header(header.name(), header.value()));
        request.credentials().ifPresent(header -> http.header(header.name(), header.value()));
        return http.build();
    }

    private static @Nullable RequestBody body(ApiRequest request) {
        return request.content().map(OneShotBody::new).orElseGet(() -> switch (request.endpoint()
                .method()) {
            // HTTP wants a body here, and nothing is one.
            case "POST", "PUT", "PATCH" -> new OneShotBody(NO_CONTENT);
            default -> null;
        });
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
                OneShotBody.length(http),
                answer == null ? 0 : answer.body().length,
                used);
    }
}
