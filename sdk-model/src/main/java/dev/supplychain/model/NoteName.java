package dev.supplychain.model;

/**
 * The name of a note, such as {@code projects/my-project/notes/built-by-ci} or {@code
 * projects/my-project/locations/us-central1/notes/built-by-ci}.
 *
 * @param project the project that owns it
 * @param note its id
 */
public record NoteName(ProjectName project, String note) {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException when it is empty, a dot segment, longer than 100 characters, or has other
     *     characters than letters, digits and {@code - . _ ~ :}
     */
    public NoteName {
        NameSegment.NOTE.require(note);
    }

    /**
     * The note of that id in a project without location.
     *
     * @throws IllegalArgumentException when a part is not allowed
     */
    public static NoteName of(String project, String note) {
        return new NoteName(ProjectName.of(project), note);
    }

    /**
     * The note in {@code projects/P[/locations/L]/notes/ID}.
     *
     * @throws MalformedDataException when the text is anything else; it quotes it and names the place
     */
    public static NoteName parse(String name) {
        ResourcePath path = ResourcePath.parse("note name", name, "notes");
        return path.checked(() -> new NoteName(path.project(), path.id()));
    }

    /** {@code projects/P[/locations/L]/notes/ID}. */
    @Override
    public String toString() {
        return project + "/notes/" + note;
    }
}
