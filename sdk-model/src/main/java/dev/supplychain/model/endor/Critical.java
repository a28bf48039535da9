package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/** The part of a container image signature that a verifier must understand. */
@Value.Immutable
@JsonDeserialize(builder = Critical.Builder.class)
@JsonPropertyOrder({"identity", "image", "type"})
public interface Critical extends Message {
    /** The one {@link #type()} that the service knows; cosign's own signatures have another. */
    String TYPE = "atomic container signature";

    /** Under which name the image is pulled. */
    @JsonProperty("identity")
    Optional<CriticalIdentity> identity();

    /** Which image is signed. */
    @JsonProperty("image")
    Optional<CriticalImage> image();

    /** The kind of signature: {@link #TYPE}; required when sending. */
    @JsonProperty("type")
    Optional<String> type();

    /** Starts an empty one; the type is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Critical}. */
    @JsonPOJOBuilder(buildMethodName = "buildPartial")
    final class Builder extends ImmutableCritical.Builder {
        Builder() {}

        /**
         * The value.
         *
         * @throws IllegalStateException when the type is missing
         * @throws IllegalArgumentException when the type is not {@link Critical#TYPE}
         */
        @Override
        public Critical build() {
            return CreateRules.checked(super.build());
        }

        /** The value, unchecked: what a service answered. */
        public Critical buildPartial() {
            return super.build();
        }
    }
}
