package dev.supplychain.model.internal;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.util.List;
import java.util.Optional;

/** The parts of an envelope, which every version of Grafeas has in types of its own, as DSSE defines them. */
public final class GrafeasEnvelopes {
    private GrafeasEnvelopes() {}

    /**
     * The envelope of these parts.
     *
     * @throws MalformedDataException when the payload is absent or not base64
     */
    public static Envelope envelope(
            Optional<Bytes> payload, Optional<String> payloadType, List<EnvelopeSignature> signatures) {
        return Envelope.builder()
                .payload(decoded(payload, "/payload"))
                .payloadType(payloadType.orElse(""))
                .signatures(signatures)
                .build();
    }

    /**
     * The signature of these parts.
     *
     * @param index where it stands, for messages
     * @throws MalformedDataException when it is absent or not base64
     */
    public static EnvelopeSignature signature(int index, Optional<Bytes> sig, Optional<String> keyid) {
        return EnvelopeSignature.builder()
                .keyid(keyid.orElse(""))
                .sig(decoded(sig, "/signatures/" + index + "/sig"))
                .build();
    }

    /** The hint at the key; absent when there is none. */
    public static Optional<String> keyid(EnvelopeSignature signature) {
        return Optional.of(signature.keyid()).filter(keyid -> !keyid.isEmpty());
    }

    /** Google's JSON has either alphabet, with or without padding; DSSE wants what was meant. */
    private static Bytes decoded(Optional<Bytes> bytes, String place) {
        try {
            return bytes.map(Bytes::toByteArray)
                    .map(Bytes::of)
                    .orElseThrow(() -> new MalformedDataException("bytes", "", "are absent"));
        } catch (MalformedDataException e) {
            throw e.within("Envelope", place);
        }
    }
}
