package dev.supplychain.testkit.fake;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a fake answers to a request.
 *
 * @param status the HTTP status
 * @param headers the headers, among them {@code Content-Type}; the length is added
 * @param body the body
 */
public record FakeAnswer(int status, Map<String, String> headers, Bytes body) {
    /** Takes a copy of the headers. */
    public FakeAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** An answer of {@code application/json}. */
    public static FakeAnswer json(int status, Json body) {
        return new FakeAnswer(status, contentType("application/json"), Bytes.of(body.toUtf8()));
    }

    /** An answer of a text in UTF-8. */
    public static FakeAnswer text(int status, String contentType, String body) {
        return new FakeAnswer(status, contentType(contentType), Bytes.utf8(body));
    }

    /** The same answer with one more header, or another value of it. */
    public FakeAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new FakeAnswer(status, more, body);
    }

    private static Map<String, String> contentType(String value) {
        return Map.of("Content-Type", value);
    }
}
