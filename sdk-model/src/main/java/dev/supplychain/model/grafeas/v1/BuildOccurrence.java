package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The provenance of a built artifact, in one or more of the formats that builders have used. The signed form, if any,
 * is the envelope of the surrounding occurrence; what stands here is a copy for convenience and may differ from it.
 *
 * <p>Proto: {@code grafeas.v1.BuildOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = BuildOccurrence.Builder.class)
@JsonPropertyOrder({"provenance", "provenanceBytes", "intotoProvenance", "intotoStatement", "inTotoSlsaProvenanceV1"})
public non-sealed interface BuildOccurrence extends Message, Occurrence.Details {
    /** Provenance in Grafeas' own build format. */
    Optional<BuildProvenance> provenance();

    /**
     * Text holding the base64 of the serialised provenance that was signed. It stays text because the signature covers
     * this text form; decode it only after verification.
     */
    Optional<String> provenanceBytes();

    /** Provenance in the first in-toto format. Deprecated in favour of {@code intotoStatement}. */
    Optional<InTotoProvenance> intotoProvenance();

    /**
     * Provenance as an in-toto statement v0.1, unsigned here; the signed bytes are in the envelope of the occurrence.
     */
    Optional<InTotoStatement> intotoStatement();

    /** Provenance as an in-toto statement with a SLSA v1 predicate, shaped as in the specification. */
    Optional<InTotoSlsaProvenanceV1> inTotoSlsaProvenanceV1();

    /**
     * Where {@link #intotoStatement()} and {@link #inTotoSlsaProvenanceV1()} say something else than a statement that was
     * signed, such as the one in a verified envelope; empty when they agree. Absent, null and empty are the same, and so
     * are two texts for one time.
     *
     * @throws MalformedDataException when neither is present
     */
    default List<StatementDifference> differencesFrom(dev.supplychain.model.intoto.InTotoStatement signed) {
        return StatementComparison.of(this, signed);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BuildOccurrence}. */
    final class Builder extends ImmutableBuildOccurrence.Builder {
        Builder() {}
    }
}
