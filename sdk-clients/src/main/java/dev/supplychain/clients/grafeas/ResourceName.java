package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.PathParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of something in a project.
 *
 * @param parent the project, with or without a location
 * @param collection what kind of thing, such as {@code notes}; empty for the project itself
 * @param id its id; empty for the project itself
 */
record ResourceName(ProjectName parent, String collection, String id) {
    static final String NOTES = "notes";
    static final String OCCURRENCES = "occurrences";

    static final PathParameter NOTE_ID = new PathParameter("note id", "-._~:", 100);
    private static final PathParameter OCCURRENCE_ID = new PathParameter("occurrence id", "-._~:", 255);
    private static final Pattern SLASH = Pattern.compile("/");

    ResourceName {
        if (collection.equals(NOTES)) {
            NOTE_ID.require(id);
        } else if (collection.equals(OCCURRENCES)) {
            OCCURRENCE_ID.require(id);
        }
    }

    static ResourceName note(String name) {
        return parse("note name", name, NOTES);
    }

    static ResourceName occurrence(String name) {
        return parse("occurrence name", name, OCCURRENCES);
    }

    /**
     * Reads {@code projects/P[/locations/L][/COLLECTION/ID]}.
     *
     * @param collection what must be in it; empty for nothing
     * @throws IllegalArgumentException when it is another kind of name; it is not quoted
     */
    static ResourceName parse(String what, String text, String collection) {
        List<String> parts = Arrays.asList(SLASH.split(text, -1));
        boolean located = parts.size() > 2 && parts.get(2).equals("locations");
        int rest = located ? 4 : 2;
        int expected = rest + (collection.isEmpty() ? 0 : 2);
        if (parts.size() != expected
                || !parts.get(0).equals("projects")
                || (!collection.isEmpty() && !parts.get(rest).equals(collection))) {
            throw new IllegalArgumentException(
                    "the " + what + " is not like " + form(collection) + ", with /locations/LOCATION or without");
        }
        ProjectName parent = new ProjectName(parts.get(1), located ? Optional.of(parts.get(3)) : Optional.empty());
        return new ResourceName(parent, collection, collection.isEmpty() ? "" : parts.get(rest + 1));
    }

    private static String form(String collection) {
        return "projects/PROJECT" + (collection.isEmpty() ? "" : "/" + collection + "/ID");
    }

    @Override
    public String toString() {
        return parent + (collection.isEmpty() ? "" : "/" + collection + "/" + id);
    }
}
