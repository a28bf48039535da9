package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How an artifact was built, from its sources to the finished products, in Grafeas' own format.
 *
 * <p>Proto: {@code grafeas.v1.BuildProvenance}.
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
    /** Unique identifier of the build. */
    Optional<String> id();

    /** Project in which the build ran. */
    Optional<String> projectId();

    /** The commands that were requested, in order. */
    List<Command> commands();

    /** What the build produced. */
    List<Artifact> builtArtifacts();

    /** When the build was created. */
    Optional<Timestamp> createTime();

    /** When execution began; absent when it never did. */
    Optional<Timestamp> startTime();

    /** When execution ended; absent while it is unfinished. */
    Optional<Timestamp> endTime();

    /** E-mail address of whoever started the build, as it was at that time; it may since belong to somebody else. */
    Optional<String> creator();

    /** Where the logs of the build were written. */
    Optional<String> logsUri();

    /** Where the source code came from. */
    Optional<Source> sourceProvenance();

    /** Identifier of the trigger that started the build; absent when it was started by hand. */
    Optional<String> triggerId();

    /** Further details that the builder chose to record, as names and values. */
    Map<String, String> buildOptions();

    /** Version of the builder at the time of the build. */
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
