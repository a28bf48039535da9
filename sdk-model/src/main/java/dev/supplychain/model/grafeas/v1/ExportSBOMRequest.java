package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The body of a call that asks for an SBOM to be generated and exported.
 *
 * <p>Proto: {@code google.devtools.containeranalysis.v1.ExportSBOMRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = ExportSBOMRequest.Builder.class)
@JsonPropertyOrder({"cloudStorageLocation"})
public interface ExportSBOMRequest extends Message {
    /** Exports to Cloud Storage; set it to the empty marker to name the target. */
    Optional<CloudStorageLocation> cloudStorageLocation();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * An empty marker that asks for the SBOM to be exported to Cloud Storage.
     *
     * <p>Proto: {@code google.devtools.containeranalysis.v1.ExportSBOMRequest.CloudStorageLocation}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = CloudStorageLocation.Builder.class)
    interface CloudStorageLocation extends Message {
        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link CloudStorageLocation}. */
        final class Builder extends ImmutableCloudStorageLocation.Builder {
            Builder() {}
        }
    }

    /** Builds an {@link ExportSBOMRequest}. */
    final class Builder extends ImmutableExportSBOMRequest.Builder {
        Builder() {}
    }
}
