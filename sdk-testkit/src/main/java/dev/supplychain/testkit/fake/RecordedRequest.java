package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived at a fake, without its secrets.
 *
 * @param method the HTTP method, such as {@code POST}
 * @param path the path and the query as sent, still percent-encoded, such as {@code /v1/projects/p/notes?noteId=qa}
 * @param headers the headers by lower-case name; repeated ones are joined with {@code ", "}. Of credentials only the
 *     scheme is kept: {@code Bearer ***}
 * @param body the body; empty when there was none
 */
public record RecordedRequest(String method, String path, Map<String, String> headers, Bytes body) {
    /** Takes a copy of the headers. */
    public RecordedRequest {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** A header's value; absent when it was not sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The body as JSON.
     *
     * @throws MalformedDataException when it is not strict JSON
     */
    public Json json() {
        return Json.parse(body.toByteArray());
    }

    /** Method and path. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
