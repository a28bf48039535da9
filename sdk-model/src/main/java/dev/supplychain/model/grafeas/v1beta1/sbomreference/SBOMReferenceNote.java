package dev.supplychain.model.grafeas.v1beta1.sbomreference;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.Note;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Format of the SBOMs that the occurrences of this note point at.
 *
 * <p>Proto: {@code grafeas.v1beta1.sbom.SBOMReferenceNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = SBOMReferenceNote.Builder.class)
@JsonPropertyOrder({"format", "version"})
public non-sealed interface SBOMReferenceNote extends Message, Note.Type {
    /** SBOM format such as {@code spdx} or {@code cyclonedx}. */
    Optional<String> format();

    /** Version of that format, for example {@code 2.3}. */
    Optional<String> version();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SBOMReferenceNote}. */
    final class Builder extends ImmutableSBOMReferenceNote.Builder {
        Builder() {}
    }
}
