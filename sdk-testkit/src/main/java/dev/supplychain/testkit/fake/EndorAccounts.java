package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The API keys that a fake Endor knows, and the tokens that it has given for them. */
final class EndorAccounts {
    private static final String BEARER = "Bearer ";

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Instant> tokens = new HashMap<>();
    private int given;

    private record Account(String secret, Duration lifetime) {}

    void register(String key, String secret, Duration lifetime) {
        accounts.put(key, new Account(secret, lifetime));
    }

    /** Whether anybody has to say who they are. */
    boolean isClosed() {
        return !accounts.isEmpty();
    }

    void forgetTokens() {
        tokens.clear();
    }

    /** A fresh token for a key and its secret. */
    FakeAnswer exchange(Json body, Instant now) {
        String key = body.get("key").map(Json::string).orElse("");
        String secret = body.get("secret").map(Json::string).orElse("");
        Account account = Optional.ofNullable(accounts.get(key))
                .filter(known -> known.secret().equals(secret))
                .orElseThrow(() -> Refusal.of(RpcCode.UNAUTHENTICATED, "invalid API key or secret"));
        String token = "endor-token-" + ++given;
        Instant expiry = now.plus(account.lifetime());
        tokens.put(token, expiry);
        Map<String, Json> answer = new LinkedHashMap<>();
        answer.put("token", Json.of(token));
        answer.put("expiration_time", Json.of(expiry.toString()));
        return FakeAnswer.json(200, Json.object(answer));
    }

    /**
     * Lets a request pass that has a token which has not expired.
     *
     * @throws Refusal otherwise
     */
    void check(FakeRequest request, Instant now) {
        Optional<Instant> expiry = request.header("Authorization")
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> Optional.ofNullable(tokens.get(header.substring(BEARER.length()))));
        if (expiry.isEmpty() || !now.isBefore(expiry.get())) {
            throw Refusal.of(RpcCode.UNAUTHENTICATED, "invalid, expired or missing bearer token");
        }
    }
}
