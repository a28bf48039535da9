package dev.supplychain.model.grafeas.v1beta1.source;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Google Cloud Source repository, by project and name or by ID.
 *
 * <p>Proto: {@code grafeas.v1beta1.source.RepoId}.
 */
@Value.Immutable
@JsonDeserialize(builder = RepoId.Builder.class)
@JsonPropertyOrder({"projectRepoId", "uid"})
public interface RepoId extends Message {
    /** Project and name. */
    Optional<ProjectRepoId> projectRepoId();

    /** Globally unique ID assigned by the server. */
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
