package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A revision in a source repository of Google Cloud, given by its id or by an alias.
 *
 * <p>Proto: {@code grafeas.v1.CloudRepoSourceContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = CloudRepoSourceContext.Builder.class)
@JsonPropertyOrder({"repoId", "revisionId", "aliasContext"})
public non-sealed interface CloudRepoSourceContext extends Message, SourceContext.Context {
    /** The repository. */
    Optional<RepoId> repoId();

    /** Identifier of the revision; excludes {@code aliasContext}. */
    Optional<String> revisionId();

    /** Tag or branch that names the revision; excludes {@code revisionId}. */
    Optional<AliasContext> aliasContext();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CloudRepoSourceContext}. */
    final class Builder extends ImmutableCloudRepoSourceContext.Builder {
        Builder() {}

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code revision} is set
         */
        @Override
        public CloudRepoSourceContext build() {
            CloudRepoSourceContext message = super.build();
            OneOf.named("CloudRepoSourceContext", "revision")
                    .part("revisionId", message.revisionId())
                    .part("aliasContext", message.aliasContext())
                    .check();
            return message;
        }
    }
}
