package dev.supplychain.model.endor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A page of signatures, or, when the {@link ListParameters} ask for one, a count or groups instead.
 *
 * <pre>{@code
 * {"list": {"objects": [{"uuid": "6512…"}], "response": {"next_page_token": 100, "next_page_id": "651a…"}}}
 * }</pre>
 */
@Value.Immutable
@JsonDeserialize(builder = ListArtifactSignaturesResponse.Builder.class)
@JsonPropertyOrder({"list", "count_response", "group_response"})
public interface ListArtifactSignaturesResponse extends Message {
    /** The page; absent when a count or groups were asked for. */
    @JsonProperty("list")
    Optional<ArtifactSignatureList> list();

    /** How many there are, when {@link ListParameters#count()} asks for it. */
    @JsonProperty("count_response")
    Optional<CountResponse> countResponse();

    /** The groups, when {@link ListParameters#groupAggregationPaths()} ask for them. */
    @JsonProperty("group_response")
    Optional<GroupResponse> groupResponse();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ListArtifactSignaturesResponse}. */
    final class Builder extends ImmutableListArtifactSignaturesResponse.Builder {
        Builder() {}
    }
}
