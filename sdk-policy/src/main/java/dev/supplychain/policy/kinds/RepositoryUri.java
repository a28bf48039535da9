package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form in which URIs of repositories are compared. */
final class RepositoryUri {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://");
    private static final int MAX_CHARS = 4096;

    private RepositoryUri() {}

    /**
     * A URI of a policy.
     *
     * @throws MalformedDataException when it has no scheme, or a wildcard
     */
    static String parseWithScheme(String uri) {
        if (!SCHEME.matcher(uri).lookingAt()) {
            throw new MalformedDataException(
                    "repository", "", Excerpt.quoted(uri) + " has no scheme: write it as https://" + Excerpt.of(uri));
        }
        if (uri.indexOf('*') >= 0) {
            throw new MalformedDataException(
                    "repository", "", Excerpt.quoted(uri) + " has a wildcard, which this kind of policy does not know");
        }
        return normalized(uri);
    }

    /**
     * Scheme and host in lower case, no default port, no dot segments, no slash at the end. A text that is no URI stays
     * as it is, without slashes at the end.
     */
    static String normalized(String text) {
        String uri = withoutSlashesAtEnd(text.strip());
        if (uri.length() > MAX_CHARS) {
            return uri;
        }
        try {
            URI parsed = new URI(uri).normalize();
            if (parsed.getHost() == null) {
                return withoutSlashesAtEnd(lowerScheme(parsed.toString()));
            }
            String scheme = parsed.getScheme().toLowerCase(Locale.ROOT);
            boolean usualPort = (scheme.equals("https") && parsed.getPort() == 443)
                    || (scheme.equals("http") && parsed.getPort() == 80);
            return withoutSlashesAtEnd(scheme + "://"
                    + (parsed.getRawUserInfo() == null ? "" : parsed.getRawUserInfo() + "@")
                    + parsed.getHost().toLowerCase(Locale.ROOT)
                    + (parsed.getPort() < 0 || usualPort ? "" : ":" + parsed.getPort())
                    + parsed.getRawPath()
                    + (parsed.getRawQuery() == null ? "" : "?" + parsed.getRawQuery()));
        } catch (URISyntaxException e) {
            return lowerScheme(uri);
        }
    }

    /** A URI without its scheme. */
    static String withoutScheme(String uri) {
        Matcher scheme = SCHEME.matcher(uri);
        return scheme.lookingAt() ? uri.substring(scheme.end()) : uri;
    }

    /** True when it begins with a scheme. */
    static boolean hasScheme(String uri) {
        return SCHEME.matcher(uri).lookingAt();
    }

    private static String lowerScheme(String uri) {
        Matcher scheme = SCHEME.matcher(uri);
        return scheme.lookingAt() ? scheme.group().toLowerCase(Locale.ROOT) + uri.substring(scheme.end()) : uri;
    }

    static String withoutSlashesAtEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
