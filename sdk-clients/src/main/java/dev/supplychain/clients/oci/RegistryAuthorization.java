package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Authorization;
import dev.supplychain.clients.oci.RegistryCredentials.Login;
import dev.supplychain.clients.oci.RegistryCredentials.Password;
import dev.supplychain.clients.oci.TokenService.Token;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Answers a registry's challenges: with a token of its scope, or with user and password.
 *
 * <p>The first request goes out in nobody's name. What the registry says then is remembered, so that further ones take a
 * token along; tokens are kept until shortly before they expire, one for each scope, and callers share the fetching of
 * one.
 */
final class RegistryAuthorization implements Authorization {
    /** A client that visits more scopes than this begins anew. */
    private static final int MAX_SLOTS = 1000;
    /** The place of user and password; no scope is like it. */
    private static final String BASIC_SLOT = "basic";

    private static final Duration LOGIN_LIFETIME = Duration.ofMinutes(5);

    private final ClientOptions options;
    private final HttpUrl registry;
    private final String name;
    private final RegistryCredentials credentials;
    private final Set<String> tokenHosts;
    private final TokenService tokens;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();
    private volatile @Nullable Demand demand;

    RegistryAuthorization(ClientOptions options, String name, RegistryCredentials credentials, Set<String> tokenHosts) {
        this.options = options;
        this.registry = HttpUrl.get(options.baseUrl().toString());
        this.name = name;
        this.credentials = credentials;
        this.tokenHosts = Set.copyOf(tokenHosts);
        this.tokens = new TokenService(options);
    }

    /** What the registry has said that it wants. */
    private sealed interface Demand {}

    private record BasicDemand() implements Demand {}

    private record TokenDemand(TokenRealm realm, Optional<String> service) implements Demand {}

    /** The place of a token; who fetches it holds the lock. */
    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Token token;
    }

    @Override
    public Optional<AuthHeader> header(ApiRequest request) {
        Demand known = demand;
        if (known instanceof BasicDemand) {
            return basic(request, Optional.empty());
        }
        if (known instanceof TokenDemand wanted && request.scope().isPresent()) {
            String scope = request.scope().get();
            return Optional.of(withLock(request, slot(scope), slot -> {
                Token token = slot.token;
                Instant now = options.clock().instant();
                return token != null && now.isBefore(token.expires())
                        ? token.header()
                        : fetch(request, slot, wanted, scope);
            }));
        }
        return Optional.empty();
    }

    @Override
    public boolean renew(ApiRequest request, Optional<AuthHeader> refused, List<String> challenges) {
        List<Challenge> parsed = parse(request, challenges);
        Optional<Challenge> bearer = first(parsed, Challenge.BEARER);
        if (bearer.isPresent()) {
            return renewToken(request, refused, bearer.get());
        }
        if (first(parsed, Challenge.BASIC).isEmpty()) {
            return false;
        }
        demand = new BasicDemand();
        Optional<AuthHeader> header = basic(request, refused);
        return header.isPresent() && !header.equals(refused);
    }

    private boolean renewToken(ApiRequest request, Optional<AuthHeader> refused, Challenge challenge) {
        TokenDemand wanted = new TokenDemand(realm(request, challenge), challenge.parameter("service"));
        demand = wanted;
        String own = request.scope().orElse("");
        // The registry knows best what its token has to allow.
        String scope = challenge.parameter("scope").orElse(own);
        withLock(request, slot(own), slot -> {
            Token token = slot.token;
            // Another caller may have been faster.
            return token != null && !refused.equals(Optional.of(token.header()))
                    ? token.header()
                    : fetch(request, slot, wanted, scope);
        });
        return true;
    }

    private AuthHeader fetch(ApiRequest request, Slot slot, TokenDemand wanted, String scope) {
        slot.token = null;
        Token token = tokens.get(wanted.realm(), wanted.service(), scope, login(request));
        slot.token = token;
        return token.header();
    }

    private TokenRealm realm(ApiRequest request, Challenge challenge) {
        try {
            return TokenRealm.of(challenge.parameter("realm").orElse(""), registry, tokenHosts);
        } catch (TokenRealm.RefusedException e) {
            throw refused(request, e.getMessage() + "; nothing was sent there");
        }
    }

    /** User and password: the source, which may be a program, is asked again after a while and when they were refused. */
    private Optional<AuthHeader> basic(ApiRequest request, Optional<AuthHeader> refused) {
        return withLock(request, slot(BASIC_SLOT), slot -> {
            Token known = slot.token;
            Instant now = options.clock().instant();
            if (known != null && now.isBefore(known.expires()) && !refused.equals(Optional.of(known.header()))) {
                return Optional.of(known.header());
            }
            Optional<AuthHeader> header = login(request)
                    .filter(Password.class::isInstance)
                    .map(Password.class::cast)
                    .flatMap(login ->
                            Credentials.basic(login.user(), login.password()).header());
            slot.token = header.map(found -> new Token(found, now.plus(LOGIN_LIFETIME)))
                    .orElse(null);
            return header;
        });
    }

    private Optional<Login> login(ApiRequest request) {
        try {
            return credentials.login(name);
        } catch (IOException e) {
            boolean interrupted = Thread.currentThread().isInterrupted();
            throw ApiException.builder(interrupted ? Kind.INTERRUPTED : Kind.CREDENTIALS, request.line())
                    .reason("no login for " + name + ": " + e.getMessage())
                    .attempts(0)
                    .cause(e)
                    .build();
        } catch (MalformedDataException e) {
            throw ApiException.builder(Kind.CREDENTIALS, request.line())
                    .reason("no login for " + name + ": " + e.getMessage())
                    .attempts(0)
                    .build();
        }
    }

    private Slot slot(String scope) {
        if (slots.size() >= MAX_SLOTS) {
            slots.clear();
        }
        return slots.computeIfAbsent(scope, key -> new Slot());
    }

    /** Does something while no other thread looks for the same token. */
    private static <T> T withLock(ApiRequest request, Slot slot, Function<Slot, T> action) {
        try {
            slot.lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.builder(Kind.INTERRUPTED, request.line())
                    .reason("interrupted while another thread fetches a token")
                    .attempts(0)
                    .cause(e)
                    .build();
        }
        try {
            return action.apply(slot);
        } finally {
            slot.lock.unlock();
        }
    }

    private static List<Challenge> parse(ApiRequest request, List<String> headers) {
        try {
            return Challenge.parse(headers);
        } catch (MalformedDataException e) {
            throw refused(request, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Challenge> first(List<Challenge> challenges, String scheme) {
        return challenges.stream().filter(challenge -> challenge.is(scheme)).findFirst();
    }

    private static ApiException refused(ApiRequest request, String reason) {
        return ApiException.builder(Kind.PROTOCOL, request.line())
                .httpStatus(401)
                .reason(reason)
                .build();
    }

    @Override
    public String toString() {
        return "RegistryAuthorization[" + name + "]";
    }
}
