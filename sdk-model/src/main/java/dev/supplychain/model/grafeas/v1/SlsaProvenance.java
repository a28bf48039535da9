package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.rpc.Any;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A build described by SLSA provenance v0.1: builder, recipe and materials.
 *
 * <p>Proto: {@code grafeas.v1.SlsaProvenance}.
 */
@Value.Immutable
@JsonDeserialize(builder = SlsaProvenance.Builder.class)
@JsonPropertyOrder({"builder", "recipe", "metadata", "materials"})
public non-sealed interface SlsaProvenance extends Message, InTotoStatement.Predicate {
    /** The builder that ran the build. */
    @JsonProperty("builder")
    Optional<SlsaBuilder> slsaBuilder();

    /** How the build was configured; together with the materials it should describe the build completely. */
    Optional<SlsaRecipe> recipe();

    /** When the build ran, and what the builder claims about it. */
    Optional<SlsaMetadata> metadata();

    /** What went into the build, such as sources and base images; complete only if the metadata claim so. */
    List<Material> materials();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * An artifact that went into a build, such as a source repository or a base image (SLSA provenance v0.1).
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenance.Material}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Material.Builder.class)
    @JsonPropertyOrder({"uri", "digest"})
    interface Material extends Message {
        /** URI of the artifact. */
        Optional<String> uri();

        /** Digests of the artifact, by algorithm name. */
        Map<String, String> digest();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Material}. */
        final class Builder extends ImmutableMaterial.Builder {
            Builder() {}
        }
    }

    /**
     * The builder that ran a build, as SLSA provenance v0.1 names it.
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenance.SlsaBuilder}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaBuilder.Builder.class)
    @JsonPropertyOrder({"id"})
    interface SlsaBuilder extends Message {
        /** URI of the builder, which verifiers match against the builders they trust. */
        Optional<String> id();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaBuilder}. */
        final class Builder extends ImmutableSlsaBuilder.Builder {
            Builder() {}
        }
    }

    /**
     * Which parts of a SLSA provenance v0.1 the builder claims to be complete.
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenance.SlsaCompleteness}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaCompleteness.Builder.class)
    @JsonPropertyOrder({"arguments", "environment", "materials"})
    interface SlsaCompleteness extends Message {
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

        /** Builds a {@link SlsaCompleteness}. */
        final class Builder extends ImmutableSlsaCompleteness.Builder {
            Builder() {}
        }
    }

    /**
     * When a build ran, which run it was, and what the builder claims about it (SLSA provenance v0.1).
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenance.SlsaMetadata}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaMetadata.Builder.class)
    @JsonPropertyOrder({"buildInvocationId", "buildStartedOn", "buildFinishedOn", "completeness", "reproducible"})
    interface SlsaMetadata extends Message {
        /** Identifier of the run, which should be globally unique; useful for finding logs. */
        Optional<String> buildInvocationId();

        /** When the build began; absent when unknown. */
        Optional<Timestamp> buildStartedOn();

        /** When the build ended; absent when unknown. */
        Optional<Timestamp> buildFinishedOn();

        /** Which parts of the provenance are claimed to be complete; absent means none. */
        Optional<SlsaCompleteness> completeness();

        /** True if the builder claims that the recipe and the materials give the same output, bit for bit. */
        @Value.Default
        default boolean reproducible() {
            return false;
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaMetadata}. */
        final class Builder extends ImmutableSlsaMetadata.Builder {
            Builder() {}
        }
    }

    /**
     * How a build was configured (SLSA provenance v0.1).
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenance.SlsaRecipe}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaRecipe.Builder.class)
    @JsonPropertyOrder({"type", "definedInMaterial", "entryPoint", "arguments", "environment"})
    interface SlsaRecipe extends Message {
        /** URI of the recipe type, which decides what the other parts mean. */
        Optional<String> type();

        /**
         * Index of the material that holds the build instructions; -1 means none of them, 0 or absent may also mean
         * not set.
         */
        OptionalLong definedInMaterial();

        /** Where the build starts, for example a configuration file or a target in it. */
        Optional<String> entryPoint();

        /**
         * External inputs beyond the entry point, as a typed message of any shape; Cloud Build puts its whole build
         * description here.
         */
        Optional<Any> arguments();

        /**
         * Further inputs set by the builder, as a typed message of any shape; needed to reproduce the build, seldom
         * for policy.
         */
        Optional<Any> environment();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaRecipe}. */
        final class Builder extends ImmutableSlsaRecipe.Builder {
            Builder() {}
        }
    }

    /** Builds a {@link SlsaProvenance}. */
    final class Builder extends ImmutableSlsaProvenance.Builder {
        Builder() {}
    }
}
