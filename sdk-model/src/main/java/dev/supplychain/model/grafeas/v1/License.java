package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The licence of a package, as its authors declare it.
 *
 * <p>Proto: {@code grafeas.v1.License}.
 */
@Value.Immutable
@JsonDeserialize(builder = License.Builder.class)
@JsonPropertyOrder({"expression", "comments"})
public interface License extends Message {
    /** Licence expression, for example {@code LGPL-2.1-only OR MIT}. */
    Optional<String> expression();

    /** Remarks on the licence. */
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
