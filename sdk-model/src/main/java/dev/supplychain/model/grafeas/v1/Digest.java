package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A digest of a package file: the algorithm and the raw value.
 *
 * <p>Proto: {@code grafeas.v1.Digest}.
 */
@Value.Immutable
@JsonDeserialize(builder = Digest.Builder.class)
@JsonPropertyOrder({"algo", "digestBytes"})
public interface Digest extends Message {
    /** Name of the algorithm, for example {@code SHA1} or {@code SHA512}. */
    Optional<String> algo();

    /** The raw digest bytes. */
    Optional<Bytes> digestBytes();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Digest}. */
    final class Builder extends ImmutableDigest.Builder {
        Builder() {}
    }
}
