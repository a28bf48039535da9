package dev.supplychain.model.slsa;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How an artifact was built, in the first words of SLSA; Cloud Build still signs it. New provenance is a {@link
 * Provenance}.
 *
 * <pre>{@code
 * {
 *   "builder": {"id": "https://cloudbuild.googleapis.com/GoogleHostedWorker@v0.3"},
 *   "recipe": {"type": "https://cloudbuild.googleapis.com/CloudBuildYaml@v0.1", "entryPoint": "cloudbuild.yaml"},
 *   "metadata": {"buildInvocationId": "11f6c682-3451-4f72-ac2a-8e386eab66af"},
 *   "materials": [{"uri": "https://github.com/octocat/hello-world", "digest": {"sha1": "01ce39…"}}]
 * }
 * }</pre>
 *
 * @see <a href="https://slsa.dev/provenance/v0.1#schema">SLSA provenance v0.1, schema</a>
 */
@Value.Immutable
@JsonDeserialize(builder = ProvenanceV01.Builder.class)
@JsonPropertyOrder({"builder", "recipe", "metadata", "materials"})
public interface ProvenanceV01 extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://slsa.dev/provenance/v0.1";

    /** Who ran the build; in JSON {@code builder}. */
    @JsonProperty("builder")
    SlsaBuilder slsaBuilder();

    /** How the build was configured; with the {@link #materials()} it should describe the build completely. */
    Optional<Recipe> recipe();

    /** The run's name and times, and what the builder claims about it. */
    Optional<Metadata> metadata();

    /** What went into the build, such as sources and base images; complete only if the metadata say so. */
    List<ResourceDescriptor> materials();

    /** Starts one; the builder is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProvenanceV01}. */
    final class Builder extends ImmutableProvenanceV01.Builder {
        Builder() {}
    }

    /** The platform that ran the build, and whom a verifier trusts to tell the truth about it. */
    @Value.Immutable
    @ProvenanceV01Style
    @JsonDeserialize(builder = SlsaBuilder.Builder.class)
    @JsonPropertyOrder("id")
    interface SlsaBuilder extends Message {
        /** The URI of the platform; it stands for everything that must be trusted together. */
        String id();

        /** Starts one; the id is required. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaBuilder}. */
        final class Builder extends ImmutableV01SlsaBuilder.Builder {
            Builder() {}
        }
    }

    /** How the build was configured. */
    @Value.Immutable
    @ProvenanceV01Style
    @JsonDeserialize(builder = Recipe.Builder.class)
    @JsonPropertyOrder({"type", "definedInMaterial", "entryPoint", "arguments", "environment"})
    interface Recipe extends Message {
        /** The URI that says what was done and how the other members are to be read. */
        Optional<String> type();

        /**
         * Which element of {@link ProvenanceV01#materials()}, counted from 0, holds the build steps; absent when they
         * follow from the type.
         */
        OptionalInt definedInMaterial();

        /** Where the build starts, such as a configuration file or a target in it. */
        Optional<String> entryPoint();

        /** What else was under control of whoever asked for the build; the type decides the shape, an object. */
        Optional<Json> arguments();

        /** What the builder itself set, needed to repeat the build but seldom to judge it; an object. */
        Optional<Json> environment();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Recipe}. */
        final class Builder extends ImmutableV01Recipe.Builder {
            Builder() {}
        }
    }

    /** Which run it was, when, and what the builder claims about it. */
    @Value.Immutable
    @ProvenanceV01Style
    @JsonDeserialize(builder = Metadata.Builder.class)
    @JsonPropertyOrder({"buildInvocationId", "buildStartedOn", "buildFinishedOn", "completeness", "reproducible"})
    interface Metadata extends Message {
        /** The run's name, unique on its platform. */
        Optional<String> buildInvocationId();

        /** When the run began. */
        Optional<Timestamp> buildStartedOn();

        /** When the run ended. */
        Optional<Timestamp> buildFinishedOn();

        /** Which parts are complete; absent stands for none. */
        Optional<Completeness> completeness();

        /** True when the builder claims that a second run gives the same output, bit for bit. */
        @Value.Default
        default boolean reproducible() {
            return false;
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Metadata}. */
        final class Builder extends ImmutableV01Metadata.Builder {
            Builder() {}
        }
    }

    /** Which parts of the provenance the builder claims to be complete. */
    @Value.Immutable
    @ProvenanceV01Style
    @JsonDeserialize(builder = Completeness.Builder.class)
    @JsonPropertyOrder({"arguments", "environment", "materials"})
    interface Completeness extends Message {
        /** True when the recipe's arguments hold all that came from outside. */
        @Value.Default
        default boolean arguments() {
            return false;
        }

        /** True when the recipe's environment is recorded completely. */
        @Value.Default
        default boolean environment() {
            return false;
        }

        /** True when all materials are listed, as in a hermetic build. */
        @Value.Default
        default boolean materials() {
            return false;
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link Completeness}. */
        final class Builder extends ImmutableV01Completeness.Builder {
            Builder() {}
        }
    }
}
