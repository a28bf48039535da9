package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An attestation as a signed JWT.
 *
 * <p>Proto: {@code grafeas.v1.Jwt}.
 */
@Value.Immutable
@JsonDeserialize(builder = Jwt.Builder.class)
@JsonPropertyOrder({"compactJwt"})
public interface Jwt extends Message {
    /** The token in compact form: three base64url parts joined by dots. The service does not look inside it. */
    Optional<String> compactJwt();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Jwt}. */
    final class Builder extends ImmutableJwt.Builder {
        Builder() {}
    }
}
