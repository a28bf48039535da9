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
 * How an artifact was built: from what, by whom, when. The predicate of SLSA 1.0, 1.1 and 1.2.
 *
 * <pre>{@code
 * {
 *   "buildDefinition": {
 *     "buildType": "https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1",
 *     "externalParameters": {"workflow": {"ref": "refs/heads/main"}},
 *     "resolvedDependencies": [{"uri": "git+https://github.com/octocat/hello-world@refs/heads/main"}]
 *   },
 *   "runDetails": {
 *     "builder": {"id": "https://github.com/actions/runner/github-hosted"},
 *     "metadata": {"invocationId": "https://github.com/octocat/hello-world/actions/runs/1536140711/attempts/1"}
 *   }
 * }
 * }</pre>
 *
 * @see <a href="https://slsa.dev/spec/v1.1/provenance#schema">SLSA provenance v1, schema</a>
 */
@Value.Immutable
@JsonDeserialize(builder = Provenance.Builder.class)
@JsonPropertyOrder({"buildDefinition", "runDetails"})
public interface Provenance extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://slsa.dev/provenance/v1";

    /** What was to be built. */
    BuildDefinition buildDefinition();

    /** How that one build ran. */
    RunDetails runDetails();

    /** Starts one; both parts are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Provenance}. */
    final class Builder extends ImmutableProvenance.Builder {
        Builder() {}
    }

    /**
     * All that goes into a build: a verifier who trusts the builder needs nothing else to repeat it.
     *
     * @see <a href="https://slsa.dev/spec/v1.1/provenance#builddefinition">SLSA provenance v1, BuildDefinition</a>
     */
    @Value.Immutable
    @JsonDeserialize(builder = BuildDefinition.Builder.class)
    @JsonPropertyOrder({"buildType", "externalParameters", "internalParameters", "resolvedDependencies"})
    interface BuildDefinition extends Message {
        /** The URI of the template that says how the parameters are to be read and the build is run. */
        String buildType();

        /**
         * What was under control of whoever asked for the build, an object; a verifier checks every member. One that is
         * not set is the same as an empty object.
         */
        @Value.Default
        default Json externalParameters() {
            return Json.object(Map.of());
        }

        /** What the builder itself decided, an object; for finding errors, not for trust. */
        Optional<Json> internalParameters();

        /** What was fetched during the build, as far as the builder knows. */
        List<ResourceDescriptor> resolvedDependencies();

        /** Starts one; the build type is required. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link BuildDefinition}. */
        final class Builder extends ImmutableBuildDefinition.Builder {
            Builder() {}
        }
    }

    /**
     * What is true of one run of the build.
     *
     * @see <a href="https://slsa.dev/spec/v1.1/provenance#rundetails">SLSA provenance v1, RunDetails</a>
     */
    @Value.Immutable
    @JsonDeserialize(builder = RunDetails.Builder.class)
    @JsonPropertyOrder({"builder", "metadata", "byproducts"})
    interface RunDetails extends Message {
        /** Who ran the build; in JSON {@code builder}. */
        @JsonProperty("builder")
        SlsaBuilder slsaBuilder();

        /** The run's name and times. */
        Optional<BuildMetadata> metadata();

        /** What else came out of the run, such as logs; not the subject of the statement. */
        List<ResourceDescriptor> byproducts();

        /** Starts one; the builder is required. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link RunDetails}. */
        final class Builder extends ImmutableRunDetails.Builder {
            Builder() {}
        }
    }

    /**
     * The platform that ran the build, and whom a verifier trusts to tell the truth about it.
     *
     * @see <a href="https://slsa.dev/spec/v1.1/provenance#builder">SLSA provenance v1, Builder</a>
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaBuilder.Builder.class)
    @JsonPropertyOrder({"id", "version", "builderDependencies"})
    interface SlsaBuilder extends Message {
        /** The URI of the platform; it stands for everything that must be trusted together. */
        String id();

        /** The versions of the platform's components, by name. */
        Map<String, String> version();

        /** What the platform uses to run builds, beyond the build's own dependencies. */
        List<ResourceDescriptor> builderDependencies();

        /** Starts one; the id is required. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaBuilder}. */
        final class Builder extends ImmutableSlsaBuilder.Builder {
            Builder() {}
        }
    }

    /**
     * Which run it was, and when.
     *
     * @see <a href="https://slsa.dev/spec/v1.1/provenance#buildmetadata">SLSA provenance v1, BuildMetadata</a>
     */
    @Value.Immutable
    @JsonDeserialize(builder = BuildMetadata.Builder.class)
    @JsonPropertyOrder({"invocationId", "startedOn", "finishedOn"})
    interface BuildMetadata extends Message {
        /** The run's name, unique on its platform. */
        Optional<String> invocationId();

        /** When the run began. */
        Optional<Timestamp> startedOn();

        /** When the run ended. */
        Optional<Timestamp> finishedOn();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link BuildMetadata}. */
        final class Builder extends ImmutableBuildMetadata.Builder {
            Builder() {}
        }
    }
}
