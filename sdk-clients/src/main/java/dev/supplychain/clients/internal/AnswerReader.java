package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ApiException.Kind;
import dev.supplychain.model.MalformedDataException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/** What a success becomes: never null, never half an object. */
final class AnswerReader {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int NO_CONTENT = 204;

    private AnswerReader() {}

    /**
     * The value of a JSON answer.
     *
     * @throws ApiException when the answer is empty, of another type, or cannot be read
     */
    static <T> T readJson(ApiRequest request, Answer answer, int attempts, Function<byte[], T> parser) {
        if (answer.status() == NO_CONTENT || answer.body().length == 0) {
            throw refused(request, answer, attempts).reason("empty body").build();
        }
        if (!MediaTypes.isJson(answer.mediaType())) {
            throw refused(request, answer, attempts)
                    .reason("the body is of type "
                            + answer.redactor().mask(answer.contentType().orElse("unknown")) + ", not JSON")
                    .build();
        }
        if (Arrays.equals(answer.body(), NULL)) {
            throw refused(request, answer, attempts).reason("the body is null").build();
        }
        try {
            return parser.apply(answer.body());
        } catch (MalformedDataException e) {
            throw refused(request, answer, attempts)
                    .reason(answer.redactor().mask(String.valueOf(e.getMessage())))
                    .cause(answer.redactor().safe(e))
                    .build();
        }
    }

    private static ApiException.Builder refused(ApiRequest request, Answer answer, int attempts) {
        return ApiException.builder(Kind.PROTOCOL, request.line())
                .httpStatus(answer.status())
                .requestId(answer.requestId())
                .mayHaveActed(!request.endpoint().idempotent())
                .attempts(attempts);
    }
}
