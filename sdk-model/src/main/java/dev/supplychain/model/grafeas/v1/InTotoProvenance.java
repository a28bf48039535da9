package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Provenance in the first in-toto format, which SLSA provenance has replaced.
 *
 * <p>Proto: {@code grafeas.v1.InTotoProvenance}.
 */
@Value.Immutable
@JsonDeserialize(builder = InTotoProvenance.Builder.class)
@JsonPropertyOrder({"builderConfig", "recipe", "metadata", "materials"})
public non-sealed interface InTotoProvenance extends Message, InTotoStatement.Predicate {
    /** The builder that ran the build. */
    Optional<BuilderConfig> builderConfig();

    /** How the build was configured; together with the materials it should describe the build completely. */
    Optional<Recipe> recipe();

    /** When the build ran, and what the builder claims about it. */
    Optional<Metadata> metadata();

    /** What went into the build, such as sources and base images; complete only if the metadata claim so. */
    List<String> materials();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InTotoProvenance}. */
    final class Builder extends ImmutableInTotoProvenance.Builder {
        Builder() {}
    }
}
