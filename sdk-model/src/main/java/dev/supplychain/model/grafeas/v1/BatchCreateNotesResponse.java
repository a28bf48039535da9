package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * The notes that a batch call created.
 *
 * <p>Proto: {@code grafeas.v1.BatchCreateNotesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateNotesResponse.Builder.class)
@JsonPropertyOrder({"notes"})
public interface BatchCreateNotesResponse extends Message {
    /** The created notes, with the names that the service gave them. */
    List<Note> notes();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BatchCreateNotesResponse}. */
    final class Builder extends ImmutableBatchCreateNotesResponse.Builder {
        Builder() {}
    }
}
