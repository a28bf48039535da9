package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A product of a build, such as a container image or a binary, with its checksum and names.
 *
 * <p>Proto: {@code grafeas.v1.Artifact}.
 */
@Value.Immutable
@JsonDeserialize(builder = Artifact.Builder.class)
@JsonPropertyOrder({"checksum", "id", "names"})
public interface Artifact extends Message {
    /** Digest of the product: a file hash, or the registry digest for a container image. */
    Optional<String> checksum();

    /** Identifier of the product; for a container image its URL by digest. Absent when the builder assigned none. */
    Optional<String> id();

    /** Names given to the product, such as file paths or the tags that were pushed; one product can have several. */
    List<String> names();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Artifact}. */
    final class Builder extends ImmutableArtifact.Builder {
        Builder() {}
    }
}
