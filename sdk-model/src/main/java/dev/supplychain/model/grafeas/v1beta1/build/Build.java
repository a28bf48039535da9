package dev.supplychain.model.grafeas.v1beta1.build;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Builder that produced the artifacts described by the build occurrences of this note.
 *
 * <p>Proto: {@code grafeas.v1beta1.build.Build}.
 */
@Value.Immutable
@JsonDeserialize(builder = Build.Builder.class)
@JsonPropertyOrder({"builderVersion", "signature"})
public non-sealed interface Build extends Message, Note.Type {
    /** Required, fixed after creation. Version of the builder. */
    Optional<String> builderVersion();

    /**
     * Signature over the provenance in the linked occurrences; absent when the provenance is unsigned or signed
     * elsewhere, for example in an envelope.
     */
    Optional<BuildSignature> signature();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Build}. */
    final class Builder extends ImmutableBuild.Builder {
        Builder() {}
    }
}
