package dev.supplychain.model.grafeas.v1beta1.discovery;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Discovery details of an occurrence.
 *
 * <p>Proto: {@code grafeas.v1beta1.discovery.Details}.
 */
@Value.Immutable
@JsonDeserialize(builder = Details.Builder.class)
@JsonPropertyOrder({"discovered"})
public non-sealed interface Details extends Message, Occurrence.KindDetails {
    /** Required. How far the analysis has come. */
    Optional<Discovered> discovered();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Details}. */
    final class Builder extends ImmutableDetails.Builder {
        Builder() {}
    }
}
