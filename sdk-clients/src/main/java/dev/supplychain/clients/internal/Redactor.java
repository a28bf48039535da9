package dev.supplychain.clients.internal;

import dev.supplychain.clients.AuthHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Hides secrets in what servers and libraries say: those of the request, and members that are called like secrets. */
final class Redactor {
    private static final String MASK = "***";
    /** Shorter ones would tear holes into innocent words. */
    private static final int MIN_SECRET_CHARS = 4;

    private static final Pattern SECRET_MEMBER = Pattern.compile(
            "(\"(?:[A-Za-z_-]*[_-])?(?:access|refresh|id|api|auth|secret|private|client)?[_-]?"
                    + "(?:token|secret(?:[_-]?id)?|password|passwd|key|authorization)\"\\s*:\\s*)\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private final List<String> secrets;

    private Redactor(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Hides a header's value and what it is made of. */
    static Redactor of(Optional<AuthHeader> header) {
        return of(header, Optional.empty());
    }

    /** Hides what a request proves its right with: its credentials, or the query of a URL that was signed for it. */
    static Redactor of(ApiRequest request) {
        return of(request.credentials(), request.url());
    }

    private static Redactor of(Optional<AuthHeader> header, Optional<HttpUrl> url) {
        List<String> secrets = new ArrayList<>();
        header.ifPresent(h -> addParts(h.value(), secrets));
        url.ifPresent(u -> addQuery(u, secrets));
        secrets.removeIf(secret -> secret.length() < MIN_SECRET_CHARS);
        // The longest first: a part must not be cut out of its whole.
        secrets.sort(Comparator.comparingInt(String::length).reversed());
        return new Redactor(List.copyOf(secrets));
    }

    private static void addParts(String value, List<String> secrets) {
        secrets.add(value);
        int space = value.indexOf(' ');
        if (space >= 0) {
            secrets.add(value.substring(space + 1));
        }
        if (value.startsWith("Basic ")) {
            addPair(value.substring(space + 1), secrets);
        }
    }

    private static void addQuery(HttpUrl url, List<String> secrets) {
        String query = url.encodedQuery();
        if (query != null) {
            secrets.add(query);
            Stream.of(AMPERSAND.split(query, -1))
                    .map(pair -> pair.substring(pair.indexOf('=') + 1))
                    .forEach(secrets::add);
            for (int i = 0; i < url.querySize(); i++) {
                @Nullable String value = url.queryParameterValue(i);
                if (value != null) {
                    secrets.add(value);
                }
            }
        }
    }

    private static void addPair(String base64, List<String> secrets) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            secrets.add(pair);
            secrets.add(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            // A header of the caller's own making: its value is hidden, and it has no parts.
        }
    }

    /** The text without the secrets of the request. */
    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /** The text without the secrets of the request and without the values of members such as {@code "token"}. */
    String maskMembers(String text) {
        return SECRET_MEMBER.matcher(mask(text)).replaceAll("$1\"" + MASK + "\"");
    }

    /** The exception, if neither it nor a cause of it mentions a secret. */
    @Nullable
    Throwable safe(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (mentionsSecret(t)) {
                return null;
            }
        }
        return thrown;
    }

    private boolean mentionsSecret(Throwable t) {
        String message = t.getMessage();
        if (message != null && !mask(message).equals(message)) {
            return true;
        }
        for (Throwable suppressed : t.getSuppressed()) {
            if (safe(suppressed) == null) {
                return true;
            }
        }
        return false;
    }
}
