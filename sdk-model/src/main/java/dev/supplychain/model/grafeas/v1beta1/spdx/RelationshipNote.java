package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Note;
import org.immutables.value.Value;

/**
 * Sort of relationship that the occurrences of this note establish between two SPDX elements.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.RelationshipNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = RelationshipNote.Builder.class)
@JsonPropertyOrder({"type"})
public non-sealed interface RelationshipNote extends Message, Note.Type {
    /** How the source element relates to the target element. */
    @Value.Default
    default OpenEnum<RelationshipType> type() {
        return OpenEnum.of(RelationshipType.RELATIONSHIP_TYPE_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipNote}. */
    final class Builder extends ImmutableRelationshipNote.Builder {
        Builder() {}

        /** Sets {@link RelationshipNote#type()} to a known constant. */
        public Builder type(RelationshipType type) {
            return type(OpenEnum.of(type));
        }
    }
}
