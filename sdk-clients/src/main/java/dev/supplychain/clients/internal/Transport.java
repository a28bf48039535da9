package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Page;
import dev.supplychain.clients.Pages;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * Brings requests to a service and values back. Every call ends within its time: with the value or with an {@link
 * ApiException}. Safe for concurrent use.
 */
public final class Transport implements AutoCloseable {
    private final OkHttpClient client;
    private final boolean ownsConnections;
    private final CallThreads threads;
    private final BaseUrl baseUrl;
    private final ClientOptions options;
    private final SafeListener listener;
    private final RetryInterceptor exchanges;
    private final Cancellation cancellation;

    private Transport(ClientOptions options, Authorization authorization) {
        this.client = OkHttpSetup.create(options);
        this.ownsConnections = options.httpClient().isEmpty();
        this.threads = new CallThreads();
        this.baseUrl = BaseUrl.of(options);
        this.options = options;
        this.listener = new SafeListener(options.listener());
        Exchange network = new OkHttpExchange(client, threads, options);
        Exchange authorised = new AuthInterceptor(authorization, baseUrl, network);
        this.exchanges = new RetryInterceptor(options, authorised);
        this.cancellation = Cancellation.never();
    }

    private Transport(Transport other, Cancellation cancellation) {
        this.client = other.client;
        this.ownsConnections = other.ownsConnections;
        this.threads = other.threads;
        this.baseUrl = other.baseUrl;
        this.options = other.options;
        this.listener = other.listener;
        this.exchanges = other.exchanges;
        this.cancellation = cancellation;
    }

    /**
     * The transport to the server of these options; nothing is sent yet.
     *
     * @throws LinkageError when the class path has another OkHttp; the message says where
     */
    public static Transport create(ClientOptions options) {
        return create(options, Authorization.of(options.credentials()));
    }

    /**
     * The transport to the server of these options, in whose place the authorization decides who is asking; nothing is sent
     * yet.
     *
     * @throws LinkageError when the class path has another OkHttp; the message says where
     */
    public static Transport create(ClientOptions options, Authorization authorization) {
        return new Transport(options, authorization);
    }

    /** This transport, whose calls can be cancelled besides; what either closes is closed for both. */
    public Transport cancelledBy(Cancellation other) {
        return new Transport(this, other);
    }

    /** The server. */
    public BaseUrl baseUrl() {
        return baseUrl;
    }

    /**
     * Sends a request whose answer is JSON.
     *
     * @param parser makes the value from the body
     * @throws ApiException when there is no value
     */
    public <T> T call(ApiRequest request, Function<byte[], T> parser) {
        return CancellableCall.run(cancellation, () -> {
            Progress progress = progress(request);
            Answer answer = exchanges.send(request, progress);
            return AnswerReader.readJson(request, answer, progress.attempts(), parser);
        });
    }

    /**
     * Sends a request of whose answer more than the body matters, or nothing.
     *
     * @return the answer, with 2xx or another status that the request expects
     * @throws ApiException when there is none
     */
    public Received exchange(ApiRequest request) {
        return CancellableCall.run(cancellation, () -> {
            Answer answer = exchanges.send(request, progress(request));
            return new Received(answer.status(), answer.headers(), answer.body());
        });
    }

    /**
     * Sends a request of whose answer nothing matters but that it is a success.
     *
     * @throws ApiException when there is none
     */
    public void run(ApiRequest request) {
        exchange(request);
    }

    /**
     * Sends a request whose answer is read as it comes. Until the body begins the call is like any other; what happens to
     * the network later, the reader of the body learns.
     *
     * @return the answer, with 2xx or another status that the request expects; the body of the latter is cut
     * @throws ApiException when there is none
     */
    public Streamed open(ApiRequest request) {
        ApiRequest streamed = request.streamed();
        return CancellableCall.run(cancellation, () -> {
            Answer answer = exchanges.send(streamed, progress(streamed));
            return answer.open().map(body -> cancellable(answer, body)).orElseGet(() -> Streamed.of(answer));
        });
    }

    private Streamed cancellable(Answer answer, StreamedBody body) {
        Cancellation.Registration registration = cancellation.onCancel(body::cancel);
        body.whenDone(registration::close);
        return new Streamed(answer, body, body::close);
    }

    /**
     * Waits between two calls that belong together; an interrupt and whoever cancels end it.
     *
     * @param request what was asked, for messages
     * @param mayHaveActed whether something was done before
     * @throws ApiException when it was ended
     */
    public void pause(Duration duration, String request, boolean mayHaveActed) {
        CancellableCall.run(cancellation, () -> {
            try {
                options.sleeper().sleep(duration);
                return duration;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw ApiException.builder(ApiException.Kind.INTERRUPTED, request)
                        .reason("interrupted while waiting for the next step")
                        .mayHaveActed(mayHaveActed)
                        .cause(e)
                        .build();
            }
        });
    }

    private Progress progress(ApiRequest request) {
        return new Progress(request.isTransfer() ? options.transferTimeout() : options.callTimeout());
    }

    /**
     * A long list that is fetched as it is walked; the listener sees its pages.
     *
     * @param request what is asked, for messages
     * @param fetch gets the page of a token, without one the first
     */
    public <T> Pages<T> pages(String request, Function<Optional<String>, Page<T>> fetch) {
        return Pages.of(request, fetch, (page, items) -> listener.paged(request, page, items));
    }

    /**
     * Sends a request whose answer is a message.
     *
     * @throws ApiException when there is no message
     */
    public <T extends Message> T call(ApiRequest request, Class<T> type) {
        return call(request, body -> ModelJson.read(body, type, options.maxBodyBytes()));
    }

    /**
     * Sends a request whose answer is JSON of several shapes.
     *
     * @param reader makes the value from the answer
     * @throws ApiException when there is no value
     */
    public <T> T callJson(ApiRequest request, Function<Json, T> reader) {
        return call(request, body -> reader.apply(Json.parse(body, options.maxBodyBytes())));
    }

    /** Cancels what runs and frees threads and connections; those of a host's client stay. */
    @Override
    public void close() {
        threads.close();
        if (ownsConnections) {
            client.connectionPool().evictAll();
        }
    }
}
