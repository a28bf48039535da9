package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import org.immutables.value.Value;

/**
 * The kind marker of a note about the analysis of AI skills; it carries no data of its own.
 *
 * <p>Proto: {@code grafeas.v1.AISkillAnalysisNote}.
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
