package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * File in a resource.
 *
 * <p>Proto: {@code grafeas.v1beta1.FileLocation}.
 */
@Value.Immutable
@JsonDeserialize(builder = FileLocation.Builder.class)
@JsonPropertyOrder({"filePath"})
public interface FileLocation extends Message {
    /** Path of the file. For a jar inside a war the two paths are joined. */
    Optional<String> filePath();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FileLocation}. */
    final class Builder extends ImmutableFileLocation.Builder {
        Builder() {}
    }
}
