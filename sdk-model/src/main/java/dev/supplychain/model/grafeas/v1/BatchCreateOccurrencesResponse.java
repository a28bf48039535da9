package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * The occurrences that a batch call created.
 *
 * <p>Proto: {@code grafeas.v1.BatchCreateOccurrencesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateOccurrencesResponse.Builder.class)
@JsonPropertyOrder({"occurrences"})
public interface BatchCreateOccurrencesResponse extends Message {
    /** The created occurrences, with the names that the service gave them. */
    List<Occurrence> occurrences();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BatchCreateOccurrencesResponse}. */
    final class Builder extends ImmutableBatchCreateOccurrencesResponse.Builder {
        Builder() {}
    }
}
