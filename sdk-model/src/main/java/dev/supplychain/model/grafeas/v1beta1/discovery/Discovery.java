package dev.supplychain.model.grafeas.v1beta1.discovery;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Note;
import dev.supplychain.model.grafeas.v1beta1.NoteKind;
import org.immutables.value.Value;

/**
 * Announces which analysis a provider performs. An occurrence of the note appears in the consumer's project when the
 * analysis of a resource begins.
 *
 * <p>Proto: {@code grafeas.v1beta1.discovery.Discovery}.
 */
@Value.Immutable
@JsonDeserialize(builder = Discovery.Builder.class)
@JsonPropertyOrder({"analysisKind"})
public non-sealed interface Discovery extends Message, Note.Type {
    /** Required, fixed after creation. Kind of occurrence that the analysis produces. */
    @Value.Default
    default OpenEnum<NoteKind> analysisKind() {
        return OpenEnum.of(NoteKind.NOTE_KIND_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Discovery}. */
    final class Builder extends ImmutableDiscovery.Builder {
        Builder() {}

        /** Sets {@link Discovery#analysisKind()} to a known constant. */
        public Builder analysisKind(NoteKind analysisKind) {
            return analysisKind(OpenEnum.of(analysisKind));
        }
    }
}
