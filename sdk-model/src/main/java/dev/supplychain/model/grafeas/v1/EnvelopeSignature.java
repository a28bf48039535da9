package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One signature in a DSSE envelope.
 *
 * <p>Proto: {@code grafeas.v1.EnvelopeSignature}.
 */
@Value.Immutable
@JsonDeserialize(builder = EnvelopeSignature.Builder.class)
@JsonPropertyOrder({"sig", "keyid"})
public interface EnvelopeSignature extends Message {
    /** The raw signature bytes. */
    Optional<Bytes> sig();

    /** Hint for finding the key; it proves nothing and may be absent. */
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
