package dev.supplychain.model.endor;

import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.internal.Excerpt;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The paths of an update, and what of a signature they name. */
final class UpdateMask {
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Pattern READ_ONLY =
            Pattern.compile("uuid|tenant_meta(\\..*)?|meta\\.(create_time|created_by|index_data"
                    + "|kind|references|update_time|updated_by|upsert_time|version)(\\..*)?");

    private final Set<String> paths;

    private UpdateMask(Set<String> paths) {
        this.paths = paths;
    }

    static UpdateMask of(String... paths) {
        if (paths.length == 0) {
            throw new IllegalArgumentException("update_mask needs at least one path");
        }
        for (String path : paths) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "update_mask " + Excerpt.quoted(path) + " is not names with dots between them");
            }
            if (READ_ONLY.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "update_mask " + Excerpt.quoted(path) + " is set by the service alone");
            }
        }
        return new UpdateMask(new LinkedHashSet<>(List.of(paths)));
    }

    /** The uuid and what the paths name. */
    ArtifactSignature pruned(ArtifactSignature signature) {
        String uuid = signature.uuid().orElseThrow(() -> new IllegalStateException("uuid is required"));
        ArtifactSignature sendable = ArtifactSignature.builder()
                .from(signature)
                .meta(signature.meta().map(ReadOnlyFields::withoutPartial))
                .buildPartial();
        Map<String, Json> kept =
                new LinkedHashMap<>(pruned(ModelJson.toJson(sendable), "").members());
        kept.put("uuid", Json.of(uuid));
        return ModelJson.read(Json.object(kept), ArtifactSignature.class);
    }

    private Json pruned(Json object, String parent) {
        Map<String, Json> kept = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            String path = parent + name;
            if (paths.contains(path)) {
                kept.put(name, value);
            } else if (paths.stream().anyMatch(p -> p.startsWith(path + ".")) && value.kind() == Json.Kind.OBJECT) {
                kept.put(name, pruned(value, path + "."));
            }
        });
        return Json.object(kept);
    }

    /** The paths with commas between them. */
    @Override
    public String toString() {
        return String.join(",", paths);
    }
}
