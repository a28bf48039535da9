package dev.supplychain.model.grafeas.v1beta1.secret;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.grafeas.v1beta1.FileLocation;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Place where a credential was found.
 *
 * <p>Proto: {@code grafeas.v1beta1.secret.SecretLocation}.
 */
@Value.Immutable
@JsonDeserialize(builder = SecretLocation.Builder.class)
@JsonPropertyOrder({"fileLocation"})
public interface SecretLocation extends Message {
    /** File that contains it. */
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
