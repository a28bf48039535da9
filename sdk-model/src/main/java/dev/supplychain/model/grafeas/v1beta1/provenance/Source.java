package dev.supplychain.model.grafeas.v1beta1.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.source.SourceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Sources of a build and the hashes that pin them.
 *
 * <p>Proto: {@code grafeas.v1beta1.provenance.Source}.
 */
@Value.Immutable
@JsonDeserialize(builder = Source.Builder.class)
@JsonPropertyOrder({"artifactStorageSourceUri", "fileHashes", "context", "additionalContexts"})
public interface Source extends Message {
    /** Where binary inputs came from; absent when there were none. */
    Optional<String> artifactStorageSourceUri();

    /** Hashes of the source files, keyed by path. An archive counts as one file. */
    Map<String, FileHashes> fileHashes();

    /** Repository and revision that were built; absent when not built from a repository. */
    Optional<SourceContext> context();

    /** Further repositories, for example submodules. Does not repeat {@code context}. */
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
