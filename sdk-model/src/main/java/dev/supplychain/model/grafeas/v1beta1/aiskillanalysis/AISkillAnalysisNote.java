package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import org.immutables.value.Value;

/**
 * Marker that turns a note into the parent of AI skill scan results. It has no fields; an empty object is still
 * meaningful and must be sent.
 *
 * <p>Proto: {@code grafeas.v1beta1.aiskillanalysis.AISkillAnalysisNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = AISkillAnalysisNote.Builder.class)
public non-sealed interface AISkillAnalysisNote extends Message, Note.Type {
    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AISkillAnalysisNote}. */
    final class Builder extends ImmutableAISkillAnalysisNote.Builder {
        Builder() {}
    }
}
