package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a registry does not do: {@code {"errors": [{"code": "MANIFEST_UNKNOWN", "message": "…"}]}}. */
final class RegistryError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    RegistryError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    RegistryError(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    static RegistryError unknownManifest(String reference) {
        return new RegistryError(404, "MANIFEST_UNKNOWN", "manifest unknown: " + reference);
    }

    static RegistryError unknownBlob(String digest) {
        return new RegistryError(404, "BLOB_UNKNOWN", "blob unknown to registry: " + digest);
    }

    static RegistryError unsupported(String what) {
        return new RegistryError(405, "UNSUPPORTED", what + " is not supported");
    }

    FakeAnswer answer() {
        Map<String, Json> error = new LinkedHashMap<>();
        error.put("code", Json.of(code));
        error.put("message", Json.of(String.valueOf(getMessage())));
        FakeAnswer answer =
                FakeAnswer.json(status, Json.object(Map.of("errors", Json.array(List.of(Json.object(error))))));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return answer;
    }
}
