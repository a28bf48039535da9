package dev.supplychain.clients.governor;

import dev.supplychain.clients.internal.BaseUrl;
import dev.supplychain.clients.internal.UrlPath;
import java.net.URI;
import java.net.URISyntaxException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A URL below {@code /packages/} that a Governor has signed: whoever knows it may do what it says, for a while. Its query is
 * a secret and appears in no message, log or {@code toString}.
 */
public final class PresignedUrl {
    private final HttpUrl url;

    private PresignedUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException when it is no URL, or not one with a query and without user and fragment; it is not
     *     quoted
     */
    public static PresignedUrl parse(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("the presigned URL is no http or https URL");
        }
        if (parsed.encodedQuery() == null || parsed.encodedQuery().isEmpty()) {
            throw new IllegalArgumentException("the presigned URL has no query and so no signature");
        }
        if (!parsed.encodedUsername().isEmpty() || !parsed.encodedPassword().isEmpty() || parsed.fragment() != null) {
            throw new IllegalArgumentException("the presigned URL has a user or a fragment");
        }
        // A path that is changed by reading it is not the one that was signed.
        if (!parsed.encodedPath().equals(rawPath(url))) {
            throw new IllegalArgumentException("the path of the presigned URL would change on its way");
        }
        return new PresignedUrl(parsed);
    }

    private static @Nullable String rawPath(String url) {
        try {
            return new URI(url).getRawPath();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    HttpUrl url() {
        return url;
    }

    /**
     * The path below the base URL.
     *
     * @throws IllegalArgumentException when the URL leads to another server, or not below {@code /packages/}
     */
    String path(BaseUrl base) {
        if (!base.isOriginOf(url)) {
            throw new IllegalArgumentException(
                    "the presigned URL is of another scheme, host or port than the base URL of the client");
        }
        String path = UrlPath.require("path of the presigned URL", url.encodedPath());
        String packages = base.path() + AttestationUri.PACKAGES;
        if (!path.startsWith(packages)) {
            throw new IllegalArgumentException("the presigned URL does not lead below " + packages);
        }
        return path.substring(base.path().length());
    }

    /** The URL with three asterisks for a query. */
    @Override
    public String toString() {
        return url.newBuilder().query(null).build() + "?***";
    }
}
