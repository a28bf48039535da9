package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The notes and occurrences of one version, in the order in which they were created. */
final class GrafeasStore {
    private final Map<String, Json> notes = new LinkedHashMap<>();
    private final Map<String, Json> occurrences = new LinkedHashMap<>();

    Map<String, Json> notes() {
        return notes;
    }

    Map<String, Json> occurrences() {
        return occurrences;
    }

    Map<String, Json> collection(GrafeasPath path) {
        return path.isNotes() ? notes : occurrences;
    }

    /**
     * The note or occurrence of a path.
     *
     * @throws Refusal when there is none
     */
    Json require(GrafeasPath path) {
        Json resource = collection(path).get(path.name());
        if (resource == null) {
            throw missing(path);
        }
        return resource;
    }

    /**
     * Removes the note or occurrence of a path.
     *
     * @throws Refusal when there is none
     */
    void remove(GrafeasPath path) {
        if (collection(path).remove(path.name()) == null) {
            throw missing(path);
        }
    }

    private static Refusal missing(GrafeasPath path) {
        return Refusal.notFound((path.isNotes() ? "note" : "occurrence") + " \"" + path.name() + "\" does not exist");
    }

    /** Changes what has that name; false when nothing has. */
    boolean tamper(String name, UnaryOperator<Json> change) {
        Map<String, Json> store = notes.containsKey(name) ? notes : occurrences;
        return store.computeIfPresent(name, (n, resource) -> change.apply(resource)) != null;
    }

    /** Does several things, or none of them when one is refused. */
    List<Json> allOrNothing(Supplier<List<Json>> changes) {
        Map<String, Json> notesBefore = new LinkedHashMap<>(notes);
        Map<String, Json> occurrencesBefore = new LinkedHashMap<>(occurrences);
        try {
            return changes.get();
        } catch (Refusal e) {
            notes.clear();
            notes.putAll(notesBefore);
            occurrences.clear();
            occurrences.putAll(occurrencesBefore);
            throw e;
        }
    }
}
