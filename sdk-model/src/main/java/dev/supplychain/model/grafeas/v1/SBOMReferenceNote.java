package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A kind of SBOM: its format and the version of the format.
 *
 * <p>Proto: {@code grafeas.v1.SBOMReferenceNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = SBOMReferenceNote.Builder.class)
@JsonPropertyOrder({"format", "version"})
public non-sealed interface SBOMReferenceNote extends Message, Note.Type {
    /** Format of the SBOM, for example {@code spdx} or {@code cyclonedx}. */
    Optional<String> format();

    /** Version of the format, for example {@code 2.3}. */
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
