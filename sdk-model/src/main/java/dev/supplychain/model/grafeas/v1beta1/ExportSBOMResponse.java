package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where to follow an SBOM export. The export runs on after the call returns.
 *
 * <p>Proto: {@code google.devtools.containeranalysis.v1beta1.ExportSBOMResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ExportSBOMResponse.Builder.class)
@JsonPropertyOrder({"discoveryOccurrenceId"})
public interface ExportSBOMResponse extends Message {
    /** Resource name of the discovery occurrence whose {@code sbomStatus} tells how the export goes. */
    Optional<String> discoveryOccurrenceId();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ExportSBOMResponse}. */
    final class Builder extends ImmutableExportSBOMResponse.Builder {
        Builder() {}
    }
}
