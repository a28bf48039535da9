package dev.supplychain.model.grafeas.v1beta1.pkg;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Place in a file system where a package was found.
 *
 * <p>Proto: {@code grafeas.v1beta1.package.Location}.
 */
@Value.Immutable
@JsonDeserialize(builder = Location.Builder.class)
@JsonPropertyOrder({"cpeUri", "version", "path"})
public interface Location extends Message {
    /** CPE URI of the package manager's platform. Read it from {@code Installation} instead. Deprecated in the API. */
    Optional<String> cpeUri();

    /** Version found at the place. Read it from {@code Installation} instead. Deprecated in the API. */
    Optional<Version> version();

    /** Path of the file that proves the installation, for example {@code /var/lib/dpkg/status}. */
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
