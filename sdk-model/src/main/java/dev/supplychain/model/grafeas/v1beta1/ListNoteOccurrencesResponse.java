package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One page of the occurrences of a note.
 *
 * <p>Proto: {@code grafeas.v1beta1.ListNoteOccurrencesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ListNoteOccurrencesResponse.Builder.class)
@JsonPropertyOrder({"occurrences", "nextPageToken"})
public interface ListNoteOccurrencesResponse extends Message {
    /** Occurrences of the page; may be empty although more pages follow. */
    List<Occurrence> occurrences();

    /** Token for the next page. Absent or empty means this is the last one. */
    Optional<String> nextPageToken();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ListNoteOccurrencesResponse}. */
    final class Builder extends ImmutableListNoteOccurrencesResponse.Builder {
        Builder() {}
    }
}
