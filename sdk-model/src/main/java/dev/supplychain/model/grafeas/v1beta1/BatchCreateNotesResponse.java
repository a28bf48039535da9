package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * Notes that a batch call stored.
 *
 * <p>Proto: {@code grafeas.v1beta1.BatchCreateNotesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateNotesResponse.Builder.class)
@JsonPropertyOrder({"notes"})
public interface BatchCreateNotesResponse extends Message {
    /** Created notes. Open-source servers leave out entries that failed, so compare the count with the request. */
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
