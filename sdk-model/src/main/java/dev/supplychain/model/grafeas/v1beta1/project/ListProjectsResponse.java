package dev.supplychain.model.grafeas.v1beta1.project;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One page of projects.
 *
 * <p>Proto: {@code grafeas.v1beta1.project.ListProjectsResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ListProjectsResponse.Builder.class)
@JsonPropertyOrder({"projects", "nextPageToken"})
public interface ListProjectsResponse extends Message {
    /** Projects of the page; may be empty although more pages follow. */
    List<Project> projects();

    /** Token for the next page. Absent or empty means this is the last one. */
    Optional<String> nextPageToken();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ListProjectsResponse}. */
    final class Builder extends ImmutableListProjectsResponse.Builder {
        Builder() {}
    }
}
