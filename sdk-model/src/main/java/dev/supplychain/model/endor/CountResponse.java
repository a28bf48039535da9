package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * How many resources a list has.
 */
@Value.Immutable
@JsonDeserialize(builder = CountResponse.Builder.class)
@JsonPropertyOrder("count")
public interface CountResponse extends Message {
    /** The number. */
    @JsonProperty("count")
    OptionalInt count();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link CountResponse}. */
    final class Builder extends ImmutableCountResponse.Builder {
        Builder() {}
    }
}
