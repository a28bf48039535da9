package dev.supplychain.model.grafeas.v1beta1.attestation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Role under which attestations are grouped, for example the QA sign-off. The note is a lookup point and an access
 * boundary; trust comes from verified signatures, never from the note.
 *
 * <p>Proto: {@code grafeas.v1beta1.attestation.Authority}.
 */
@Value.Immutable
@JsonDeserialize(builder = Authority.Builder.class)
@JsonPropertyOrder({"hint"})
public non-sealed interface Authority extends Message, Note.Type {
    /** Human-readable label of the authority; not to be used for security decisions. */
    Optional<Hint> hint();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Readable label for an attestation authority, meant for logs and consoles. Never select trusted attestations by
     * it.
     *
     * <p>Proto: {@code grafeas.v1beta1.attestation.Authority.Hint}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Hint.Builder.class)
    @JsonPropertyOrder({"humanReadableName"})
    interface Hint extends Message {
        /** Required. Display name such as {@code qa}. */
        Optional<String> humanReadableName();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Hint}. */
        final class Builder extends ImmutableHint.Builder {
            Builder() {}
        }
    }

    /** Builds an {@link Authority}. */
    final class Builder extends ImmutableAuthority.Builder {
        Builder() {}
    }
}
