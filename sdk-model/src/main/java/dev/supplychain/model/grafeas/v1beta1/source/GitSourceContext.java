package dev.supplychain.model.grafeas.v1beta1.source;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Commit in a Git repository.
 *
 * <p>Proto: {@code grafeas.v1beta1.source.GitSourceContext}.
 */
@Value.Immutable
@JsonDeserialize(builder = GitSourceContext.Builder.class)
@JsonPropertyOrder({"url", "revisionId"})
public non-sealed interface GitSourceContext extends Message, SourceContext.Context {
    /** Repository URL. */
    Optional<String> url();

    /** Commit hash. */
    Optional<String> revisionId();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link GitSourceContext}. */
    final class Builder extends ImmutableGitSourceContext.Builder {
        Builder() {}
    }
}
