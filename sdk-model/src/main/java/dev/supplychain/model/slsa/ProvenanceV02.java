package dev.supplychain.model.slsa;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How an artifact was built, in the words of SLSA 0.2, which Tekton Chains, cosign and the SLSA generators for GitHub
 * write. New provenance is a {@link Provenance}.
 *
 * <pre>{@code
 * {
 *   "builder": {"id": "https://tekton.dev/chains/v2"},
 *   "buildType": "https://tekton.dev/attestations/chains@v2",
 *   "invocation": {"configSource": {"uri": "git+https://github.com/octocat/hello-world", "entryPoint": "ci.yaml"},
 *                  "parameters": {"DOCKERFILE": "./Dockerfile"}},
 *   "metadata": {"buildStartedOn": "2022-05-25T18:30:35Z"},
 *   "materials": [{"uri": "docker.io/library/bash", "digest": {"sha256": "b3abe4…"}}]
 * }
 * }</pre>
 *
 * @see <a href="https://slsa.dev/provenance/v0.2#schema">SLSA provenance v0.2, schema</a>
 */
@Value.Immutable
@JsonDeserialize(builder = ProvenanceV02.Builder.class)
@JsonPropertyOrder({"builder", "buildType", "invocation", "buildConfig", "metadata", "materials"})
public interface ProvenanceV02 extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://slsa.dev/provenance/v0.2";

    /** Who ran the build; in JSON {@code builder}. */
    @JsonProperty("builder")
    SlsaBuilder slsaBuilder();

    /** The URI that says how the invocation and the configuration are to be read. */
    String buildType();

    /** What started the build, and with which parameters. */
    Optional<Invocation> invocation();

    /** The steps of the build, an object whose shape the build type decides; absent when the invocation says enough. */
    Optional<Json> buildConfig();

    /** The run's name and times, and what the builder claims about it. */
    Optional<Metadata> metadata();

    /** What went into the build, such as sources and base images; complete only if the metadata say so. */
    List<ResourceDescriptor> materials();

    /** Starts one; the builder and the build type are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ProvenanceV02}. */
    final class Builder extends ImmutableProvenanceV02.Builder {
        Builder() {}
    }

    /** The platform that ran the build, and whom a verifier trusts to tell the truth about it. */
    @Value.Immutable
    @ProvenanceV02Style
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
        final class Builder extends ImmutableV02SlsaBuilder.Builder {
            Builder() {}
        }
    }

    /** What started the build, and with which parameters. */
    @Value.Immutable
    @ProvenanceV02Style
    @JsonDeserialize(builder = Invocation.Builder.class)
    @JsonPropertyOrder({"configSource", "parameters", "environment"})
    interface Invocation extends Message {
        /** Where the instructions for the build came from. */
        Optional<ConfigSource> configSource();

        /** What was under control of whoever asked for the build, an object; a verifier checks every member. */
        Optional<Json> parameters();

        /** What the builder itself set, needed to repeat the build but seldom to judge it; an object. */
        Optional<Json> environment();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link Invocation}. */
        final class Builder extends ImmutableV02Invocation.Builder {
            Builder() {}
        }
    }

    /** The file that told the builder what to do, such as a workflow in a repository. */
    @Value.Immutable
    @ProvenanceV02Style
    @JsonDeserialize(builder = ConfigSource.Builder.class)
    @JsonPropertyOrder({"uri", "digest", "entryPoint"})
    interface ConfigSource extends Message {
        /** The URI of the repository or the file. */
        Optional<String> uri();

        /** Digests of what the URI points to, by algorithm name. */
        Map<String, String> digest();

        /** Where in it the build starts, such as the path of the workflow. */
        Optional<String> entryPoint();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link ConfigSource}. */
        final class Builder extends ImmutableV02ConfigSource.Builder {
            Builder() {}
        }
    }

    /** Which run it was, when, and what the builder claims about it. */
    @Value.Immutable
    @ProvenanceV02Style
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
        final class Builder extends ImmutableV02Metadata.Builder {
            Builder() {}
        }
    }

    /** Which parts of the provenance the builder claims to be complete. */
    @Value.Immutable
    @ProvenanceV02Style
    @JsonDeserialize(builder = Completeness.Builder.class)
    @JsonPropertyOrder({"parameters", "environment", "materials"})
    interface Completeness extends Message {
        /** True when the invocation's parameters hold all that came from outside. */
        @Value.Default
        default boolean parameters() {
            return false;
        }

        /** True when the invocation's environment is recorded completely. */
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
        final class Builder extends ImmutableV02Completeness.Builder {
            Builder() {}
        }
    }
}
