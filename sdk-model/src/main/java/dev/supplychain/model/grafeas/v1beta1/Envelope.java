package dev.supplychain.model.grafeas.v1beta1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.GrafeasEnvelopes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    /**
     * The same envelope as DSSE defines it, for a verifier; nothing is verified here.
     *
     * @throws MalformedDataException when the payload or a signature is absent or not base64
     */
    default dev.supplychain.model.dsse.Envelope toDsse() {
        return GrafeasEnvelopes.envelope(
                payload(),
                payloadType(),
                IntStream.range(0, signatures().size())
                        .mapToObj(i -> GrafeasEnvelopes.signature(
                                i,
                                signatures().get(i).sig(),
                                signatures().get(i).keyid()))
                        .toList());
    }

    /** A DSSE envelope as Grafeas stores it. */
    static Envelope of(dev.supplychain.model.dsse.Envelope envelope) {
        return builder()
                .payload(envelope.payload())
                .payloadType(envelope.payloadType())
                .signatures(envelope.signatures().stream()
                        .map(signature -> EnvelopeSignature.builder()
                                .sig(signature.sig())
                                .keyid(GrafeasEnvelopes.keyid(signature))
                                .build())
                        .toList())
                .build();
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
