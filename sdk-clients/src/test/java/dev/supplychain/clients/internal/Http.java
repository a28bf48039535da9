package dev.supplychain.clients.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** Requests and answers for tests. */
public final class Http {
    private Http() {}

    /** The body of a request that has one. */
    public static String body(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body);
    }

    /** A success that {@link Echo} reads as code 5. */
    static MockResponse ok() {
        return json(200, "{\"code\":5}").build();
    }

    static MockResponse status(int status) {
        return json(status, "{\"code\":14,\"message\":\"no\"}").build();
    }

    static MockResponse retryAfter(int status, String value) {
        return json(status, "{}").setHeader("Retry-After", value).build();
    }

    static MockResponse bytes(String contentType, Buffer body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", contentType)
                .body(body)
                .build();
    }

    static Buffer gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Buffer().write(out.toByteArray());
    }
}
