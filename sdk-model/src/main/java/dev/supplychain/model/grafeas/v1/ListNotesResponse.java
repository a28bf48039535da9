package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A page of notes.
 *
 * <p>Proto: {@code grafeas.v1.ListNotesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ListNotesResponse.Builder.class)
@JsonPropertyOrder({"notes", "nextPageToken", "unreachable"})
public interface ListNotesResponse extends Message {
    /** The notes on the page; a page can be empty and still have a successor. */
    List<Note> notes();

    /** Token of the next page; absent or empty on the last page. */
    Optional<String> nextPageToken();

    /**
     * Locations that did not answer, as {@code projects/PROJECT/locations/LOCATION}. Filled only when partial success
     * was allowed in a call to the global endpoint; if not empty, the list is incomplete.
     */
    List<String> unreachable();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ListNotesResponse}. */
    final class Builder extends ImmutableListNotesResponse.Builder {
        Builder() {}
    }
}
