package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members of members, named with dots between them: {@code meta.name}. */
final class JsonPaths {
    private JsonPaths() {}

    static Optional<Json> get(Json object, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? object.get(path)
                : object.get(path.substring(0, dot)).flatMap(child -> get(child, path.substring(dot + 1)));
    }

    /** The object with another value at that place; without a value, without that member. */
    static Json with(Json object, String path, @Nullable Json value) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        int dot = path.indexOf('.');
        if (dot >= 0) {
            String child = path.substring(0, dot);
            Json inner = object.get(child).orElse(Json.object(Map.of()));
            members.put(child, with(inner, path.substring(dot + 1), value));
        } else if (value == null) {
            members.remove(path);
        } else {
            members.put(path, value);
        }
        return Json.object(members);
    }

    /** What is at these places of the object, and nothing else. */
    static Json only(Json object, List<String> paths) {
        Json part = Json.object(Map.of());
        for (String path : paths) {
            Optional<Json> value = get(object, path);
            if (value.isPresent()) {
                part = with(part, path, value.get());
            }
        }
        return part;
    }
}
