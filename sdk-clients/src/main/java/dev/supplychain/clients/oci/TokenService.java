package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Content;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.clients.oci.RegistryCredentials.IdentityToken;
import dev.supplychain.clients.oci.RegistryCredentials.Login;
import dev.supplychain.clients.oci.RegistryCredentials.Password;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Gets tokens from the service that a registry names, with a login or without.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token authentication</a>
 * @see <a href="https://distribution.github.io/distribution/spec/auth/oauth/">OAuth 2 token authentication</a>
 */
final class TokenService {
    private static final Endpoint GET = Endpoint.get("/token");
    /** Nothing is made that could be made twice. */
    private static final Endpoint POST = Endpoint.query("/token");

    private static final String CLIENT = "supply-chain-sdk";
    /** What a token lives when the service does not say. */
    private static final long DEFAULT_SECONDS = 60;

    private static final long MAX_SECONDS = Duration.ofDays(1).toSeconds();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_TOKEN_CHARS = 64 << 10;

    private final ClientOptions options;

    TokenService(ClientOptions options) {
        this.options = options;
    }

    /**
     * A token.
     *
     * @param header what goes with the requests of its scope
     * @param expires when another is needed, a little before it expires
     */
    record Token(AuthHeader header, Instant expires) {}

    /**
     * Gets a token.
     *
     * @param service the registry's name for itself
     * @param scopes what the token has to allow, separated by spaces
     * @throws ApiException when there is none; the message names the service
     */
    Token get(TokenRealm realm, Optional<String> service, String scopes, Optional<Login> login) {
        HttpUrl origin = realm.url()
                .newBuilder()
                .encodedPath("/")
                .query(null)
                .fragment(null)
                .build();
        ClientOptions there = ClientOptions.builder()
                .from(options)
                .baseUrl(origin.uri())
                .credentials(login.flatMap(TokenService::basic).orElse(Credentials.none()))
                .callTimeout(min(options.callTimeout(), TIMEOUT))
                .build();
        ApiRequest request = login.filter(IdentityToken.class::isInstance)
                .map(IdentityToken.class::cast)
                .map(token -> refresh(realm, service, scopes, token))
                .orElseGet(() -> ask(realm, service, scopes));
        String line =
                request.endpoint().method() + " " + origin.resolve(realm.url().encodedPath());
        try (Transport transport = Transport.create(there)) {
            return transport.callJson(request, this::token);
        } catch (ApiException e) {
            throw refused(line, scopes, login, e);
        } catch (IllegalArgumentException e) {
            // Not quoted by whoever found it unfit for a header.
            throw ApiException.builder(Kind.PROTOCOL, line)
                    .reason("the token cannot travel in a header")
                    .build();
        }
    }

    private static Optional<Credentials> basic(Login login) {
        return Optional.of(login)
                .filter(Password.class::isInstance)
                .map(Password.class::cast)
                .map(password -> Credentials.basic(password.user(), password.password()));
    }

    private static ApiRequest ask(TokenRealm realm, Optional<String> service, String scopes) {
        HttpUrl.Builder url = realm.url().newBuilder();
        service.ifPresent(name -> url.setQueryParameter("service", name));
        scopes(scopes).forEach(scope -> url.addQueryParameter("scope", scope));
        url.setQueryParameter("client_id", CLIENT);
        return GET.with().at(url.build());
    }

    private static ApiRequest refresh(
            TokenRealm realm, Optional<String> service, String scopes, IdentityToken identity) {
        String form = Stream.of(
                        Stream.of("grant_type=refresh_token", "client_id=" + CLIENT),
                        service.stream().map(name -> "service=" + encode(name)),
                        Stream.of("scope=" + encode(scopes), "refresh_token=" + encode(identity.token())))
                .flatMap(part -> part)
                .collect(Collectors.joining("&"));
        return POST.with()
                .at(realm.url())
                .body(Content.of("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> scopes(String scopes) {
        return Stream.of(scopes.split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private Token token(Json answer) {
        String token = text(answer, "token")
                .or(() -> text(answer, "access_token"))
                .filter(text -> text.length() <= MAX_TOKEN_CHARS)
                .orElseThrow(() -> new MalformedDataException("token", "", "is missing or too long"));
        long seconds = answer.get("expires_in")
                .filter(json -> json.kind() == Json.Kind.NUMBER)
                .map(Json::decimal)
                .map(number -> number.max(BigDecimal.ONE).min(BigDecimal.valueOf(MAX_SECONDS)))
                .map(BigDecimal::longValue)
                .orElse(DEFAULT_SECONDS);
        // The service's clock is not asked: what counts is when the token was here. A tenth is for the way.
        Instant expires = options.clock().instant().plusMillis(seconds * 900);
        return new Token(new AuthHeader("Authorization", "Bearer " + token), expires);
    }

    private static Optional<String> text(Json json, String name) {
        return Optional.of(json)
                .filter(value -> value.kind() == Json.Kind.OBJECT)
                .flatMap(value -> value.get(name))
                .filter(value -> value.kind() == Json.Kind.STRING)
                .map(Json::string)
                .filter(text -> !text.isEmpty());
    }

    /** Without the answer's text: it could repeat what was sent, or hold a token. */
    private static ApiException refused(String line, String scopes, Optional<Login> login, ApiException e) {
        String who = login.isPresent() ? "with the login that was found" : "without a login";
        ApiException.Builder refused = ApiException.builder(e.kind(), line)
                .reason("no token for " + scopes + " " + who)
                .requestId(e.requestId())
                .retryAfter(e.retryAfter())
                .attempts(e.attempts());
        e.httpStatus().ifPresent(refused::httpStatus);
        return refused.build();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
