package dev.supplychain.model;

/**
 * The name of an occurrence, such as {@code projects/my-project/occurrences/9a0e…} or {@code
 * projects/my-project/locations/us-central1/occurrences/9a0e…}.
 *
 * @param project the project that owns it
 * @param occurrence its id
 */
public record OccurrenceName(ProjectName project, String occurrence) {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException when it is empty, a dot segment, longer than 255 characters, or has other
     *     characters than letters, digits and {@code - . _ ~ :}
     */
    public OccurrenceName {
        NameSegment.OCCURRENCE.require(occurrence);
    }

    /**
     * The occurrence of that id in a project without location.
     *
     * @throws IllegalArgumentException when a part is not allowed
     */
    public static OccurrenceName of(String project, String occurrence) {
        return new OccurrenceName(ProjectName.of(project), occurrence);
    }

    /**
     * The occurrence in {@code projects/P[/locations/L]/occurrences/ID}.
     *
     * @throws MalformedDataException when the text is anything else; it quotes it and names the place
     */
    public static OccurrenceName parse(String name) {
        ResourcePath path = ResourcePath.parse("occurrence name", name, "occurrences");
        return path.checked(() -> new OccurrenceName(path.project(), path.id()));
    }

    /** {@code projects/P[/locations/L]/occurrences/ID}. */
    @Override
    public String toString() {
        return project + "/occurrences/" + occurrence;
    }
}
