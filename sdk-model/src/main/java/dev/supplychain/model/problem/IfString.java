package dev.supplychain.model.problem;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.supplychain.model.Json;
import java.util.Optional;

/** Ignores a member that should be a string and is not. */
final class IfString extends StdConverter<Json, Optional<String>> {
    @Override
    public Optional<String> convert(Json value) {
        return value.kind() == Json.Kind.STRING ? Optional.of(value.string()) : Optional.empty();
    }
}
