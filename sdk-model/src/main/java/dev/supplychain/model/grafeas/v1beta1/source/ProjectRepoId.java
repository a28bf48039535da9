package dev.supplychain.model.grafeas.v1beta1.source;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Repository by project and name.
 *
 * <p>Proto: {@code grafeas.v1beta1.source.ProjectRepoId}.
 */
@Value.Immutable
@JsonDeserialize(builder = ProjectRepoId.Builder.class)
@JsonPropertyOrder({"projectId", "repoName"})
public interface ProjectRepoId extends Message {
    /** Project that owns the repository. */
    Optional<String> projectId();

    /** Repository name; empty means the default repository. */
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
