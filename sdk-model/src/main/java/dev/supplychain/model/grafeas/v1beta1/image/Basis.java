package dev.supplychain.model.grafeas.v1beta1.image;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Base image that other images are built on. Occurrences of the note describe the images derived from it.
 *
 * <p>Proto: {@code grafeas.v1beta1.image.Basis}.
 */
@Value.Immutable
@JsonDeserialize(builder = Basis.Builder.class)
@JsonPropertyOrder({"resourceUrl", "fingerprint"})
public non-sealed interface Basis extends Message, Note.Type {
    /** Required, fixed after creation. URL of the base image. */
    Optional<String> resourceUrl();

    /** Required, fixed after creation. Layer identity of the base image. */
    Optional<Fingerprint> fingerprint();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Basis}. */
    final class Builder extends ImmutableBasis.Builder {
        Builder() {}
    }
}
