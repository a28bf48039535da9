package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A revision in a Gerrit project, given by its id or by an alias.
 *
 * <p>Proto: {@code grafeas.v1.GerritSourceContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = GerritSourceContext.Builder.class)
@JsonPropertyOrder({"hostUri", "gerritProject", "revisionId", "aliasContext"})
public non-sealed interface GerritSourceContext extends Message, SourceContext.Context {
    /** URI of the Gerrit server. */
    Optional<String> hostUri();

    /** Full name of the project on the server, including the names of parent projects. */
    Optional<String> gerritProject();

    /** Commit of the revision; excludes {@code aliasContext}. */
    Optional<String> revisionId();

    /** Tag or branch that names the revision; excludes {@code revisionId}. */
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
