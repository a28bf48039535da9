package dev.supplychain.model.governor;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Older servers send {@code ""} for an empty object. */
final class OlderMaps {
    private OlderMaps() {}

    private static Map<String, Json> members(Json value) {
        return value.equals(Json.of("")) ? Map.of() : value.members();
    }

    static final class OfJson extends StdConverter<Json, Map<String, Json>> {
        @Override
        public Map<String, Json> convert(Json value) {
            return members(value);
        }
    }

    static final class OfText extends StdConverter<Json, Map<String, String>> {
        @Override
        public Map<String, String> convert(Json value) {
            Map<String, String> texts = new LinkedHashMap<>();
            members(value).forEach((name, text) -> texts.put(name, text.string()));
            return texts;
        }
    }
}
