package dev.supplychain.clients.internal;

import dev.supplychain.clients.ApiException;
import dev.supplychain.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service writes between the items of a stream when it fails: the status of the answer was a success and cannot be
 * taken back.
 */
final class InBandError {
    /** What results and envelopes have, and no error. */
    private static final List<String> OF_ITEMS = List.of("policyUri", "payload", "storeRequest", "storeResponse");

    /** One of these every error has. */
    static final List<String> MEMBERS = List.of("error", "title", "detail");

    private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");

    private InBandError() {}

    /**
     * The failure that a line of a stream tells of; absent when it is an item.
     *
     * @param head the answer that the line belongs to
     * @param itemsBefore how many items came before
     */
    static Optional<ApiException> of(ApiRequest request, Answer head, Json line, long itemsBefore) {
        if (OF_ITEMS.stream().anyMatch(name -> line.get(name).isPresent()) || !(isError(line) || isProblem(line))) {
            return Optional.empty();
        }
        int status = Stream.of(line.get("status"), line.get("error").flatMap(error -> error.get("code")))
                .flatMap(Optional::stream)
                .flatMapToInt(value -> status(value).stream())
                .findFirst()
                .orElse(head.status());
        Answer error = new Answer(
                status, head.headers(), Optional.empty(), line.toUtf8(), false, head.redactor(), Optional.empty());
        return Optional.of(ErrorDecoder.decode(request, error)
                // What came before the failure may have been done.
                .mayHaveActed(!request.endpoint().idempotent())
                .note(after(itemsBefore))
                .build());
    }

    /** A remark for a message. */
    static String after(long items) {
        return items == 1 ? "after 1 item" : "after " + items + " items";
    }

    private static boolean isError(Json line) {
        return line.get("error")
                .filter(error -> error.kind() == Json.Kind.OBJECT || error.kind() == Json.Kind.STRING)
                .isPresent();
    }

    /** The status of a problem is a number; that of a success is a word. */
    private static boolean isProblem(Json line) {
        boolean hasWord = line.get("status")
                .filter(status -> status.kind() == Json.Kind.STRING)
                .isPresent();
        return !hasWord
                && Stream.of("title", "detail")
                        .anyMatch(name -> line.get(name)
                                .filter(text -> text.kind() == Json.Kind.STRING)
                                .isPresent());
    }

    private static OptionalInt status(Json value) {
        return value.kind() == Json.Kind.NUMBER
                        && STATUS.matcher(value.number()).matches()
                ? OptionalInt.of(Integer.parseInt(value.number()))
                : OptionalInt.empty();
    }
}
