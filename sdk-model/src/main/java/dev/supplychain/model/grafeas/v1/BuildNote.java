package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A note for builds made by one version of a builder; occurrences of this note hold the provenance.
 *
 * <p>Proto: {@code grafeas.v1.BuildNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = BuildNote.Builder.class)
@JsonPropertyOrder({"builderVersion"})
public non-sealed interface BuildNote extends Message, Note.Type {
    /** Version of the builder; cannot be changed after creation. */
    Optional<String> builderVersion();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BuildNote}. */
    final class Builder extends ImmutableBuildNote.Builder {
        Builder() {}
    }
}
