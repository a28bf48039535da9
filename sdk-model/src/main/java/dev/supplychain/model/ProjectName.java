package dev.supplychain.model;

import java.util.Optional;

/**
 * The project that owns notes and occurrences, such as {@code projects/my-project} or {@code
 * projects/my-project/locations/us-central1}.
 *
 * @param project the project's id, such as {@code my-project} or {@code example.com:my-project}
 * @param location the region, where the project's resources are kept by region
 */
public record ProjectName(String project, Optional<String> location) {
    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException when one is empty, a dot segment, too long, or has other characters than letters,
     *     digits and {@code - . _ :} (in a location: {@code -})
     */
    public ProjectName {
        NameSegment.PROJECT.require(project);
        location.ifPresent(NameSegment.LOCATION::require);
    }

    /**
     * A project without location.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    public static ProjectName of(String project) {
        return new ProjectName(project, Optional.empty());
    }

    /**
     * A project in a location, such as {@code us-central1}.
     *
     * @throws IllegalArgumentException when a part is not allowed
     */
    public static ProjectName of(String project, String location) {
        return new ProjectName(project, Optional.of(location));
    }

    /**
     * The project in {@code projects/P} or {@code projects/P/locations/L}.
     *
     * @throws MalformedDataException when the text is anything else; it quotes it and names the place
     */
    public static ProjectName parse(String name) {
        return ResourcePath.parse("project name", name, "").project();
    }

    /** The occurrence of that id in this project. */
    public OccurrenceName occurrence(String id) {
        return new OccurrenceName(this, id);
    }

    /** The note of that id in this project. */
    public NoteName note(String id) {
        return new NoteName(this, id);
    }

    /** {@code projects/P} or {@code projects/P/locations/L}. */
    @Override
    public String toString() {
        return "projects/" + project + location.map(l -> "/locations/" + l).orElse("");
    }
}
