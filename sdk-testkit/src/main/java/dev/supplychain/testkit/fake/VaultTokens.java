package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may ask {@link FakeVault} for what, and until when. */
final class VaultTokens {
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();

    /**
     * A token.
     *
     * @param keys the keys it may use; all when there are none
     * @param end when its lease ends
     * @param lastEnd the latest end to which it can be renewed
     */
    private record Token(Set<String> keys, Duration lease, Instant end, Instant lastEnd, boolean renewable) {
        boolean isGood(Instant now) {
            return now.isBefore(end);
        }

        Token renewed(Instant now) {
            Instant wanted = now.plus(lease);
            return new Token(keys, lease, wanted.isAfter(lastEnd) ? lastEnd : wanted, lastEnd, renewable);
        }
    }

    /** A role with its secret, and how long its tokens last. */
    private record Role(String secretId, Duration lease, Duration longest, Set<String> keys) {}

    void addEndless(String token, Set<String> keys) {
        tokens.put(token, new Token(keys, Duration.ZERO, Instant.MAX, Instant.MAX, false));
    }

    void addRole(String roleId, String secretId, Duration lease, Duration longest, Set<String> keys) {
        roles.put(roleId, new Role(secretId, lease, longest, keys));
    }

    void revokeAll() {
        tokens.clear();
    }

    /** Whether that token is good now, and may use that key; without a key, whether it is good. */
    void require(Optional<String> token, Optional<String> key, Instant now) {
        Token known = token.map(tokens::get).orElse(null);
        if (token.isEmpty()) {
            throw denied("permission denied");
        }
        if (known == null || !known.isGood(now)) {
            throw denied("2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n");
        }
        if (key.isPresent() && !known.keys().isEmpty() && !known.keys().contains(key.get())) {
            throw denied("1 error occurred:\n\t* permission denied\n\n");
        }
    }

    private static Refusal denied(String reason) {
        return Refusal.of(RpcCode.PERMISSION_DENIED, reason);
    }

    /** The member {@code auth} of the answer to a login. */
    Json login(String roleId, String secretId, String newToken, Instant now) {
        Role role = roles.get(roleId);
        if (role == null || !role.secretId().equals(secretId)) {
            throw Refusal.invalid("invalid role or secret ID");
        }
        Instant lastEnd = now.plus(role.longest());
        Token token = new Token(role.keys(), role.lease(), now, lastEnd, true).renewed(now);
        tokens.put(newToken, token);
        return auth(newToken, token, now);
    }

    /** The member {@code auth} of the answer to a renewal. */
    Json renew(String name, Instant now) {
        Token token = tokens.get(name);
        if (token == null || !token.renewable()) {
            throw Refusal.invalid("lease is not renewable");
        }
        Token renewed = token.renewed(now);
        tokens.put(name, renewed);
        return auth(name, renewed, now);
    }

    private static Json auth(String name, Token token, Instant now) {
        Map<String, Json> auth = new LinkedHashMap<>();
        auth.put("client_token", Json.of(name));
        auth.put("accessor", Json.of("accessor"));
        auth.put("policies", Json.strings(List.of("default")));
        auth.put("token_policies", Json.strings(List.of("default")));
        auth.put("lease_duration", Json.of(Duration.between(now, token.end()).toSeconds()));
        auth.put("renewable", Json.of(token.renewable()));
        auth.put("token_type", Json.of("service"));
        auth.put("orphan", Json.of(true));
        return Json.object(auth);
    }
}
