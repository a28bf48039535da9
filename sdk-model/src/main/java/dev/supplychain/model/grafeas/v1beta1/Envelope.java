package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * DSSE envelope around a finding: payload, its type and signatures. The signatures cover the payload type and the
 * payload bytes.
 *
 * <p>Proto: {@code grafeas.v1beta1.Envelope}.
 */
@Value.Immutable
@JsonDeserialize(builder = Envelope.Builder.class)
@JsonPropertyOrder({"payload", "payloadType", "signatures"})
public interface Envelope extends Message {
    /** Signed bytes; never re-serialise them. */
    Optional<Bytes> payload();

    /** Type of the payload, for example {@code application/vnd.in-toto+json}. */
    Optional<String> payloadType();

    /** Signatures over the payload and its type. */
    List<EnvelopeSignature> signatures();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Envelope}. */
    final class Builder extends ImmutableEnvelope.Builder {
        Builder() {}
    }
}
