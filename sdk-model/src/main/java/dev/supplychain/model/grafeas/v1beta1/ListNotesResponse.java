package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One page of notes.
 *
 * <p>Proto: {@code grafeas.v1beta1.ListNotesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = ListNotesResponse.Builder.class)
@JsonPropertyOrder({"notes", "nextPageToken", "unreachable"})
public interface ListNotesResponse extends Message {
    /** Notes of the page; may be empty although more pages follow. */
    List<Note> notes();

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

    /** Builds a {@link ListNotesResponse}. */
    final class Builder extends ImmutableListNotesResponse.Builder {
        Builder() {}
    }
}
