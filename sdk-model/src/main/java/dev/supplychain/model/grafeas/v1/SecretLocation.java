package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place where a secret was found.
 *
 * <p>Proto: {@code grafeas.v1.SecretLocation}.
 */
@Value.Immutable
@JsonDeserialize(builder = SecretLocation.Builder.class)
@JsonPropertyOrder({"fileLocation"})
public interface SecretLocation extends Message {
    /** The file that contains the secret. */
    Optional<FileLocation> fileLocation();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SecretLocation}. */
    final class Builder extends ImmutableSecretLocation.Builder {
        Builder() {}
    }
}
