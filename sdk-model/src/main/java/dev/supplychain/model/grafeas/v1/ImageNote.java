package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A base image that other images are derived from.
 *
 * <p>Proto: {@code grafeas.v1.ImageNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = ImageNote.Builder.class)
@JsonPropertyOrder({"resourceUrl", "fingerprint"})
public non-sealed interface ImageNote extends Message, Note.Type {
    /** URL of the base image; cannot be changed after creation. */
    Optional<String> resourceUrl();

    /** Layers that identify the base image; cannot be changed after creation. */
    Optional<Fingerprint> fingerprint();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ImageNote}. */
    final class Builder extends ImmutableImageNote.Builder {
        Builder() {}
    }
}
