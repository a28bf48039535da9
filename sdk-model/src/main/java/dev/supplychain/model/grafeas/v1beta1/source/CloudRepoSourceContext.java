package dev.supplychain.model.grafeas.v1beta1.source;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Revision hosted by Cloud Source Repositories, by ID or by alias.
 *
 * <p>Proto: {@code grafeas.v1beta1.source.CloudRepoSourceContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = CloudRepoSourceContext.Builder.class)
@JsonPropertyOrder({"repoId", "revisionId", "aliasContext"})
public non-sealed interface CloudRepoSourceContext extends Message, SourceContext.Context {
    /** Which repository. */
    Optional<RepoId> repoId();

    /** Commit ID. */
    Optional<String> revisionId();

    /** Branch or tag in place of a commit ID; may move. */
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
