package dev.supplychain.model.grafeas.v1beta1.deployment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Deployment details of an occurrence.
 *
 * <p>Proto: {@code grafeas.v1beta1.deployment.Details}.
 */
@Value.Immutable
@JsonDeserialize(builder = Details.Builder.class)
@JsonPropertyOrder({"deployment"})
public non-sealed interface Details extends Message, Occurrence.KindDetails {
    /** Required. Where and when the artifact ran. */
    Optional<Deployment> deployment();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Details}. */
    final class Builder extends ImmutableDetails.Builder {
        Builder() {}
    }
}
