package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * Body for creating up to 1000 occurrences in one call. The project is given in the request path and is not part of
 * the body.
 *
 * <p>Proto: {@code grafeas.v1beta1.BatchCreateOccurrencesRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateOccurrencesRequest.Builder.class)
@JsonPropertyOrder({"occurrences"})
public interface BatchCreateOccurrencesRequest extends Message {
    /** Required. Occurrences to create; at most 1000. */
    List<Occurrence> occurrences();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link BatchCreateOccurrencesRequest}. */
    final class Builder extends ImmutableBatchCreateOccurrencesRequest.Builder {
        Builder() {}
    }
}
