package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One signature of a DSSE envelope.
 *
 * <p>Proto: {@code grafeas.v1beta1.EnvelopeSignature}.
 */
@Value.Immutable
@JsonDeserialize(builder = EnvelopeSignature.Builder.class)
@JsonPropertyOrder({"sig", "keyid"})
public interface EnvelopeSignature extends Message {
    /** Raw signature bytes. */
    Optional<Bytes> sig();

    /** Hint at the key; never trust it. Absent when the signer gave none. */
    Optional<String> keyid();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link EnvelopeSignature}. */
    final class Builder extends ImmutableEnvelopeSignature.Builder {
        Builder() {}
    }
}
