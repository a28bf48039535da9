package dev.supplychain.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON trees as proto3 sees them: what stands for "not set" is left out. */
public final class JsonTrees {
    private JsonTrees() {}

    /** The tree without members that are null, empty, zero, false or an unspecified constant. */
    public static Json withoutDefaults(Json json) {
        return switch (json.kind()) {
            case OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                json.members().forEach((name, value) -> {
                    if (!isDefault(value)) {
                        members.put(name, withoutDefaults(value));
                    }
                });
                yield Json.object(members);
            }
            case ARRAY ->
                Json.array(
                        json.elements().stream().map(JsonTrees::withoutDefaults).toList());
            default -> json;
        };
    }

    private static boolean isDefault(Json json) {
        return switch (json.kind()) {
            case NULL -> true;
            case BOOLEAN -> !json.bool();
            case STRING -> json.string().isEmpty() || json.string().endsWith("_UNSPECIFIED");
            case ARRAY -> json.elements().equals(List.of());
            case NUMBER -> json.decimal().signum() == 0;
            case OBJECT -> false;
        };
    }
}
