package dev.supplychain.clients.internal;

import dev.supplychain.clients.ClientOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The server under which all requests of a client lie. */
public final class BaseUrl {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|::1");

    private final URI uri;
    private final boolean insecureHttp;

    private BaseUrl(URI uri, boolean insecureHttp) {
        this.uri = uri;
        this.insecureHttp = insecureHttp;
    }

    /**
     * The text as a URL.
     *
     * @throws IllegalArgumentException when it is none; it is not quoted, for it may hold a password
     */
    public static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the base URL is not a URL: " + e.getReason() + " at " + e.getIndex());
        }
    }

    /**
     * The base URL of these options.
     *
     * @throws IllegalArgumentException when requests could not or should not be sent there
     */
    public static BaseUrl of(ClientOptions options) {
        URI uri = options.baseUrl();
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("the base URL is neither https nor http");
        }
        if (uri.getRawUserInfo() != null || (uri.getHost() == null && uri.getRawAuthority() != null)) {
            throw new IllegalArgumentException(
                    "the base URL has a user or no valid host: credentials belong into the options");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("the base URL has no host");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL has a query or a fragment");
        }
        requireSafe(scheme, uri.getHost(), options.insecureHttp());
        if (!path(uri).isEmpty()) {
            UrlPath.require("path of the base URL", path(uri));
        }
        return new BaseUrl(uri, options.insecureHttp());
    }

    private static void requireSafe(String scheme, String host, boolean insecureHttp) {
        if (scheme.equals("http")
                && !insecureHttp
                && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException("http to " + host
                    + " would show credentials to everyone on the way: use https or allow it with insecureHttp");
        }
    }

    /**
     * Another URL that a request may go to.
     *
     * @throws IllegalArgumentException when anyone on the way could read it, or it has a user
     */
    HttpUrl requireSafe(HttpUrl url) {
        requireSafe(url.scheme(), url.host(), insecureHttp);
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new IllegalArgumentException("the URL has a user: credentials belong into the options");
        }
        return url;
    }

    /** Whether a URL has the scheme, host and port of this one, so that credentials may go there. */
    public boolean isOriginOf(HttpUrl url) {
        HttpUrl own = HttpUrl.get(uri.toString());
        return own.scheme().equals(url.scheme()) && own.host().equals(url.host()) && own.port() == url.port();
    }

    /** The path under which the server is mounted: empty, or with a slash before and none after. */
    public String path() {
        return path(uri);
    }

    /**
     * The URL of a checked path under this one, without a query.
     *
     * @throws IllegalArgumentException when the path would change on its way
     */
    public HttpUrl resolve(String path) {
        String whole = path() + path;
        HttpUrl url =
                HttpUrl.get(uri.toString()).newBuilder().encodedPath(whole).build();
        if (!url.encodedPath().equals(whole)) {
            throw new IllegalArgumentException("the path of the request would change on its way");
        }
        return url;
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
