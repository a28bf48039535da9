package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A layer of a Docker image, as recovered from its history.
 *
 * <p>Proto: {@code grafeas.v1.Layer}.
 */
@Value.Immutable
@JsonDeserialize(builder = Layer.Builder.class)
@JsonPropertyOrder({"directive", "arguments"})
public interface Layer extends Message {
    /**
     * The Dockerfile directive that made the layer, for example {@code RUN}. In v1 it is free text, not an
     * enumeration.
     */
    Optional<String> directive();

    /** Arguments of the directive, as far as they could be recovered. */
    Optional<String> arguments();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Layer}. */
    final class Builder extends ImmutableLayer.Builder {
        Builder() {}
    }
}
