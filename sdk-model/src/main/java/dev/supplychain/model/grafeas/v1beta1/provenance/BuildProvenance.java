package dev.supplychain.model.grafeas.v1beta1.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Provenance in Grafeas' own format: sources, commands, outputs and times of one build.
 *
 * <p>Proto: {@code grafeas.v1beta1.provenance.BuildProvenance}.
 */
@Value.Immutable
@JsonDeserialize(builder = BuildProvenance.Builder.class)
@JsonPropertyOrder({
    "id",
    "projectId",
    "commands",
    "builtArtifacts",
    "createTime",
    "startTime",
    "endTime",
    "creator",
    "logsUri",
    "sourceProvenance",
    "triggerId",
    "buildOptions",
    "builderVersion"
})
public interface BuildProvenance extends Message {
    /** Required. Identifier of the build. */
    Optional<String> id();

    /** Project in which the build ran. */
    Optional<String> projectId();

    /** Commands that were requested, in order. */
    List<Command> commands();

    /** What the build produced. */
    List<Artifact> builtArtifacts();

    /** When the build was created. */
    Optional<Timestamp> createTime();

    /** When it began to run. */
    Optional<Timestamp> startTime();

    /** When it stopped running. */
    Optional<Timestamp> endTime();

    /**
     * E-mail address of the person who started the build. Addresses get reassigned, so it may belong to someone else
     * today.
     */
    Optional<String> creator();

    /** Where the logs are. */
    Optional<String> logsUri();

    /** Sources that were built. */
    Optional<Source> sourceProvenance();

    /** Trigger that started the build; empty for a manual start. */
    Optional<String> triggerId();

    /** Extra options in the builder's own vocabulary. */
    Map<String, String> buildOptions();

    /** Builder version in use during the build. */
    Optional<String> builderVersion();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BuildProvenance}. */
    final class Builder extends ImmutableBuildProvenance.Builder {
        Builder() {}
    }
}
