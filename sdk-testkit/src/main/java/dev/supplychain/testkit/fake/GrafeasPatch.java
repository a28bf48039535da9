package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes the fields that an update mask names, as Google's service does. */
final class GrafeasPatch {
    private static final Set<String> SET_BY_THE_SERVICE = Set.of("name", "kind", "createTime", "updateTime");

    private final GrafeasVersion version;
    private final WireSchema schema;

    GrafeasPatch(GrafeasVersion version, WireSchema schema) {
        this.version = version;
        this.schema = schema;
    }

    /**
     * The resource as changed; fields that only the service sets stay as they are.
     *
     * @param mask the paths with commas between them
     * @throws Refusal when the mask names a field that there is not, or one that cannot be changed
     */
    Json apply(GrafeasPath path, Json stored, Json sent, String mask) {
        Json changed = stored;
        for (String field : mask.split(",", -1)) {
            List<String> names = List.of(field.split("\\.", -1));
            if (!schema.hasField(path.isNotes() ? "Note" : "Occurrence", names)) {
                throw Refusal.invalid("Invalid field mask: \"" + field + "\" is not a field of "
                        + (path.isNotes() ? "Note" : "Occurrence"));
            }
            if (!SET_BY_THE_SERVICE.contains(names.get(0))) {
                Optional<Json> value = GrafeasJson.at(sent, names);
                requireMutable(path, stored, names, value);
                changed = GrafeasJson.with(changed, names, value);
            }
        }
        return changed;
    }

    private void requireMutable(GrafeasPath path, Json stored, List<String> names, Optional<Json> value) {
        boolean isFixed = !path.isNotes() && isFixedOfOccurrence(names.get(0));
        if (isFixed && !GrafeasJson.at(stored, names).equals(value)) {
            throw Refusal.invalid(
                    "occurrence." + String.join(".", names) + " is immutable and cannot be changed by an update");
        }
    }

    private boolean isFixedOfOccurrence(String member) {
        return member.equals("noteName")
                || member.equals(version.resourceUri().get(0))
                || version.kindOf(member).isPresent();
    }
}
