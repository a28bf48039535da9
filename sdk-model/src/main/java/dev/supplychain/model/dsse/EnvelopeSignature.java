package dev.supplychain.model.dsse;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import org.immutables.value.Value;

/**
 * One signature of an {@link Envelope}.
 *
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md">DSSE 1.0.2, envelope</a>
 */
@Value.Immutable
@JsonDeserialize(builder = EnvelopeSignature.Builder.class)
@JsonPropertyOrder({"keyid", "sig"})
public interface EnvelopeSignature extends Message {
    /** A hint to the key, empty when there is none. It is not signed and proves nothing. */
    @Value.Default
    default String keyid() {
        return "";
    }

    /** The signature over the pre-authentication encoding of payload type and payload. */
    Bytes sig();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link EnvelopeSignature}. */
    final class Builder extends ImmutableEnvelopeSignature.Builder {
        Builder() {}
    }
}
