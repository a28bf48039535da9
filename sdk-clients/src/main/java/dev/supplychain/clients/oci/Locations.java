package dev.supplychain.clients.oci;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where a registry may send its clients: nowhere that others on the way could read along. */
final class Locations {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

    private Locations() {}

    /**
     * The target of a {@code Location}: {@code https}, the registry's own origin, or from this machine to this machine.
     *
     * @param request what was asked, for messages
     * @param asked the URL that was asked
     * @throws ApiException when there is no location, or one that must not be followed
     */
    static HttpUrl follow(String request, HttpUrl asked, Optional<String> location) {
        HttpUrl target = location.map(asked::resolve)
                .orElseThrow(() -> refused(request, "the answer has no Location that is a URL"));
        if (!target.username().isEmpty() || !target.password().isEmpty()) {
            throw refused(request, "the Location has a user");
        }
        boolean safe = target.isHttps()
                || isSameOrigin(asked, target)
                || (!asked.isHttps() && isLoopback(asked) && isLoopback(target));
        if (!safe) {
            throw refused(request, "the Location is http at " + target.host() + ", which is not followed");
        }
        return target;
    }

    static boolean isSameOrigin(HttpUrl a, HttpUrl b) {
        return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
    }

    static boolean isLoopback(HttpUrl url) {
        return LOOPBACK.matcher(url.host()).matches();
    }

    private static ApiException refused(String request, String reason) {
        return ApiException.builder(Kind.PROTOCOL, request).reason(reason).build();
    }
}
