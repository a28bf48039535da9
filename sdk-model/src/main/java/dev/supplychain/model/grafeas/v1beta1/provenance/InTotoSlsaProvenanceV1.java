package dev.supplychain.model.grafeas.v1beta1.provenance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.grafeas.v1beta1.intoto.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * In-toto statement with a SLSA 1.0 provenance predicate.
 *
 * <p>Proto: {@code grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1}.
 */
@Value.Immutable
@JsonDeserialize(builder = InTotoSlsaProvenanceV1.Builder.class)
@JsonPropertyOrder({"_type", "subject", "predicateType", "predicate"})
public interface InTotoSlsaProvenanceV1 extends Message {
    /** Statement type, {@code https://in-toto.io/Statement/v1}. The underscore is part of the JSON name. */
    @JsonProperty("_type")
    Optional<String> type();

    /** Artifacts that the build produced. */
    List<Subject> subject();

    /** Type of the predicate, {@code https://slsa.dev/provenance/v1}. */
    Optional<String> predicateType();

    /** How the artifacts were built. */
    Optional<SlsaProvenanceV1> predicate();

    /**
     * The same statement in the form of in-toto; unknown members come along.
     *
     * @throws MalformedDataException when the statement is not of version 1, has no {@code predicateType}, or a member
     *     does not fit; it names the place
     */
    default dev.supplychain.model.intoto.InTotoStatement toInToto() {
        return ModelJson.readStrict(
                        ModelJson.toJson(this), dev.supplychain.model.grafeas.v1.InTotoSlsaProvenanceV1.class)
                .toInToto();
    }

    /**
     * An in-toto statement v1 with SLSA provenance v1 as Grafeas has it; unknown members come along.
     *
     * @throws MalformedDataException when the statement is not of version 1, its predicate type is not {@code
     *     https://slsa.dev/provenance/v1}, or a member does not fit; it names the place in the in-toto statement
     */
    static InTotoSlsaProvenanceV1 of(dev.supplychain.model.intoto.InTotoStatement statement) {
        return ModelJson.readStrict(
                ModelJson.toJson(dev.supplychain.model.grafeas.v1.InTotoSlsaProvenanceV1.of(statement)),
                InTotoSlsaProvenanceV1.class);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * SLSA 1.0 provenance: what was asked for and what ran.
     *
     * <p>Proto: {@code grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.SlsaProvenanceV1}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SlsaProvenanceV1.Builder.class)
    @JsonPropertyOrder({"buildDefinition", "runDetails"})
    interface SlsaProvenanceV1 extends Message {
        /** Inputs of the build. */
        Optional<BuildDefinition> buildDefinition();

        /** The particular run that used these inputs. */
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

    /**
     * Inputs of a build in SLSA 1.0 terms.
     *
     * <p>Proto: {@code grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.BuildDefinition}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = BuildDefinition.Builder.class)
    @JsonPropertyOrder({"buildType", "externalParameters", "internalParameters", "resolvedDependencies"})
    interface BuildDefinition extends Message {
        /** URI that says how the parameters are to be read and the build is to be performed. */
        Optional<String> buildType();

        /** Parameters under outside control, as arbitrary JSON; verify every one of them. */
        Optional<Json> externalParameters();

        /** Parameters set by the platform itself, as arbitrary JSON. */
        Optional<Json> internalParameters();

        /** Artifacts fetched for the build, as far as recorded. */
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
     * Artifact named by URI, digest or content.
     *
     * <p>Proto: {@code grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.ResourceDescriptor}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ResourceDescriptor.Builder.class)
    @JsonPropertyOrder({"name", "uri", "digest", "content", "downloadLocation", "mediaType", "annotations"})
    interface ResourceDescriptor extends Message {
        /** Name that distinguishes the artifact within its list. */
        Optional<String> name();

        /** Global identifier of the artifact. */
        Optional<String> uri();

        /** Hex digests, keyed by algorithm. */
        Map<String, String> digest();

        /** Bytes of the artifact itself; only for small ones. */
        Optional<Bytes> content();

        /** Where to fetch the artifact, when that differs from {@code uri}. */
        Optional<String> downloadLocation();

        /** MIME type of the artifact. */
        Optional<String> mediaType();

        /** Further facts about the artifact, with arbitrary JSON values. */
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
     * One run of a build: who ran it, when, and what it left behind.
     *
     * <p>Proto: {@code grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.RunDetails}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = RunDetails.Builder.class)
    @JsonPropertyOrder({"builder", "metadata", "byproducts"})
    interface RunDetails extends Message {
        /** Platform that ran the build. */
        @JsonProperty("builder")
        Optional<ProvenanceBuilder> slsaBuilder();

        /** Identifier and times of the run. */
        Optional<BuildMetadata> metadata();

        /** Additional outputs such as logs. */
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
     * Build platform that vouches for the provenance.
     *
     * <p>Proto: {@code grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.ProvenanceBuilder}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = ProvenanceBuilder.Builder.class)
    @JsonPropertyOrder({"id", "version", "builderDependencies"})
    interface ProvenanceBuilder extends Message {
        /** URI of the platform; decides which key may sign for it. */
        Optional<String> id();

        /** Versions of the platform's components, keyed by component. */
        Map<String, String> version();

        /** Artifacts the platform itself depends on. */
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
     * Identifier and times of a build run.
     *
     * <p>Proto: {@code grafeas.v1beta1.provenance.InTotoSlsaProvenanceV1.BuildMetadata}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = BuildMetadata.Builder.class)
    @JsonPropertyOrder({"invocationId", "startedOn", "finishedOn"})
    interface BuildMetadata extends Message {
        /** Identifier of the run, unique within the builder. */
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

    /** Builds an {@link InTotoSlsaProvenanceV1}. */
    final class Builder extends ImmutableInTotoSlsaProvenanceV1.Builder {
        Builder() {}
    }
}
