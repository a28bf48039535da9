package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The answer to an SBOM export: the occurrence by which its progress can be followed.
 *
 * <p>Proto: {@code google.devtools.containeranalysis.v1.ExportSBOMResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ExportSBOMResponse.Builder.class)
@JsonPropertyOrder({"discoveryOccurrence"})
public interface ExportSBOMResponse extends Message {
    /** Name of the discovery occurrence that reports the progress, as {@code projects/PROJECT/occurrences/ID}. */
    Optional<String> discoveryOccurrence();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ExportSBOMResponse}. */
    final class Builder extends ImmutableExportSBOMResponse.Builder {
        Builder() {}
    }
}
