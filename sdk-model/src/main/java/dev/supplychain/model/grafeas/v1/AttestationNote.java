package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An attestation authority: a role, such as QA or build, under which attestations are grouped. Access control on the
 * note decides who may attach attestations to it.
 *
 * <p>Proto: {@code grafeas.v1.AttestationNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = AttestationNote.Builder.class)
@JsonPropertyOrder({"hint"})
public non-sealed interface AttestationNote extends Message, Note.Type {
    /** A readable label for the authority; never use it to select trusted attestations. */
    Optional<Hint> hint();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * A readable name for an attestation authority, meant for display only.
     *
     * <p>Proto: {@code grafeas.v1.AttestationNote.Hint}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Hint.Builder.class)
    @JsonPropertyOrder({"humanReadableName"})
    interface Hint extends Message {
        /** Name to show to people, for example {@code qa}. */
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

    /** Builds an {@link AttestationNote}. */
    final class Builder extends ImmutableAttestationNote.Builder {
        Builder() {}
    }
}
