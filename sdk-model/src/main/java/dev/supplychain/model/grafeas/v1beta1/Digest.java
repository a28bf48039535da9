package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Hash of a file together with the algorithm that made it.
 *
 * <p>Proto: {@code grafeas.v1beta1.Digest}.
 */
@Value.Immutable
@JsonDeserialize(builder = Digest.Builder.class)
@JsonPropertyOrder({"algo", "digestBytes"})
public interface Digest extends Message {
    /** Algorithm name such as {@code SHA1} or {@code SHA512}. */
    Optional<String> algo();

    /** Raw hash bytes. */
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
