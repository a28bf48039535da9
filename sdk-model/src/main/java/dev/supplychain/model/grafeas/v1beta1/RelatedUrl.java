package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Link with a label.
 *
 * <p>Proto: {@code grafeas.v1beta1.RelatedUrl}.
 */
@Value.Immutable
@JsonDeserialize(builder = RelatedUrl.Builder.class)
@JsonPropertyOrder({"url", "label"})
public interface RelatedUrl extends Message {
    /** Address of the linked page. */
    Optional<String> url();

    /** What the link leads to; absent when unlabelled. */
    Optional<String> label();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RelatedUrl}. */
    final class Builder extends ImmutableRelatedUrl.Builder {
        Builder() {}
    }
}
