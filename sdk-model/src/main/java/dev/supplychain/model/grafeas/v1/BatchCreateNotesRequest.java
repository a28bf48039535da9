package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The body of a call that creates up to 1000 notes at once. The parent project is part of the request path, not of the
 * body.
 *
 * <p>Proto: {@code grafeas.v1.BatchCreateNotesRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateNotesRequest.Builder.class)
@JsonPropertyOrder({"notes"})
public interface BatchCreateNotesRequest extends Message {
    /** The notes to create, keyed by the note id each one will get; at most 1000. */
    Map<String, Note> notes();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BatchCreateNotesRequest}. */
    final class Builder extends ImmutableBatchCreateNotesRequest.Builder {
        Builder() {}
    }
}
