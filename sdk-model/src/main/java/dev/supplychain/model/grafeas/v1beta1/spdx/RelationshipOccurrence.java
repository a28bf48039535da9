package dev.supplychain.model.grafeas.v1beta1.spdx;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Link between two elements of an SPDX document.
 *
 * <p>Proto: {@code grafeas.v1beta1.spdx.RelationshipOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = RelationshipOccurrence.Builder.class)
@JsonPropertyOrder({"source", "target", "type", "comment"})
public non-sealed interface RelationshipOccurrence extends Message, Occurrence.KindDetails {
    /** SPDX identifier of the element the link starts from. */
    Optional<String> source();

    /** SPDX identifier of the element the link leads to, or {@code NONE} or {@code NOASSERTION}. */
    Optional<String> target();

    /** How source and target relate. Filled in by the service from the note. */
    @Value.Default
    default OpenEnum<RelationshipType> type() {
        return OpenEnum.of(RelationshipType.RELATIONSHIP_TYPE_UNSPECIFIED);
    }

    /** Remarks about the link. */
    Optional<String> comment();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelationshipOccurrence}. */
    final class Builder extends ImmutableRelationshipOccurrence.Builder {
        Builder() {}

        /** Sets {@link RelationshipOccurrence#type()} to a known constant. */
        public Builder type(RelationshipType type) {
            return type(OpenEnum.of(type));
        }
    }
}
