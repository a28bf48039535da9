package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * Occurrences that a batch call stored.
 *
 * <p>Proto: {@code grafeas.v1beta1.BatchCreateOccurrencesResponse}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateOccurrencesResponse.Builder.class)
@JsonPropertyOrder({"occurrences"})
public interface BatchCreateOccurrencesResponse extends Message {
    /**
     * Created occurrences. Open-source servers leave out entries that failed, so compare the count with the request.
     */
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
