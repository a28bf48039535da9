package dev.supplychain.clients.oci;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where the next part of a list is: {@code Link: </v2/app/tags/list?last=b&n=2>; rel="next"}.
 *
 * <p>Only the query of the link is used, at the place that was asked before: a registry behind a proxy may name itself
 * wrongly, and no link leads elsewhere.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
final class LinkHeader {
    private static final int MAX_CHARS = 8192;
    private static final Pattern NEXT = Pattern.compile(
            "\\s*<(?<target>[^<>\\s]+)>\\s*;\\s*rel\\s*=\\s*(?:\"next\"|next)\\s*", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    /** The query that asks for the next part, still encoded; absent when the header names none. */
    static Optional<String> nextQuery(Optional<String> header, HttpUrl asked) {
        return header.filter(text -> text.length() <= MAX_CHARS)
                .map(NEXT::matcher)
                .filter(Matcher::matches)
                .map(link -> asked.resolve(link.group("target")))
                .map(HttpUrl::encodedQuery);
    }
}
