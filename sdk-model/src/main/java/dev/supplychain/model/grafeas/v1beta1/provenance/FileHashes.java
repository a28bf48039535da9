package dev.supplychain.model.grafeas.v1beta1.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * Hashes of one source file.
 *
 * <p>Proto: {@code grafeas.v1beta1.provenance.FileHashes}.
 */
@Value.Immutable
@JsonDeserialize(builder = FileHashes.Builder.class)
@JsonPropertyOrder({"fileHash"})
public interface FileHashes extends Message {
    /** Required. Hashes of the file, one per algorithm. */
    List<Hash> fileHash();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link FileHashes}. */
    final class Builder extends ImmutableFileHashes.Builder {
        Builder() {}
    }
}
