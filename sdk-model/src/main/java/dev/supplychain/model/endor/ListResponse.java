package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Where the next page begins; {@link ListParameters#next} makes the parameters that ask for it.
 *
 * <pre>{@code
 * {"next_page_token": 100, "next_page_id": "651a…"}
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = ListResponse.Builder.class)
@JsonPropertyOrder({"next_page_token", "next_page_id"})
public interface ListResponse extends Message {
    /** How many rows to pass over; 0 or absent at the end. */
    @JsonProperty("next_page_token")
    OptionalInt nextPageToken();

    /** The row that the next page begins behind; absent or empty at the end. */
    @JsonProperty("next_page_id")
    Optional<String> nextPageId();

    /** True when there is no further page. */
    default boolean isLast() {
        return nextPageToken().orElse(0) == 0 && nextPageId().orElse("").isEmpty();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ListResponse}. */
    final class Builder extends ImmutableListResponse.Builder {
        Builder() {}
    }
}
