package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When a build ran, which run it was, and what the builder claims about it (first in-toto provenance format).
 *
 * <p>Proto: {@code grafeas.v1.Metadata}.
 */
@Value.Immutable
@JsonDeserialize(builder = Metadata.Builder.class)
@JsonPropertyOrder({"buildInvocationId", "buildStartedOn", "buildFinishedOn", "completeness", "reproducible"})
public interface Metadata extends Message {
    /** Identifier of the run, which should be globally unique; useful for finding logs. */
    Optional<String> buildInvocationId();

    /** When the build began; absent when unknown. */
    Optional<Timestamp> buildStartedOn();

    /** When the build ended; absent when unknown. */
    Optional<Timestamp> buildFinishedOn();

    /** Which parts of the provenance are claimed to be complete; absent means none. */
    Optional<Completeness> completeness();

    /** True if the builder claims that the recipe and the materials give the same output, bit for bit. */
    @Value.Default
    default boolean reproducible() {
        return false;
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Metadata}. */
    final class Builder extends ImmutableMetadata.Builder {
        Builder() {}
    }
}
