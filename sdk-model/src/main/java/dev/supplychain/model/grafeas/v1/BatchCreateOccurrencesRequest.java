package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.List;
import org.immutables.value.Value;

/**
 * The body of a call that creates up to 1000 occurrences at once. The parent project is part of the request path, not
 * of the body.
 *
 * <p>Proto: {@code grafeas.v1.BatchCreateOccurrencesRequest}.
 */
@Value.Immutable
@JsonDeserialize(builder = BatchCreateOccurrencesRequest.Builder.class)
@JsonPropertyOrder({"occurrences"})
public interface BatchCreateOccurrencesRequest extends Message {
    /** The occurrences to create; at most 1000. */
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
