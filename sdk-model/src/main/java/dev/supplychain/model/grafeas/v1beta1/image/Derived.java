package dev.supplychain.model.grafeas.v1beta1.image;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Image built on top of the base image of the note.
 *
 * <p>Proto: {@code grafeas.v1beta1.image.Derived}.
 */
@Value.Immutable
@JsonDeserialize(builder = Derived.Builder.class)
@JsonPropertyOrder({"fingerprint", "distance", "layerInfo", "baseResourceUrl"})
public interface Derived extends Message {
    /** Required. Layer identity of the image. */
    Optional<Fingerprint> fingerprint();

    /** Number of layers on top of the base. Computed by the service. */
    OptionalInt distance();

    /** The layers on top of the base, topmost first; empty when not recorded. */
    List<Layer> layerInfo();

    /** URL of the base image. Computed by the service. */
    Optional<String> baseResourceUrl();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Derived}. */
    final class Builder extends ImmutableDerived.Builder {
        Builder() {}
    }
}
