package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The body of an update: what is changed of which signature.
 *
 * @param object the signature's new parts, with its uuid
 * @param paths the fields that are changed
 */
record EndorUpdate(Json object, List<String> paths) {
    private static final Pattern READ_ONLY =
            Pattern.compile("uuid|tenant_meta(\\..*)?|meta\\.(create_time|created_by|index_data"
                    + "|kind|references|update_time|updated_by|upsert_time|version)(\\..*)?");
    private static final Pattern PART = Pattern.compile("(meta|spec)(\\.[a-z_]+)+|meta|spec");

    /**
     * Reads one.
     *
     * @throws Refusal when it names no signature, or changes nothing, or what nobody may change
     */
    static EndorUpdate parse(Json body) {
        for (String name : body.members().keySet()) {
            if (!name.equals("object") && !name.equals("request")) {
                throw Refusal.invalid("unknown field \"" + name + "\"");
            }
        }
        Json object = body.get("object").orElseThrow(() -> Refusal.invalid("object is required"));
        String mask =
                JsonPaths.get(body, "request.update_mask").map(Json::string).orElse("");
        if (mask.isEmpty()) {
            throw Refusal.invalid("request.update_mask is required");
        }
        List<String> paths = Arrays.asList(mask.split(",", -1));
        paths.forEach(EndorUpdate::checkPath);
        return new EndorUpdate(object, paths);
    }

    private static void checkPath(String path) {
        if (READ_ONLY.matcher(path).matches()) {
            throw Refusal.invalid("update_mask path \"" + path + "\" is read-only");
        }
        if (!PART.matcher(path).matches()) {
            throw Refusal.invalid("update_mask path \"" + path + "\" is not known");
        }
    }

    String uuid() {
        return object.get("uuid").map(Json::string).orElseThrow(() -> Refusal.invalid("object.uuid is required"));
    }

    /** What is stored, changed; a field that the mask names and the object lacks is cleared. */
    Json applyTo(Json stored) {
        Json changed = stored;
        for (String path : paths) {
            changed = JsonPaths.with(changed, path, JsonPaths.get(object, path).orElse(null));
        }
        return changed;
    }

    /** The parts of a signature that the schema of a create request has. */
    static Json writable(Json signature) {
        Map<String, Json> parts = new LinkedHashMap<>(signature.members());
        parts.remove("uuid");
        return Json.object(parts);
    }
}
