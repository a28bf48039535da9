package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.ApiException;
import java.util.Optional;

/**
 * What became of one item of a batch.
 *
 * @param <T> a note or an occurrence
 * @param item what was handed in; a note has the name that it was to have
 * @param result what became of it
 * @param stored the item as stored, with its name; present for {@link Result#STORED} only
 * @param failure why it was not stored or why that is not known; absent for {@link Result#STORED} and {@link
 *     Result#NOT_SENT}
 */
public record BatchOutcome<T>(T item, Result result, Optional<T> stored, Optional<ApiException> failure) {
    /** What can become of an item. */
    public enum Result {
        /** The server has it. */
        STORED,
        /** The server has it not: it refused the request with this item, left it out, or was not reached. */
        NOT_STORED,
        /** The server may have it or not: look before sending it again. */
        UNKNOWN,
        /** An earlier request failed in a way that ended the batch; the item can be sent as it is. */
        NOT_SENT
    }

    static <T> BatchOutcome<T> stored(T item, T stored) {
        return new BatchOutcome<>(item, Result.STORED, Optional.of(stored), Optional.empty());
    }

    static <T> BatchOutcome<T> failed(T item, ApiException failure) {
        Result result = failure.mayHaveActed() ? Result.UNKNOWN : Result.NOT_STORED;
        return new BatchOutcome<>(item, result, Optional.empty(), Optional.of(failure));
    }

    static <T> BatchOutcome<T> notSent(T item) {
        return new BatchOutcome<>(item, Result.NOT_SENT, Optional.empty(), Optional.empty());
    }

    /** Whether that became of it. */
    public boolean is(Result expected) {
        return result == expected;
    }
}
