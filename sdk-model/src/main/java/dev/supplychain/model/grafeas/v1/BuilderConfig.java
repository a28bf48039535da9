package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The builder that ran a build, as the first in-toto provenance format names it.
 *
 * <p>Proto: {@code grafeas.v1.BuilderConfig}.
 */
@Value.Immutable
@JsonDeserialize(builder = BuilderConfig.Builder.class)
@JsonPropertyOrder({"id"})
public interface BuilderConfig extends Message {
    /** URI of the builder. */
    Optional<String> id();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BuilderConfig}. */
    final class Builder extends ImmutableBuilderConfig.Builder {
        Builder() {}
    }
}
