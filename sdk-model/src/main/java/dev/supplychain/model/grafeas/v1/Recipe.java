package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.rpc.Any;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * How a build was configured (first in-toto provenance format).
 *
 * <p>Proto: {@code grafeas.v1.Recipe}.
 */
@Value.Immutable
@JsonDeserialize(builder = Recipe.Builder.class)
@JsonPropertyOrder({"type", "definedInMaterial", "entryPoint", "arguments", "environment"})
public interface Recipe extends Message {
    /** URI of the recipe type, which decides what the other parts mean. */
    Optional<String> type();

    /**
     * Index of the material that holds the build instructions; -1 means none of them, 0 or absent may also mean not
     * set.
     */
    OptionalLong definedInMaterial();

    /** Where the build starts, for example a configuration file or a target in it. */
    Optional<String> entryPoint();

    /** External inputs beyond the entry point, each as a typed message of any shape. */
    List<Any> arguments();

    /**
     * Further inputs set by the builder, each as a typed message of any shape; needed to reproduce the build, seldom
     * for policy.
     */
    List<Any> environment();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Recipe}. */
    final class Builder extends ImmutableRecipe.Builder {
        Builder() {}
    }
}
