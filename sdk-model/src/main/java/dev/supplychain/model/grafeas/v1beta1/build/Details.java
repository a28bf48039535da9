package dev.supplychain.model.grafeas.v1beta1.build;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import dev.supplychain.model.grafeas.v1beta1.provenance.BuildProvenance;
import dev.supplychain.model.grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Build details of an occurrence: the provenance in structured and in signed form.
 *
 * <p>Proto: {@code grafeas.v1beta1.build.Details}.
 */
@Value.Immutable
@JsonDeserialize(builder = Details.Builder.class)
@JsonPropertyOrder({"provenance", "provenanceBytes", "inTotoSlsaProvenanceV1"})
public non-sealed interface Details extends Message, Occurrence.KindDetails {
    /** Required. Structured provenance, for reading. It can differ from the signed text. */
    Optional<BuildProvenance> provenance();

    /**
     * Base64 text of the JSON that the note's build signature covers. Despite its name it is a string; verify it
     * first, then compare.
     */
    Optional<String> provenanceBytes();

    /** SLSA provenance in version 1.0; absent when the builder does not make it. */
    Optional<InTotoSlsaProvenanceV1> inTotoSlsaProvenanceV1();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Details}. */
    final class Builder extends ImmutableDetails.Builder {
        Builder() {}
    }
}
