package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import org.immutables.value.Value;

/**
 * Body for exporting an SBOM of a resource. It has no fields; the resource is given in the request path.
 *
 * <p>Proto: {@code google.devtools.containeranalysis.v1beta1.ExportSBOMRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = ExportSBOMRequest.Builder.class)
public interface ExportSBOMRequest extends Message {
    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ExportSBOMRequest}. */
    final class Builder extends ImmutableExportSBOMRequest.Builder {
        Builder() {}
    }
}
