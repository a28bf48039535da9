package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A signed reference to an SBOM that is stored elsewhere, laid out like a DSSE envelope but with a decoded payload.
 * The exact bytes that were signed are not part of it.
 *
 * <p>Proto: {@code grafeas.v1.SBOMReferenceOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = SBOMReferenceOccurrence.Builder.class)
@JsonPropertyOrder({"payload", "payloadType", "signatures"})
public non-sealed interface SBOMReferenceOccurrence extends Message, Occurrence.Details {
    /** The in-toto statement that says where the SBOM is and which digests it has. */
    Optional<SbomReferenceIntotoPayload> payload();

    /** Media type of the payload, {@code application/vnd.in-toto+json}. */
    Optional<String> payloadType();

    /** Signatures over the payload. */
    List<EnvelopeSignature> signatures();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SBOMReferenceOccurrence}. */
    final class Builder extends ImmutableSBOMReferenceOccurrence.Builder {
        Builder() {}
    }
}
