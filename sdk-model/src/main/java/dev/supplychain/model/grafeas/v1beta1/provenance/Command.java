package dev.supplychain.model.grafeas.v1beta1.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One step of a build.
 *
 * <p>Proto: {@code grafeas.v1beta1.provenance.Command}.
 */
@Value.Immutable
@JsonDeserialize(builder = Command.Builder.class)
@JsonPropertyOrder({"name", "env", "args", "dir", "id", "waitFor"})
public interface Command extends Message {
    /** Required. Program that ran, or the image of the step. */
    Optional<String> name();

    /** Environment variables as {@code NAME=value}. */
    List<String> env();

    /** Arguments, one per element. */
    List<String> args();

    /** Working directory, relative to the root of the sources. */
    Optional<String> dir();

    /** Identifier that other steps use in {@code waitFor}; absent when nothing waits for the step. */
    Optional<String> id();

    /** Identifiers of the steps that had to finish first. */
    List<String> waitFor();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Command}. */
    final class Builder extends ImmutableCommand.Builder {
        Builder() {}
    }
}
