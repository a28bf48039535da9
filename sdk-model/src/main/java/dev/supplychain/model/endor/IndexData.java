package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Decimal;
import dev.supplychain.model.Message;
import dev.supplychain.model.Timestamp;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What the service's search knows of a resource; its own, never sent. */
@Value.Immutable
@JsonDeserialize(builder = IndexData.Builder.class)
@JsonPropertyOrder({"data", "search_score", "tenant", "will_be_deleted_at"})
public interface IndexData extends Message {
    /** The indexed texts. */
    @JsonProperty("data")
    List<String> data();

    /** How well the resource fits the search. */
    @JsonProperty("search_score")
    Optional<Decimal> searchScore();

    /** The tenant. */
    @JsonProperty("tenant")
    Optional<String> tenant();

    /** When the resource will be deleted. */
    @JsonProperty("will_be_deleted_at")
    Optional<Timestamp> willBeDeletedAt();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link IndexData}. */
    final class Builder extends ImmutableIndexData.Builder {
        Builder() {}
    }
}
