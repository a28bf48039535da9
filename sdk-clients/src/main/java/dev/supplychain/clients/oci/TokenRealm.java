package dev.supplychain.clients.oci;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Where a registry sends its clients for tokens, and whether they may go there.
 *
 * <p>Allowed are the registry's own origin (scheme, host and port), a few registries' known partners, and what the caller
 * has named. All but the own origin must be {@code https}, or {@code http} from this machine to this machine.
 *
 * @param url the place
 */
record TokenRealm(HttpUrl url) {
    /** Registries that are known to keep their tokens elsewhere. */
    private static final Map<String, String> PARTNERS =
            Map.of("registry-1.docker.io", "auth.docker.io", "registry.gitlab.com", "gitlab.com");

    /** A place that nobody goes to: the message says why, without secrets. */
    static final class RefusedException extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }
    }

    /**
     * Checks what a challenge says.
     *
     * @param realm the parameter of that name
     * @param registry the URL of the registry
     * @param allowed hosts that the caller has named, with a port if it is not the usual one
     * @throws RefusedException when it is no URL or not allowed; nothing has been sent
     */
    static TokenRealm of(String realm, HttpUrl registry, Set<String> allowed) throws RefusedException {
        HttpUrl url = parse(realm);
        if (Locations.isSameOrigin(url, registry)) {
            return new TokenRealm(url);
        }
        boolean toThisMachine = Locations.isLoopback(url) && Locations.isLoopback(registry) && !registry.isHttps();
        if (!url.isHttps() && !toThisMachine) {
            throw new RefusedException(
                    "the registry sends to a token service at " + host(url) + " over http, which is not allowed");
        }
        boolean known = host(url).equals(PARTNERS.get(host(registry)));
        if (!known && !allowed.contains(host(url))) {
            throw new RefusedException("the registry sends to a token service at " + host(url)
                    + ", which nobody has allowed: tokenHost(\"" + host(url) + "\") does");
        }
        return new TokenRealm(url);
    }

    /** Read by two parsers that have to agree: what one takes for a path is a host to another. */
    private static HttpUrl parse(String realm) throws RefusedException {
        URI uri;
        try {
            uri = new URI(realm);
        } catch (URISyntaxException e) {
            throw new RefusedException("the realm of the challenge is no URL");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new RefusedException("the realm of the challenge has no host, or has a user or a fragment");
        }
        HttpUrl url = HttpUrl.parse(realm);
        String host = uri.getHost().replace("[", "").replace("]", "").toLowerCase(Locale.ROOT);
        if (url == null || !url.host().equals(host) || (uri.getPort() >= 0 && uri.getPort() != url.port())) {
            throw new RefusedException("the realm of the challenge is no URL of http or https");
        }
        return url;
    }

    /** Host and port, without the port that goes without saying. */
    static String host(HttpUrl url) {
        String host = url.host().indexOf(':') < 0 ? url.host() : "[" + url.host() + "]";
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    /** What {@link #host} makes of a host that was typed in. */
    static String normalised(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(":443") ? lower.substring(0, lower.length() - 4) : lower;
    }
}
