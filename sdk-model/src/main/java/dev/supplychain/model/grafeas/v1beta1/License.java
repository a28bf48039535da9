package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Licence of a package or file as an SPDX expression.
 *
 * <p>Proto: {@code grafeas.v1beta1.License}.
 */
@Value.Immutable
@JsonDeserialize(builder = License.Builder.class)
@JsonPropertyOrder({"expression", "comments"})
public interface License extends Message {
    /** SPDX licence expression, for example {@code MIT OR Apache-2.0}. */
    Optional<String> expression();

    /** Remarks about the licence; absent when there are none. */
    Optional<String> comments();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link License}. */
    final class Builder extends ImmutableLicense.Builder {
        Builder() {}
    }
}
