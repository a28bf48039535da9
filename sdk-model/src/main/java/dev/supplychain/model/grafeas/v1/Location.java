package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place in the file system where a package was found installed.
 *
 * <p>Proto: {@code grafeas.v1.Location}.
 */
@Value.Immutable
@JsonDeserialize(builder = Location.Builder.class)
@JsonPropertyOrder({"cpeUri", "version", "path"})
public interface Location extends Message {
    /** CPE URI of the package manager. Deprecated: the package occurrence has it. */
    Optional<String> cpeUri();

    /** Installed version. Deprecated: the package occurrence has it. */
    Optional<Version> version();

    /** Path from which the installation was read. */
    Optional<String> path();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Location}. */
    final class Builder extends ImmutableLocation.Builder {
        Builder() {}
    }
}
