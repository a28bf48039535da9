package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/** Under which name a signed image is pulled. */
@Value.Immutable
@JsonDeserialize(builder = CriticalIdentity.Builder.class)
@JsonPropertyOrder("docker_reference")
public interface CriticalIdentity extends Message {
    /** The reference of the image; {@code docker-reference} in cosign's dialect. */
    @JsonProperty("docker_reference")
    Optional<String> dockerReference();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CriticalIdentity}. */
    final class Builder extends ImmutableCriticalIdentity.Builder {
        Builder() {}
    }
}
