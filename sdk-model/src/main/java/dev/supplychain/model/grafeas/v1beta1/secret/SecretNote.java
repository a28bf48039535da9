package dev.supplychain.model.grafeas.v1beta1.secret;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import org.immutables.value.Value;

/**
 * Marker that turns a note into the parent of secret findings. It has no fields; an empty object is still meaningful
 * and must be sent.
 *
 * <p>Proto: {@code grafeas.v1beta1.secret.SecretNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = SecretNote.Builder.class)
public non-sealed interface SecretNote extends Message, Note.Type {
    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SecretNote}. */
    final class Builder extends ImmutableSecretNote.Builder {
        Builder() {}
    }
}
