package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and changes members of notes and occurrences. */
final class GrafeasJson {
    private GrafeasJson() {}

    static Optional<Json> at(Json object, List<String> path) {
        Optional<Json> value = Optional.of(object);
        for (String name : path) {
            value = value.filter(v -> v.kind() == Json.Kind.OBJECT).flatMap(v -> v.get(name));
        }
        return value;
    }

    /** The text at a path; empty when there is none. */
    static String textAt(Json object, List<String> path) {
        return at(object, path)
                .filter(value -> value.kind() == Json.Kind.STRING)
                .map(Json::string)
                .orElse("");
    }

    static String text(Json object, String name) {
        return textAt(object, List.of(name));
    }

    static List<Json> elements(Json object, String name) {
        return object.get(name).map(Json::elements).orElse(List.of());
    }

    /** The text at a path, which has to be there. */
    static String requireText(Json object, String what, List<String> path) {
        String text = textAt(object, path);
        if (text.isEmpty()) {
            throw Refusal.invalid(what + "." + String.join(".", path) + " is required");
        }
        return text;
    }

    /** The object with another value at a path, or without one. */
    static Json with(Json object, List<String> path, Optional<Json> value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        String name = path.get(0);
        Optional<Json> inner = path.size() == 1
                ? value
                : Optional.of(
                        with(object.get(name).orElse(Json.object(Map.of())), path.subList(1, path.size()), value));
        inner.ifPresentOrElse(json -> members.put(name, json), () -> members.remove(name));
        return Json.object(members);
    }
}
