package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what: tokens for scopes, for those who know the password, and for nobody in particular. */
final class RegistryTokens {
    private static final String SERVICE = "fake-registry";

    private final Map<String, Grant> tokens = new HashMap<>();
    private @Nullable String authorization;
    private @Nullable String identityToken;
    private boolean basicOnly;
    private boolean anonymousPull;
    private Duration lifetime = Duration.ofMinutes(5);
    private Optional<String> realm = Optional.empty();

    private record Grant(Set<String> actions, Instant expires) {}

    void requireLogin(String user, String password, boolean basic) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
        basicOnly = basic;
    }

    void identityToken(String token) {
        identityToken = token;
    }

    void anonymousPull() {
        anonymousPull = true;
    }

    void lifetime(Duration duration) {
        lifetime = duration;
    }

    void realm(String url) {
        realm = Optional.of(url);
    }

    /** Refuses a request that lacks what it needs, such as {@code repository:team/app:pull,push}. */
    void check(FakeRequest request, List<String> scopes, Instant now, String url) {
        if (authorization == null) {
            return;
        }
        String sent = request.header("Authorization").orElse("");
        if (basicOnly) {
            if (!sent.equals(authorization)) {
                throw unauthorized("Basic realm=\"fake\"");
            }
            return;
        }
        Grant grant = sent.startsWith("Bearer ") ? tokens.get(sent.substring("Bearer ".length())) : null;
        boolean enough = grant != null
                && now.isBefore(grant.expires())
                && grant.actions().containsAll(actions(scopes));
        if (!enough) {
            throw unauthorized(
                    "Bearer realm=\"" + realm.orElse(url + "/token") + "\",service=\"" + SERVICE + "\",scope=\""
                            + String.join(" ", scopes) + "\"" + (grant == null ? "" : ",error=\"insufficient_scope\""));
        }
    }

    private static RegistryError unauthorized(String challenge) {
        return new RegistryError(401, "UNAUTHORIZED", "authentication required", Map.of("WWW-Authenticate", challenge));
    }

    /** Gives a token for what was asked, as far as whoever asks may have it. */
    FakeAnswer token(FakeRequest request, Instant now, String id) {
        List<String> scopes = new ArrayList<>();
        boolean known;
        if (request.is("POST")) {
            Map<String, List<String>> form = request.form();
            known = identityToken != null
                    && form.get("refresh_token") != null
                    && form.get("refresh_token").equals(List.of(identityToken));
            form.getOrDefault("scope", List.of()).forEach(scope -> scopes.addAll(List.of(scope.split(" ", -1))));
            requireService(form.getOrDefault("service", List.of("")).get(0));
        } else {
            String sent = request.header("Authorization").orElse("");
            known = sent.equals(authorization);
            if (!sent.isEmpty() && !known) {
                throw new RegistryError(401, "UNAUTHORIZED", "incorrect username or password");
            }
            scopes.addAll(request.queries("scope"));
            requireService(request.query("service").orElse(""));
        }
        if (!known && (request.is("POST") || !anonymousPull)) {
            throw new RegistryError(401, "UNAUTHORIZED", "no login");
        }
        Set<String> granted = actions(scopes);
        granted.removeIf(action -> !known && !action.endsWith(":pull"));
        tokens.put(id, new Grant(granted, now.plus(lifetime)));
        Map<String, Json> answer = new LinkedHashMap<>();
        answer.put(request.is("POST") ? "access_token" : "token", Json.of(id));
        answer.put("expires_in", Json.of(lifetime.toSeconds()));
        return new FakeAnswer(
                200,
                Map.of("Content-Type", "application/json"),
                Bytes.of(Json.object(answer).toUtf8()));
    }

    private static void requireService(String service) {
        if (!service.equals(SERVICE)) {
            throw new RegistryError(400, "UNSUPPORTED", "the service is not " + SERVICE);
        }
    }

    /** {@code repository:team/app:pull,push} is two of them. */
    private static Set<String> actions(List<String> scopes) {
        Set<String> actions = new HashSet<>();
        for (String scope : scopes) {
            int colon = scope.lastIndexOf(':');
            for (String action : scope.substring(colon + 1).split(",", -1)) {
                actions.add(scope.substring(0, colon + 1) + action);
            }
        }
        return actions;
    }
}
