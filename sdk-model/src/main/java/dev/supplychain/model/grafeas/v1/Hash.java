package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A hash of a source file: the algorithm and the raw value.
 *
 * <p>Proto: {@code grafeas.v1.Hash}.
 */
@Value.Immutable
@JsonDeserialize(builder = Hash.Builder.class)
@JsonPropertyOrder({"type", "value"})
public interface Hash extends Message {
    /** Name of the algorithm, for example {@code SHA-256}. In v1 it is free text, not an enumeration. */
    Optional<String> type();

    /** The raw hash bytes. */
    Optional<Bytes> value();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Hash}. */
    final class Builder extends ImmutableHash.Builder {
        Builder() {}
    }
}
