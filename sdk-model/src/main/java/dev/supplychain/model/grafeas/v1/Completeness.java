package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import org.immutables.value.Value;

/**
 * Which parts of an in-toto provenance the builder claims to be complete.
 *
 * <p>Proto: {@code grafeas.v1.Completeness}.
 */
@Value.Immutable
@JsonDeserialize(builder = Completeness.Builder.class)
@JsonPropertyOrder({"arguments", "environment", "materials"})
public interface Completeness extends Message {
    /** True if the builder claims that all external inputs are listed in the recipe's arguments. */
    @Value.Default
    default boolean arguments() {
        return false;
    }

    /** True if the builder claims that the recipe's environment is fully recorded. */
    @Value.Default
    default boolean environment() {
        return false;
    }

    /** True if the builder claims that all materials are listed, as in a hermetic build. */
    @Value.Default
    default boolean materials() {
        return false;
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Completeness}. */
    final class Builder extends ImmutableCompleteness.Builder {
        Builder() {}
    }
}
