package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A link with a label.
 *
 * <p>Proto: {@code grafeas.v1.RelatedUrl}.
 */
@Value.Immutable
@JsonDeserialize(builder = RelatedUrl.Builder.class)
@JsonPropertyOrder({"url", "label"})
public interface RelatedUrl extends Message {
    /** The link. */
    Optional<String> url();

    /** What the link leads to. */
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
