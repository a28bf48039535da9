package dev.supplychain.model.grafeas.v1beta1.sbomreference;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.EnvelopeSignature;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Signed pointer to an SBOM, laid out like a DSSE envelope. The payload is given as structured JSON, so the exact
 * signed bytes are not preserved.
 *
 * <p>Proto: {@code grafeas.v1beta1.sbom.SBOMReferenceOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = SBOMReferenceOccurrence.Builder.class)
@JsonPropertyOrder({"payload", "payloadType", "signatures"})
public non-sealed interface SBOMReferenceOccurrence extends Message, Occurrence.KindDetails {
    /** In-toto statement that names the SBOM. */
    Optional<SbomReferenceIntotoPayload> payload();

    /** Type of the payload, expected to be {@code application/vnd.in-toto+json}. */
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
