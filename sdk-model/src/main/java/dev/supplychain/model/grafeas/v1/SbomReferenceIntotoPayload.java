package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An in-toto statement that refers to an SBOM.
 *
 * <p>Proto: {@code grafeas.v1.SbomReferenceIntotoPayload}.
 */
@Value.Immutable
@JsonDeserialize(builder = SbomReferenceIntotoPayload.Builder.class)
@JsonPropertyOrder({"_type", "predicateType", "subject", "predicate"})
public interface SbomReferenceIntotoPayload extends Message {
    /** Type URI of the statement. */
    @JsonProperty("_type")
    Optional<String> type();

    /** Type URI of the predicate. */
    Optional<String> predicateType();

    /** The artifacts that the SBOM describes. */
    List<Subject> subject();

    /** Where the SBOM is, and its digests. */
    Optional<SbomReferenceIntotoPredicate> predicate();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SbomReferenceIntotoPayload}. */
    final class Builder extends ImmutableSbomReferenceIntotoPayload.Builder {
        Builder() {}
    }
}
