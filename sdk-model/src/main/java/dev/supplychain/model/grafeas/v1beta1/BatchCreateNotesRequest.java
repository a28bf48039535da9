package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Body for creating up to 1000 notes in one call. The project is given in the request path and is not part of the
 * body.
 *
 * <p>Proto: {@code grafeas.v1beta1.BatchCreateNotesRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateNotesRequest.Builder.class)
@JsonPropertyOrder({"notes"})
public interface BatchCreateNotesRequest extends Message {
    /**
     * Required. Notes to create, keyed by the note ID each one gets; at most 1000 entries. Open-source servers may
     * skip failing entries silently.
     */
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
