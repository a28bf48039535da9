package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import org.immutables.value.Value;

/**
 * A kind of analysis that a provider performs; discovery occurrences report its progress on single resources.
 *
 * <p>Proto: {@code grafeas.v1.DiscoveryNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = DiscoveryNote.Builder.class)
@JsonPropertyOrder({"analysisKind"})
public non-sealed interface DiscoveryNote extends Message, Note.Type {
    /** The kind of analysis; cannot be changed after creation. */
    @Value.Default
    default OpenEnum<NoteKind> analysisKind() {
        return OpenEnum.of(NoteKind.NOTE_KIND_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DiscoveryNote}. */
    final class Builder extends ImmutableDiscoveryNote.Builder {
        Builder() {}

        /** Sets {@link DiscoveryNote#analysisKind()} to a known constant. */
        public Builder analysisKind(NoteKind analysisKind) {
            return analysisKind(OpenEnum.of(analysisKind));
        }
    }
}
