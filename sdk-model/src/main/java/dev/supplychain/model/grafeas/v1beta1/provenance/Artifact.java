package dev.supplychain.model.grafeas.v1beta1.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Output of a build.
 *
 * <p>Proto: {@code grafeas.v1beta1.provenance.Artifact}.
 */
@Value.Immutable
@JsonDeserialize(builder = Artifact.Builder.class)
@JsonPropertyOrder({"checksum", "id", "names"})
public interface Artifact extends Message {
    /** Checksum of a file, or registry digest of an image. */
    Optional<String> checksum();

    /** Identifier of the output; for images a URL with digest. */
    Optional<String> id();

    /** Names under which it was published, such as image tags or a file path. */
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
