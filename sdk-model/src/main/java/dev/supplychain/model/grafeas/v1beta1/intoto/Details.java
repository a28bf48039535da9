package dev.supplychain.model.grafeas.v1beta1.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * In-toto details of an occurrence: link metadata and its signatures.
 *
 * <p>Proto: {@code grafeas.v1beta1.intoto.Details}.
 */
@Value.Immutable
@JsonDeserialize(builder = Details.Builder.class)
@JsonPropertyOrder({"signatures", "signed"})
public non-sealed interface Details extends Message, Occurrence.KindDetails {
    /** Signatures over the link. */
    List<Signature> signatures();

    /** The link. The proto calls it {@code link}; its JSON name is {@code signed}. */
    Optional<Link> signed();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Details}. */
    final class Builder extends ImmutableDetails.Builder {
        Builder() {}
    }
}
