package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A file, or a command that lists files, at fault in a failed compliance check.
 *
 * <p>Proto: {@code grafeas.v1.NonCompliantFile}.
 */
@Value.Immutable
@JsonDeserialize(builder = NonCompliantFile.Builder.class)
@JsonPropertyOrder({"path", "displayCommand", "reason"})
public interface NonCompliantFile extends Message {
    /** Path of the file; absent when {@code displayCommand} is set. */
    Optional<String> path();

    /** Command that lists the files at fault; absent when {@code path} names a single one. */
    Optional<String> displayCommand();

    /** Why the file fails the check. */
    Optional<String> reason();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link NonCompliantFile}. */
    final class Builder extends ImmutableNonCompliantFile.Builder {
        Builder() {}
    }
}
