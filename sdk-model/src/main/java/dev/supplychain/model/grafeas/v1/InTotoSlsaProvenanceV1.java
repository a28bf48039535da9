package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An in-toto statement with a SLSA provenance v1 predicate, unsigned.
 *
 * <p>Proto: {@code grafeas.v1.InTotoSlsaProvenanceV1}.
 */
@Value.Immutable
@JsonDeserialize(builder = InTotoSlsaProvenanceV1.Builder.class)
@JsonPropertyOrder({"_type", "subject", "predicateType", "predicate"})
public interface InTotoSlsaProvenanceV1 extends Message {
    /** Type URI of the statement, for example {@code https://in-toto.io/Statement/v1}. */
    @JsonProperty("_type")
    Optional<String> type();

    /** The artifacts that the provenance is about. */
    List<Subject> subject();

    /** Type URI of the predicate, for example {@code https://slsa.dev/provenance/v1}. */
    Optional<String> predicateType();

    /** The provenance itself. */
    Optional<SlsaProvenanceV1> predicate();

    /**
     * The same statement in the form of in-toto; unknown members come along.
     *
     * @throws MalformedDataException when the statement is not of version 1, has no {@code predicateType}, or a member
     *     does not fit; it names the place
     */
    default dev.supplychain.model.intoto.InTotoStatement toInToto() {
        return InTotoForms.toInToto(this);
    }

    /**
     * An in-toto statement v1 with SLSA provenance v1 as Grafeas has it; unknown members come along.
     *
     * @throws MalformedDataException when the statement is not of version 1, its predicate type is not {@code
     *     https://slsa.dev/provenance/v1}, or a member does not fit; it names the place in the in-toto statement
     */
    static InTotoSlsaProvenanceV1 of(dev.supplychain.model.intoto.InTotoStatement statement) {
        return InTotoForms.toGrafeasV1(statement);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * The inputs of a build as SLSA provenance v1 describes them: build type, parameters and dependencies.
     *
     * <p>Proto: {@code grafeas.v1.InTotoSlsaProvenanceV1.BuildDefinition}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = BuildDefinition.Builder.class)
    @JsonPropertyOrder({"buildType", "externalParameters", "internalParameters", "resolvedDependencies"})
    interface BuildDefinition extends Message {
        /** URI of the template that says how the parameters are to be understood. */
        Optional<String> buildType();

        /** Inputs under the control of whoever started the build; a verifier should check every one of them. */
        Optional<Json> externalParameters();

        /** Inputs set by the build platform itself. */
        Optional<Json> internalParameters();

        /** Artifacts that were fetched or used by the build, with their digests as far as known. */
        List<ResourceDescriptor> resolvedDependencies();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link BuildDefinition}. */
        final class Builder extends ImmutableBuildDefinition.Builder {
            Builder() {}
        }
    }

    /**
     * When a build ran and which run it was, as SLSA provenance v1 describes it.
     *
     * <p>Proto: {@code grafeas.v1.InTotoSlsaProvenanceV1.BuildMetadata}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = BuildMetadata.Builder.class)
    @JsonPropertyOrder({"invocationId", "startedOn", "finishedOn"})
    interface BuildMetadata extends Message {
        /** Identifier of the run on its build platform; useful for finding logs. */
        Optional<String> invocationId();

        /** When the run began; absent when unknown. */
        Optional<Timestamp> startedOn();

        /** When the run ended; absent when unknown. */
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

    /**
     * The build platform that ran a build, as SLSA provenance v1 describes it.
     *
     * <p>Proto: {@code grafeas.v1.InTotoSlsaProvenanceV1.ProvenanceBuilder}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ProvenanceBuilder.Builder.class)
    @JsonPropertyOrder({"id", "version", "builderDependencies"})
    interface ProvenanceBuilder extends Message {
        /** URI of the platform, which verifiers match against the builders they trust. */
        Optional<String> id();

        /** Versions of the platform's components, by component name. */
        Map<String, String> version();

        /** Artifacts that the platform itself depends on. */
        List<ResourceDescriptor> builderDependencies();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link ProvenanceBuilder}. */
        final class Builder extends ImmutableProvenanceBuilder.Builder {
            Builder() {}
        }
    }

    /**
     * A reference to an artifact as in-toto defines it: where it is, what it is called, and its digests.
     *
     * <p>Proto: {@code grafeas.v1.InTotoSlsaProvenanceV1.ResourceDescriptor}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ResourceDescriptor.Builder.class)
    @JsonPropertyOrder({"name", "uri", "digest", "content", "downloadLocation", "mediaType", "annotations"})
    interface ResourceDescriptor extends Message {
        /** Name of the artifact, unique among its neighbours. */
        Optional<String> name();

        /** URI that identifies the artifact; it need not be a place to download it from. */
        Optional<String> uri();

        /** Digests of the artifact, by algorithm name. */
        Map<String, String> digest();

        /** The artifact itself, when it is small enough to be included. */
        Optional<Bytes> content();

        /** Where the artifact can be fetched, if that differs from the URI. */
        Optional<String> downloadLocation();

        /** Media type of the artifact. */
        Optional<String> mediaType();

        /** Further information, of any JSON type, by name. */
        Map<String, Json> annotations();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link ResourceDescriptor}. */
        final class Builder extends ImmutableResourceDescriptor.Builder {
            Builder() {}
        }
    }

    /**
     * The run of a build, as SLSA provenance v1 describes it: builder, times and by-products.
     *
     * <p>Proto: {@code grafeas.v1.InTotoSlsaProvenanceV1.RunDetails}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = RunDetails.Builder.class)
    @JsonPropertyOrder({"builder", "metadata", "byproducts"})
    interface RunDetails extends Message {
        /** The build platform. */
        @JsonProperty("builder")
        Optional<ProvenanceBuilder> slsaBuilder();

        /** When the build ran, and its identifier. */
        Optional<BuildMetadata> metadata();

        /** Artifacts of the run that are not its outputs, such as logs. */
        List<ResourceDescriptor> byproducts();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link RunDetails}. */
        final class Builder extends ImmutableRunDetails.Builder {
            Builder() {}
        }
    }

    /**
     * A build described by SLSA provenance v1: its inputs and its run.
     *
     * <p>Proto: {@code grafeas.v1.InTotoSlsaProvenanceV1.SlsaProvenanceV1}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaProvenanceV1.Builder.class)
    @JsonPropertyOrder({"buildDefinition", "runDetails"})
    interface SlsaProvenanceV1 extends Message {
        /** The inputs of the build. */
        Optional<BuildDefinition> buildDefinition();

        /** The run of the build. */
        Optional<RunDetails> runDetails();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link SlsaProvenanceV1}. */
        final class Builder extends ImmutableSlsaProvenanceV1.Builder {
            Builder() {}
        }
    }

    /** Builds an {@link InTotoSlsaProvenanceV1}. */
    final class Builder extends ImmutableInTotoSlsaProvenanceV1.Builder {
        Builder() {}
    }
}
