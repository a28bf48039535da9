package dev.supplychain.model.grafeas.v1beta1.sbomreference;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.intoto.Subject;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * In-toto statement that names an SBOM.
 *
 * <p>Proto: {@code grafeas.v1beta1.sbom.SbomReferenceIntotoPayload}.
 */
@Value.Immutable
@JsonDeserialize(builder = SbomReferenceIntotoPayload.Builder.class)
@JsonPropertyOrder({"_type", "predicateType", "subject", "predicate"})
public interface SbomReferenceIntotoPayload extends Message {
    /** Statement type URI. The underscore is part of the JSON name. */
    @JsonProperty("_type")
    Optional<String> type();

    /** URI that tells the type of the predicate. */
    Optional<String> predicateType();

    /** Artifacts that the SBOM describes. */
    List<Subject> subject();

    /** Where the SBOM is and how to recognise it. */
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
