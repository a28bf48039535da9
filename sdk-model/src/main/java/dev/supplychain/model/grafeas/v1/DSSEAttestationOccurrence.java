package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An attestation as a DSSE envelope inside the details. Deprecated: newer occurrences carry the envelope at their top
 * level. Deprecated in the API.
 *
 * <p>Proto: {@code grafeas.v1.DSSEAttestationOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = DSSEAttestationOccurrence.Builder.class)
@JsonPropertyOrder({"envelope", "statement"})
public non-sealed interface DSSEAttestationOccurrence extends Message, Occurrence.Details {
    /** The signed envelope. Verify it before relying on anything in the occurrence. */
    Optional<Envelope> envelope();

    /** A decoded, unsigned copy of the in-toto statement in the envelope; not evidence by itself. */
    Optional<InTotoStatement> statement();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DSSEAttestationOccurrence}. */
    final class Builder extends ImmutableDSSEAttestationOccurrence.Builder {
        Builder() {}
    }
}
