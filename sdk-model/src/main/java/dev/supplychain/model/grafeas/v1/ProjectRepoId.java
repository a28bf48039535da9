package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A source repository given by project and name.
 *
 * <p>Proto: {@code grafeas.v1.ProjectRepoId}.
 */
@Value.Immutable
@JsonDeserialize(builder = ProjectRepoId.Builder.class)
@JsonPropertyOrder({"projectId", "repoName"})
public interface ProjectRepoId extends Message {
    /** Identifier of the project. */
    Optional<String> projectId();

    /** Name of the repository; absent means the project's default one. */
    Optional<String> repoName();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProjectRepoId}. */
    final class Builder extends ImmutableProjectRepoId.Builder {
        Builder() {}
    }
}
