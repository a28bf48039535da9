package dev.supplychain.model.grafeas.v1beta1.source;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Revision in a Gerrit project, by commit or by alias.
 *
 * <p>Proto: {@code grafeas.v1beta1.source.GerritSourceContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = GerritSourceContext.Builder.class)
@JsonPropertyOrder({"hostUri", "gerritProject", "revisionId", "aliasContext"})
public non-sealed interface GerritSourceContext extends Message, SourceContext.Context {
    /** Address of the Gerrit server. */
    Optional<String> hostUri();

    /** Project on that server, including parent folders, such as {@code project/subproject}. */
    Optional<String> gerritProject();

    /** Commit ID. */
    Optional<String> revisionId();

    /** Branch or tag in place of a commit ID; may move. */
    Optional<AliasContext> aliasContext();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link GerritSourceContext}. */
    final class Builder extends ImmutableGerritSourceContext.Builder {
        Builder() {}

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code revision} is set
         */
        @Override
        public GerritSourceContext build() {
            GerritSourceContext message = super.build();
            OneOf.named("GerritSourceContext", "revision")
                    .part("revisionId", message.revisionId())
                    .part("aliasContext", message.aliasContext())
                    .check();
            return message;
        }
    }
}
