package dev.supplychain.policy.report;

import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Collects the members of a JSON object, in order, with texts that can be written whatever they are. */
final class Members {
    private final Map<String, Json> members = new LinkedHashMap<>();

    Members put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Members put(String name, String text) {
        return put(name, Json.of(VisibleText.wellFormed(text)));
    }

    Members put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present.toString()));
        return this;
    }

    /** A list; left out when it is empty. */
    Members putTexts(String name, List<String> texts) {
        return putAll(
                name, texts.stream().map(VisibleText::wellFormed).map(Json::of).toList());
    }

    /** A list; left out when it is empty. */
    Members putAll(String name, List<Json> values) {
        return values.isEmpty() ? this : put(name, Json.array(values));
    }

    /** An object; left out when it is empty. */
    Members putTexts(String name, Map<String, String> texts) {
        Members object = new Members();
        texts.forEach((key, text) -> object.put(VisibleText.wellFormed(key), text));
        return texts.isEmpty() ? this : put(name, object.build());
    }

    /** Any value of strangers. */
    Members putForeign(String name, Json value) {
        return put(name, wellFormed(value));
    }

    Map<String, Json> asMap() {
        return members;
    }

    Json build() {
        return Json.object(members);
    }

    private static Json wellFormed(Json value) {
        return switch (value.kind()) {
            case STRING -> Json.of(VisibleText.wellFormed(value.string()));
            case ARRAY ->
                Json.array(value.elements().stream().map(Members::wellFormed).toList());
            case OBJECT ->
                Json.object(value.members().entrySet().stream()
                        .collect(Collectors.toMap(
                                member -> VisibleText.wellFormed(member.getKey()),
                                member -> wellFormed(member.getValue()),
                                (first, second) -> second,
                                LinkedHashMap::new)));
            case NUMBER, BOOLEAN, NULL -> value;
        };
    }
}
