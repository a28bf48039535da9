package dev.supplychain.model.grafeas.v1beta1.intoto;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Signature of in-toto link metadata.
 *
 * <p>Proto: {@code grafeas.v1beta1.intoto.Signature}.
 */
@Value.Immutable
@JsonDeserialize(builder = Signature.Builder.class)
@JsonPropertyOrder({"keyid", "sig"})
public interface Signature extends Message {
    /** Identifier of the key, as in {@code SigningKey}. */
    Optional<String> keyid();

    /** Signature as hex text. */
    Optional<String> sig();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Signature}. */
    final class Builder extends ImmutableSignature.Builder {
        Builder() {}
    }
}
