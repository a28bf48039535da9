package dev.supplychain.model.grafeas.v1beta1.pkg;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Package details of an occurrence.
 *
 * <p>Proto: {@code grafeas.v1beta1.package.Details}.
 */
@Value.Immutable
@JsonDeserialize(builder = Details.Builder.class)
@JsonPropertyOrder({"installation"})
public non-sealed interface Details extends Message, Occurrence.KindDetails {
    /** Required. Where the package is installed. */
    Optional<Installation> installation();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Details}. */
    final class Builder extends ImmutableDetails.Builder {
        Builder() {}
    }
}
