package dev.supplychain.clients.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The codes of {@code google.rpc.Status}, in the order of their numbers.
 *
 * @see <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto">google.rpc.Code</a>
 */
enum RpcCode {
    OK(0),
    CANCELLED(1),
    UNKNOWN(2),
    INVALID_ARGUMENT(3),
    DEADLINE_EXCEEDED(4),
    NOT_FOUND(5),
    ALREADY_EXISTS(6),
    PERMISSION_DENIED(7),
    RESOURCE_EXHAUSTED(8),
    FAILED_PRECONDITION(9),
    ABORTED(10),
    OUT_OF_RANGE(11),
    UNIMPLEMENTED(12),
    INTERNAL(13),
    UNAVAILABLE(14),
    DATA_LOSS(15),
    UNAUTHENTICATED(16);

    private final int number;

    RpcCode(int number) {
        this.number = number;
    }

    /** The name of a number; absent when there is none. */
    static Optional<String> nameOf(OptionalInt number) {
        return Arrays.stream(values())
                .filter(code -> code != OK && number.isPresent() && code.number == number.getAsInt())
                .map(RpcCode::name)
                .findFirst();
    }

    /** The number of a name; absent when there is none. */
    static OptionalInt numberOf(String name) {
        return Arrays.stream(values())
                .filter(code -> code.name().equals(name))
                .mapToInt(code -> code.number)
                .findFirst();
    }
}
