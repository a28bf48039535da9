package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The image layer in which a package was found.
 *
 * <p>Proto: {@code grafeas.v1.LayerDetails}.
 */
@Value.Immutable
@JsonDeserialize(builder = LayerDetails.Builder.class)
@JsonPropertyOrder({"index", "diffId", "command", "baseImages", "chainId"})
public interface LayerDetails extends Message {
    /** Position of the layer in the image. */
    OptionalInt index();

    /** Digest of the uncompressed layer, usually SHA-256. */
    Optional<String> diffId();

    /** Build command that made the layer; absent when the image does not record it. */
    Optional<String> command();

    /** Base images that contain the layer; empty when the layer belongs to none. */
    List<BaseImage> baseImages();

    /** Chain id of the layer, a SHA-256 over it and all layers below, as the OCI image specification defines it. */
    Optional<String> chainId();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LayerDetails}. */
    final class Builder extends ImmutableLayerDetails.Builder {
        Builder() {}
    }
}
