package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import java.time.Duration;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * Brings requests to a service and values back. Every call ends within its time: with the value or with an {@link
 * ApiException}. Safe for concurrent use.
 */
public final class Transport implements AutoCloseable {
    private final OkHttpClient client;
    private final boolean ownsConnections;
    private final CallThreads threads = new CallThreads();
    private final BaseUrl baseUrl;
    private final Duration callTimeout;
    private final int maxBodyBytes;
    private final RetryInterceptor exchanges;

    private Transport(ClientOptions options) {
        this.client = OkHttpSetup.create(options);
        this.ownsConnections = options.httpClient().isEmpty();
        this.baseUrl = BaseUrl.of(options);
        this.callTimeout = options.callTimeout();
        this.maxBodyBytes = options.maxBodyBytes();
        Exchange network = new OkHttpExchange(client, threads, options);
        Exchange authorised = new AuthInterceptor(options.credentials(), network);
        this.exchanges = new RetryInterceptor(options, authorised);
    }

    /**
     * The transport to the server of these options; nothing is sent yet.
     *
     * @throws LinkageError when the class path has another OkHttp; the message says where
     */
    public static Transport create(ClientOptions options) {
        return new Transport(options);
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
        Progress progress = new Progress(callTimeout);
        Answer answer = exchanges.send(request, progress);
        return AnswerReader.readJson(request, answer, progress.attempts(), parser);
    }

    /**
     * Sends a request whose answer is a message.
     *
     * @throws ApiException when there is no message
     */
    public <T extends Message> T call(ApiRequest request, Class<T> type) {
        return call(request, body -> ModelJson.read(body, type, maxBodyBytes));
    }

    /**
     * Sends a request whose answer is JSON of several shapes.
     *
     * @param reader makes the value from the answer
     * @throws ApiException when there is no value
     */
    public <T> T callJson(ApiRequest request, Function<Json, T> reader) {
        return call(request, body -> reader.apply(Json.parse(body, maxBodyBytes)));
    }

    /** Cancels what runs and frees threads and connections; those of a host's client stay. */
    @Override
    public void close() {
        threads.close();
        client.dispatcher().cancelAll();
        if (ownsConnections) {
            client.connectionPool().evictAll();
        }
    }
}
