package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A build described by SLSA provenance v0.2: builder, invocation and materials.
 *
 * <p>Proto: {@code grafeas.v1.SlsaProvenanceZeroTwo}.
 */
@Value.Immutable
@JsonDeserialize(builder = SlsaProvenanceZeroTwo.Builder.class)
@JsonPropertyOrder({"builder", "buildType", "invocation", "buildConfig", "metadata", "materials"})
public non-sealed interface SlsaProvenanceZeroTwo extends Message, InTotoStatement.Predicate {
    /** The builder that ran the build. */
    @JsonProperty("builder")
    Optional<SlsaBuilder> slsaBuilder();

    /** URI of the build type, which decides what invocation and configuration mean. */
    Optional<String> buildType();

    /** What started the build, and with which parameters. */
    Optional<SlsaInvocation> invocation();

    /** The steps of the build, in a form set by the build type; absent when they follow from the invocation. */
    Optional<Json> buildConfig();

    /** When the build ran, and what the builder claims about it. */
    Optional<SlsaMetadata> metadata();

    /** What went into the build, such as sources and base images; complete only if the metadata claim so. */
    List<SlsaMaterial> materials();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * The builder that ran a build, as SLSA provenance v0.2 names it.
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenanceZeroTwo.SlsaBuilder}.
     */
    @Value.Immutable
    @SlsaZeroTwoStyle
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
        final class Builder extends ImmutableZeroTwoSlsaBuilder.Builder {
            Builder() {}
        }
    }

    /**
     * Which parts of a SLSA provenance v0.2 the builder claims to be complete.
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenanceZeroTwo.SlsaCompleteness}.
     */
    @Value.Immutable
    @SlsaZeroTwoStyle
    @JsonDeserialize(builder = SlsaCompleteness.Builder.class)
    @JsonPropertyOrder({"parameters", "environment", "materials"})
    interface SlsaCompleteness extends Message {
        /** True if the builder claims that all parameters of the invocation are recorded. */
        @Value.Default
        default boolean parameters() {
            return false;
        }

        /** True if the builder claims that the environment of the invocation is fully recorded. */
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
        final class Builder extends ImmutableZeroTwoSlsaCompleteness.Builder {
            Builder() {}
        }
    }

    /**
     * The file that told the builder what to do, such as a workflow in a repository.
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenanceZeroTwo.SlsaConfigSource}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaConfigSource.Builder.class)
    @JsonPropertyOrder({"uri", "digest", "entryPoint"})
    interface SlsaConfigSource extends Message {
        /** URI of the repository or file. */
        Optional<String> uri();

        /** Digests of what the URI points to, by algorithm name. */
        Map<String, String> digest();

        /** Entry point within the source, for example the path of the workflow file. */
        Optional<String> entryPoint();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaConfigSource}. */
        final class Builder extends ImmutableSlsaConfigSource.Builder {
            Builder() {}
        }
    }

    /**
     * What started a build, and with which parameters.
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenanceZeroTwo.SlsaInvocation}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaInvocation.Builder.class)
    @JsonPropertyOrder({"configSource", "parameters", "environment"})
    interface SlsaInvocation extends Message {
        /** Where the build instructions came from. */
        Optional<SlsaConfigSource> configSource();

        /** Inputs given by whoever started the build, in a form set by the build type. */
        Optional<Json> parameters();

        /** Inputs set by the builder, needed to reproduce the build. */
        Optional<Json> environment();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaInvocation}. */
        final class Builder extends ImmutableSlsaInvocation.Builder {
            Builder() {}
        }
    }

    /**
     * An artifact that went into a build, such as a source repository or a base image.
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenanceZeroTwo.SlsaMaterial}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaMaterial.Builder.class)
    @JsonPropertyOrder({"uri", "digest"})
    interface SlsaMaterial extends Message {
        /** URI of the artifact. */
        Optional<String> uri();

        /** Digests of the artifact, by algorithm name. */
        Map<String, String> digest();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaMaterial}. */
        final class Builder extends ImmutableSlsaMaterial.Builder {
            Builder() {}
        }
    }

    /**
     * When a build ran, which run it was, and what the builder claims about it (SLSA provenance v0.2).
     *
     * <p>Proto: {@code grafeas.v1.SlsaProvenanceZeroTwo.SlsaMetadata}.
     */
    @Value.Immutable
    @SlsaZeroTwoStyle
    @JsonDeserialize(builder = SlsaMetadata.Builder.class)
    @JsonPropertyOrder({"buildInvocationId", "buildStartedOn", "buildFinishedOn", "completeness", "reproducible"})
    interface SlsaMetadata extends Message {
        /** Identifier of the run on its builder; useful for finding logs. */
        Optional<String> buildInvocationId();

        /** When the build began; absent when unknown. */
        Optional<Timestamp> buildStartedOn();

        /** When the build ended; absent when unknown. */
        Optional<Timestamp> buildFinishedOn();

        /** Which parts of the provenance are claimed to be complete; absent means none. */
        Optional<SlsaCompleteness> completeness();

        /** True if the builder claims that the same inputs give the same output, bit for bit. */
        @Value.Default
        default boolean reproducible() {
            return false;
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaMetadata}. */
        final class Builder extends ImmutableZeroTwoSlsaMetadata.Builder {
            Builder() {}
        }
    }

    /** Builds a {@link SlsaProvenanceZeroTwo}. */
    final class Builder extends ImmutableSlsaProvenanceZeroTwo.Builder {
        Builder() {}
    }
}
