package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A page of the occurrences that refer to one note.
 *
 * <p>Proto: {@code grafeas.v1.ListNoteOccurrencesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ListNoteOccurrencesResponse.Builder.class)
@JsonPropertyOrder({"occurrences", "nextPageToken"})
public interface ListNoteOccurrencesResponse extends Message {
    /** The occurrences on the page; a page can be empty and still have a successor. */
    List<Occurrence> occurrences();

    /** Token of the next page; absent or empty on the last page. */
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
