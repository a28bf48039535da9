package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A DSSE envelope: the signed payload bytes, their type, and the signatures. The payload is the only trustworthy form
 * of the content, and only after verification.
 *
 * <p>Proto: {@code grafeas.v1.Envelope}.
 */
@Value.Immutable
@JsonDeserialize(builder = Envelope.Builder.class)
@JsonPropertyOrder({"payload", "payloadType", "signatures"})
public interface Envelope extends Message {
    /** The signed bytes, to be verified and parsed exactly as they are. */
    Optional<Bytes> payload();

    /** Media type of the payload, for example {@code application/vnd.in-toto+json}; it is covered by the signatures. */
    Optional<String> payloadType();

    /** The signatures over payload and type; one envelope can hold signatures made under different schemes. */
    List<EnvelopeSignature> signatures();

    /**
     * The same envelope as DSSE defines it, for a verifier; nothing is verified here.
     *
     * @throws MalformedDataException when the payload or a signature is absent or not base64
     */
    default dev.supplychain.model.dsse.Envelope toDsse() {
        return DsseEnvelopes.toDsse(this);
    }

    /** A DSSE envelope as Grafeas stores it. */
    static Envelope of(dev.supplychain.model.dsse.Envelope envelope) {
        return DsseEnvelopes.of(envelope);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Envelope}. */
    final class Builder extends ImmutableEnvelope.Builder {
        Builder() {}
    }
}
