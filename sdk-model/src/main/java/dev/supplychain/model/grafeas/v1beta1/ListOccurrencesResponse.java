package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One page of occurrences.
 *
 * <p>Proto: {@code grafeas.v1beta1.ListOccurrencesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ListOccurrencesResponse.Builder.class)
@JsonPropertyOrder({"occurrences", "nextPageToken", "unreachable"})
public interface ListOccurrencesResponse extends Message {
    /** Occurrences of the page; may be empty although more pages follow. */
    List<Occurrence> occurrences();

    /** Token for the next page. Absent or empty means this is the last one. */
    Optional<String> nextPageToken();

    /**
     * Regions that could not be asked, as {@code projects/[PROJECT_ID]/locations/[LOCATION]}, in any order. Only
     * filled when partial success was requested at the global endpoint.
     */
    List<String> unreachable();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ListOccurrencesResponse}. */
    final class Builder extends ImmutableListOccurrencesResponse.Builder {
        Builder() {}
    }
}
