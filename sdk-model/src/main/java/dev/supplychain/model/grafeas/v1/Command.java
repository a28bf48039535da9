package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One step of a build: the command or container that was run, with its arguments and environment.
 *
 * <p>Proto: {@code grafeas.v1.Command}.
 */
@Value.Immutable
@JsonDeserialize(builder = Command.Builder.class)
@JsonPropertyOrder({"name", "env", "args", "dir", "id", "waitFor"})
public interface Command extends Message {
    /** Name of the command, or of the container image that was run. */
    Optional<String> name();

    /** Environment variables that were set for the step. */
    List<String> env();

    /** Arguments that were passed, in order. */
    List<String> args();

    /** Working directory, relative to the root of the source; absent means the root. */
    Optional<String> dir();

    /** Identifier of the step, so that others can wait for it; absent when none was given. */
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
