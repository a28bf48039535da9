package dev.supplychain.model.problem;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.supplychain.model.Json;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Ignores a status that is not an HTTP status code. */
final class IfStatus extends StdConverter<Json, OptionalInt> {
    private static final Pattern STATUS_CODE = Pattern.compile("[1-9][0-9]{2}");

    @Override
    public OptionalInt convert(Json value) {
        return value.kind() == Json.Kind.NUMBER
                        && STATUS_CODE.matcher(value.number()).matches()
                ? OptionalInt.of(Integer.parseInt(value.number()))
                : OptionalInt.empty();
    }
}
