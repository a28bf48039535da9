package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How an image derives from the base image in the note: the layers that were added.
 *
 * <p>Proto: {@code grafeas.v1.ImageOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = ImageOccurrence.Builder.class)
@JsonPropertyOrder({"fingerprint", "distance", "layerInfo", "baseResourceUrl"})
public non-sealed interface ImageOccurrence extends Message, Occurrence.Details {
    /** Layers that identify the derived image. */
    Optional<Fingerprint> fingerprint();

    /** Number of layers between the derived image and its base. Set by the service, never sent. */
    OptionalInt distance();

    /** The added layers, as many as {@code distance} says when present. */
    List<Layer> layerInfo();

    /** URL of the base image. Set by the service, never sent. */
    Optional<String> baseResourceUrl();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ImageOccurrence}. */
    final class Builder extends ImmutableImageOccurrence.Builder {
        Builder() {}
    }
}
