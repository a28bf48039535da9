package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An attestation authority whose attestations are DSSE envelopes.
 *
 * <p>Proto: {@code grafeas.v1.DSSEAttestationNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = DSSEAttestationNote.Builder.class)
@JsonPropertyOrder({"hint"})
public non-sealed interface DSSEAttestationNote extends Message, Note.Type {
    /** A readable label for the authority; never use it to select trusted attestations. */
    Optional<DSSEHint> hint();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * A readable name for a DSSE attestation authority, meant for display only.
     *
     * <p>Proto: {@code grafeas.v1.DSSEAttestationNote.DSSEHint}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = DSSEHint.Builder.class)
    @JsonPropertyOrder({"humanReadableName"})
    interface DSSEHint extends Message {
        /** Name to show to people, for example {@code cloudbuild-prod}. */
        Optional<String> humanReadableName();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link DSSEHint}. */
        final class Builder extends ImmutableDSSEHint.Builder {
            Builder() {}
        }
    }

    /** Builds a {@link DSSEAttestationNote}. */
    final class Builder extends ImmutableDSSEAttestationNote.Builder {
        Builder() {}
    }
}
