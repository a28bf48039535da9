package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The segments of {@code projects/P[/locations/L][/COLLECTION/ID]}, cut but, for the id, not checked yet. */
record ResourcePath(String kind, String text, ProjectName project, String id) {
    private static final Pattern SLASH = Pattern.compile("/");

    /**
     * Cuts a name.
     *
     * @param kind what it is, for messages
     * @param collection {@code occurrences} or {@code notes}; empty for the name of a project
     */
    static ResourcePath parse(String kind, String text, String collection) {
        String[] parts = SLASH.split(text, -1);
        int tail = collection.isEmpty() ? 0 : 2;
        boolean hasLocation = parts.length == 4 + tail;
        if ((!hasLocation && parts.length != 2 + tail)
                || !parts[0].equals("projects")
                || (hasLocation && !parts[2].equals("locations"))
                || (tail > 0 && !parts[parts.length - 2].equals(collection))) {
            throw new MalformedDataException(
                    kind,
                    "",
                    Excerpt.quoted(text) + " has not the form projects/P[/locations/L]"
                            + (tail > 0 ? "/" + collection + "/ID" : ""));
        }
        Optional<String> location = hasLocation ? Optional.of(parts[3]) : Optional.empty();
        ProjectName project = checked(kind, text, () -> new ProjectName(parts[1], location));
        return new ResourcePath(kind, text, project, parts[parts.length - 1]);
    }

    <T> T checked(Supplier<T> name) {
        return checked(kind, text, name);
    }

    private static <T> T checked(String kind, String text, Supplier<T> name) {
        try {
            return name.get();
        } catch (IllegalArgumentException e) {
            throw new MalformedDataException(kind, Excerpt.quoted(text), String.valueOf(e.getMessage()), e);
        }
    }
}
