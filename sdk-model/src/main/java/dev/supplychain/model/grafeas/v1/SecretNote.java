package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import org.immutables.value.Value;

/**
 * The kind marker of a note about leaked secrets; it carries no data of its own.
 *
 * <p>Proto: {@code grafeas.v1.SecretNote}.
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
