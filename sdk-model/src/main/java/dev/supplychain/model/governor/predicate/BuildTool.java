package dev.supplychain.model.governor.predicate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which tool ran the build.
 *
 * <pre>{@code
 * {
 *   "buildId": "bjvognekiphus",
 *   "buildScanUri": "https://develocity.example.com/s/bjvognekiphus",
 *   "toolType": "gradle",
 *   "toolVersion": "9.2.0",
 *   "agentVersion": "4.2.2"
 * }
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = BuildTool.Builder.class)
@JsonPropertyOrder({"buildId", "buildScanUri", "toolType", "toolVersion", "agentVersion"})
public interface BuildTool extends Message {
    /** The predicate type that names it in a statement. */
    String PREDICATE_TYPE = "https://gradle.com/attestation/build-tool/v1";

    /** The id of the build's Build Scan. */
    Optional<String> buildId();

    /** Where the Build Scan is read. */
    Optional<String> buildScanUri();

    /** The tool, such as {@code gradle} or {@code maven}. */
    Optional<String> toolType();

    /** The tool's version. */
    Optional<String> toolVersion();

    /** The version of the Develocity plugin or extension that reported the build. */
    Optional<String> agentVersion();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BuildTool}. */
    final class Builder extends ImmutableBuildTool.Builder {
        Builder() {}
    }
}
