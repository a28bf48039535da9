package dev.supplychain.model.grafeas.v1beta1.source;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Revision of a source tree in one of three kinds of repository.
 *
 * <p>Proto: {@code grafeas.v1beta1.source.SourceContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = SourceContext.Builder.class)
@JsonPropertyOrder({"cloudRepo", "gerrit", "git", "labels"})
public interface SourceContext extends Message {
    /** Revision hosted by Cloud Source Repositories. */
    Optional<CloudRepoSourceContext> cloudRepo();

    /** Revision in a Gerrit project. */
    Optional<GerritSourceContext> gerrit();

    /** Revision in any other Git repository. */
    Optional<GitSourceContext> git();

    /** Labels chosen by the user. */
    Map<String, String> labels();

    /** The one part that is set, of {@code cloudRepo}, {@code gerrit}, {@code git}; empty when none is. */
    default Optional<Context> context() {
        return Stream.<Optional<? extends Context>>of(cloudRepo(), gerrit(), git())
                .<Context>flatMap(Optional::stream)
                .findFirst();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link SourceContext#context()} can be. */
    sealed interface Context permits CloudRepoSourceContext, GerritSourceContext, GitSourceContext {}

    /** Builds a {@link SourceContext}. */
    final class Builder extends ImmutableSourceContext.Builder {
        Builder() {}

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code context} is set
         */
        @Override
        public SourceContext build() {
            SourceContext message = super.build();
            OneOf.named("SourceContext", "context")
                    .part("cloudRepo", message.cloudRepo())
                    .part("gerrit", message.gerrit())
                    .part("git", message.git())
                    .check();
            return message;
        }
    }
}
