package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A base image that a container image was built on, as recognised from its layers.
 *
 * <p>Proto: {@code grafeas.v1.BaseImage}.
 */
@Value.Immutable
@JsonDeserialize(builder = BaseImage.Builder.class)
@JsonPropertyOrder({"name", "repository", "layerCount", "registry"})
public interface BaseImage extends Message {
    /** Name of the base image. */
    Optional<String> name();

    /** Repository that holds the base image. */
    Optional<String> repository();

    /** How many layers the base image contributes. */
    OptionalInt layerCount();

    /** Registry that holds the base image. */
    Optional<String> registry();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BaseImage}. */
    final class Builder extends ImmutableBaseImage.Builder {
        Builder() {}
    }
}
