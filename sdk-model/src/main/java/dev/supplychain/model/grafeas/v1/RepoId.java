package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Google Cloud source repository, given by project and name or by a unique id.
 *
 * <p>Proto: {@code grafeas.v1.RepoId}.
 */
@Value.Immutable
@JsonDeserialize(builder = RepoId.Builder.class)
@JsonPropertyOrder({"projectRepoId", "uid"})
public interface RepoId extends Message {
    /** The repository by project and name; excludes {@code uid}. */
    Optional<ProjectRepoId> projectRepoId();

    /** The repository by the unique id that the server assigned; excludes {@code projectRepoId}. */
    Optional<String> uid();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RepoId}. */
    final class Builder extends ImmutableRepoId.Builder {
        Builder() {}

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code id} is set
         */
        @Override
        public RepoId build() {
            RepoId message = super.build();
            OneOf.named("RepoId", "id")
                    .part("projectRepoId", message.projectRepoId())
                    .part("uid", message.uid())
                    .check();
            return message;
        }
    }
}
