package dev.supplychain.clients.vault;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.clients.AuthHeader;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.Credentials;
import dev.supplychain.clients.internal.ApiRequest;
import dev.supplychain.clients.internal.Endpoint;
import dev.supplychain.clients.internal.Transport;
import dev.supplychain.model.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for a role and its secret: fetched when first needed, renewed when two thirds of their lease are over, and fetched
 * anew when they cannot be renewed or Vault refused one. Concurrent callers share one login.
 */
final class AppRoleLogin implements Credentials, AutoCloseable {
    /** A login may use up the secret: it is never sent twice. */
    private static final Endpoint LOGIN = Endpoint.post("/v1/auth/{mount}/login");

    private static final Endpoint RENEW = Endpoint.query("/v1/auth/token/renew-self");
    /** Longer leases than this mean: for ever. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final String mount;
    private final String secretId;
    private final byte[] body;
    private final UnaryOperator<ApiRequest> prepared;
    private final Clock clock;
    private final Transport transport;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Lease lease;

    /** A token and how long it lasts. */
    private record Lease(AuthHeader header, Instant renewAt, Instant end, boolean renewable) {
        boolean isOver(Instant now) {
            return !now.isBefore(end);
        }

        /** The same token, tried again at a third of the time that is left. */
        Lease later(Instant now) {
            return new Lease(header, now.plus(Duration.between(now, end).dividedBy(3)), end, renewable);
        }
    }

    /**
     * Nothing is sent yet.
     *
     * @param prepared adds what all requests have
     */
    AppRoleLogin(
            ClientOptions options, String mount, String roleId, String secretId, UnaryOperator<ApiRequest> prepared) {
        this.mount = mount;
        this.secretId = secretId;
        this.body = body(roleId, secretId);
        this.prepared = prepared;
        this.clock = options.clock();
        this.transport = Transport.create(
                ClientOptions.builder().from(options).credentials(this::current).build());
    }

    private static byte[] body(String roleId, String secretId) {
        Map<String, Json> body = new LinkedHashMap<>();
        body.put("role_id", Json.of(roleId));
        body.put("secret_id", Json.of(secretId));
        return Json.object(body).toUtf8();
    }

    /** The token in use; absent before the first login. */
    Optional<AuthHeader> current() {
        return Optional.ofNullable(lease).map(Lease::header);
    }

    @Override
    public Optional<AuthHeader> header() {
        lock();
        try {
            Instant now = clock.instant();
            Lease valid = lease;
            if (valid == null) {
                valid = login(now);
            } else if (!now.isBefore(valid.renewAt())) {
                valid = extended(valid, now);
            }
            lease = valid;
            return Optional.of(valid.header());
        } finally {
            fetching.unlock();
        }
    }

    /** Only the first of the callers whose requests were refused logs in: for the others it is another token already. */
    @Override
    @SuppressWarnings("ReferenceEquality") // a login that brought an equal token was a login too
    public boolean renew(AuthHeader refused) {
        lock();
        try {
            Lease current = lease;
            if (current != null && current.header() == refused) {
                lease = null;
            }
            return true;
        } finally {
            fetching.unlock();
        }
    }

    private void lock() {
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another thread logs in", e);
        }
    }

    /** While a token is good, a Vault that cannot be reached is no reason not to use it. */
    private Lease extended(Lease current, Instant now) {
        boolean over = current.isOver(now);
        try {
            return current.renewable() && !over ? renewedOrNew(now) : login(now);
        } catch (ApiException e) {
            if (over || e.kind() == Kind.INTERRUPTED || e.kind() == Kind.CANCELLED) {
                throw e;
            }
            return current.later(now);
        }
    }

    private Lease renewedOrNew(Instant now) {
        try {
            return renewed(now);
        } catch (ApiException e) {
            if (e.kind() != Kind.ANSWERED) {
                throw e;
            }
            return login(now);
        }
    }

    private Lease login(Instant now) {
        return safely(() -> transport.callJson(
                prepared.apply(LOGIN.with(mount).withoutCredentials().json(body)), answer -> lease(answer, now)));
    }

    private Lease renewed(Instant now) {
        return safely(() -> transport.callJson(
                prepared.apply(RENEW.with().json(Json.object(Map.of()).toUtf8())), answer -> lease(answer, now)));
    }

    private static Lease lease(Json answer, Instant now) {
        Json auth = TransitKeyReader.member(answer, "auth", Json.Kind.OBJECT, "");
        String token = TransitKeyReader.member(auth, "client_token", Json.Kind.STRING, "/auth")
                .string();
        Duration length = Duration.ofSeconds(TransitKeyReader.member(auth, "lease_duration", Json.Kind.NUMBER, "/auth")
                .decimal()
                .longValue());
        boolean endless = length.isZero() || length.isNegative() || length.compareTo(FOR_EVER) > 0;
        boolean renewable = auth.get("renewable").equals(Optional.of(Json.of(true)));
        return new Lease(
                VaultTransitClient.tokenHeader(token),
                endless ? Instant.MAX : now.plus(length.multipliedBy(2).dividedBy(3)),
                endless ? Instant.MAX : now.plus(length),
                renewable);
    }

    /** What is asked and answered here is full of secrets: of answers that cannot be read nothing is said. */
    private Lease safely(Supplier<Lease> call) {
        try {
            return call.get();
        } catch (ApiException e) {
            if (e.kind() != Kind.PROTOCOL && !mentionsSecret(e)) {
                throw e;
            }
            throw withoutWords(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Vault gave a token that cannot travel in a header");
        }
    }

    private boolean mentionsSecret(ApiException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains(secretId)) {
                return true;
            }
        }
        return e.bodyExcerpt().filter(text -> text.contains(secretId)).isPresent();
    }

    private static ApiException withoutWords(ApiException e) {
        ApiException.Builder bare = ApiException.builder(e.kind(), e.request())
                .reason("the answer is not shown, for it may hold secrets")
                .mayHaveActed(e.mayHaveActed())
                .attempts(e.attempts())
                .requestId(e.requestId());
        e.httpStatus().ifPresent(bare::httpStatus);
        return bare.build();
    }

    @Override
    public void close() {
        transport.close();
    }

    @Override
    public String toString() {
        return "AppRole ***";
    }
}
