package dev.supplychain.clients.grafeas;

import dev.supplychain.clients.internal.PathParameter;
import java.util.Optional;

/**
 * A project, or one of its locations: what holds notes and occurrences.
 *
 * @param project the id of the project, such as {@code my-project} or {@code example.com:my-project}
 * @param location the location, such as {@code us-central1}; absent for the global endpoint
 */
public record ProjectName(String project, Optional<String> location) {
    private static final PathParameter PROJECT = new PathParameter("project", "-._:", 100);
    private static final PathParameter LOCATION = new PathParameter("location", "-", 63);

    /**
     * Checks both parts.
     *
     * @throws IllegalArgumentException when a part cannot stand in a path
     */
    public ProjectName {
        PROJECT.require(project);
        location.ifPresent(LOCATION::require);
    }

    /**
     * Reads {@code my-project}, {@code projects/my-project} or {@code projects/my-project/locations/us-central1}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static ProjectName parse(String text) {
        return text.indexOf('/') < 0
                ? new ProjectName(text, Optional.empty())
                : ResourceName.parse("project name", text, "").parent();
    }

    /** {@code projects/PROJECT} or {@code projects/PROJECT/locations/LOCATION}. */
    @Override
    public String toString() {
        return "projects/" + project
                + location.map(place -> "/locations/" + place).orElse("");
    }
}
