package dev.supplychain.model.grafeas.v1beta1.project;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Owner of notes and occurrences on an open-source server. Google's projects are made elsewhere.
 *
 * <p>Proto: {@code grafeas.v1beta1.project.Project}.
 */
@Value.Immutable
@JsonDeserialize(builder = Project.Builder.class)
@JsonPropertyOrder({"name"})
public interface Project extends Message {
    /** Resource name, {@code projects/[PROJECT_ID]}; the caller chooses it. */
    Optional<String> name();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Project}. */
    final class Builder extends ImmutableProject.Builder {
        Builder() {}
    }
}
