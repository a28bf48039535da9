package dev.supplychain.clients.endor;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /v1/auth/api-key}: gives a key and its secret for a token. */
final class ApiKeyExchange implements AutoCloseable {
    /** Tokens are not counted: asking twice does no harm. */
    private static final Endpoint EXCHANGE = Endpoint.query("/v1/auth/api-key");

    /** The request, for messages. */
    static final String LINE = EXCHANGE.with().line();

    private final Transport transport;
    private final Clock clock;
    private final String key;
    private final String secret;

    private ApiKeyExchange(Transport transport, Clock clock, String key, String secret) {
        this.transport = transport;
        this.clock = clock;
        this.key = key;
        this.secret = secret;
    }

    static ApiKeyExchange create(ClientOptions server, String key, String secret) {
        if (key.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("the API key or its secret is empty");
        }
        ClientOptions anonymous = ClientOptions.builder()
                .from(server)
                .credentials(Credentials.none())
                .build();
        return new ApiKeyExchange(Transport.create(anonymous), server.clock(), key, secret);
    }

    /**
     * A fresh token.
     *
     * @throws ApiException when the server gives none; what it says is left out when it repeats the key or the secret
     */
    EndorToken fetch() {
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("key", Json.of(key));
        body.put("secret", Json.of(secret));
        try {
            return transport.callJson(
                    EXCHANGE.with().json(Json.object(body).toUtf8()),
                    answer -> EndorToken.parse(answer, clock.instant()));
        } catch (ApiException e) {
            throw showsSecret(e) ? withoutWords(e) : e;
        }
    }

    private boolean showsSecret(ApiException e) {
        String shown = e + e.bodyExcerpt().orElse("") + e.status() + e.problem() + e.getCause();
        return shown.contains(secret) || shown.contains(key);
    }

    private static ApiException withoutWords(ApiException e) {
        ApiException.Builder silent = ApiException.builder(e.kind(), e.request())
                .reason("what the server says repeats the API key and is left out")
                .attempts(e.attempts())
                .requestId(e.requestId())
                .retryAfter(e.retryAfter())
                .code(e.code());
        e.httpStatus().ifPresent(silent::httpStatus);
        return silent.build();
    }

    @Override
    public void close() {
        transport.close();
    }
}
