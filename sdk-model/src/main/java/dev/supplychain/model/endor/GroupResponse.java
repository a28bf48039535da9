package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Resources in groups.
 */
@Value.Immutable
@JsonDeserialize(builder = GroupResponse.Builder.class)
@JsonPropertyOrder("groups")
public interface GroupResponse extends Message {
    /** The groups by the text of what they have in common. */
    @JsonProperty("groups")
    Map<String, Json> groups();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link GroupResponse}. */
    final class Builder extends ImmutableGroupResponse.Builder {
        Builder() {}
    }
}
