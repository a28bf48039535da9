package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Where in a resource something was found: the file, the line, and the image layer.
 *
 * <p>Proto: {@code grafeas.v1.FileLocation}.
 */
@Value.Immutable
@JsonDeserialize(builder = FileLocation.Builder.class)
@JsonPropertyOrder({"filePath", "layerDetails", "lineNumber"})
public interface FileLocation extends Message {
    /** Path of the file; for a jar inside another archive, the path of the archive followed by the path within. */
    Optional<String> filePath();

    /** Image layer that the file came from; absent outside container images. */
    Optional<LayerDetails> layerDetails();

    /** Line in the file; 0 or absent means that no line is known. Only scans of source repositories set it. */
    OptionalInt lineNumber();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FileLocation}. */
    final class Builder extends ImmutableFileLocation.Builder {
        Builder() {}
    }
}
