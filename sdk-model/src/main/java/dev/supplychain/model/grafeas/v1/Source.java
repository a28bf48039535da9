package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where the source code of a build came from, with its hashes.
 *
 * <p>Proto: {@code grafeas.v1.Source}.
 */
@Value.Immutable
@JsonDeserialize(builder = Source.Builder.class)
@JsonPropertyOrder({"artifactStorageSourceUri", "fileHashes", "context", "additionalContexts"})
public interface Source extends Message {
    /** Where the input archive was stored; absent when the build did not use one. */
    Optional<String> artifactStorageSourceUri();

    /** Hashes of the source, by file path; a source that came as one archive has a single entry for it. */
    Map<String, FileHashes> fileHashes();

    /** The repository revision that the source came from. */
    Optional<SourceContext> context();

    /** Further revisions that took part, such as submodules; the main context is not repeated here. */
    List<SourceContext> additionalContexts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Source}. */
    final class Builder extends ImmutableSource.Builder {
        Builder() {}
    }
}
