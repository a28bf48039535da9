package dev.supplychain.model.grafeas.v1;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.EnvelopeSignature;
import java.util.Optional;

/** Envelopes between their DSSE form and the ones of Grafeas. */
final class DsseEnvelopes {
    private DsseEnvelopes() {}

    static dev.supplychain.model.dsse.Envelope toDsse(Envelope envelope) {
        dev.supplychain.model.dsse.Envelope.Builder dsse = dev.supplychain.model.dsse.Envelope.builder()
                .payload(decoded(envelope.payload(), "/payload"))
                .payloadType(envelope.payloadType().orElse(""));
        for (int i = 0; i < envelope.signatures().size(); i++) {
            dev.supplychain.model.grafeas.v1.EnvelopeSignature signature =
                    envelope.signatures().get(i);
            dsse.addSignatures(EnvelopeSignature.builder()
                    .keyid(signature.keyid().orElse(""))
                    .sig(decoded(signature.sig(), "/signatures/" + i + "/sig"))
                    .build());
        }
        return dsse.build();
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

    static Envelope of(dev.supplychain.model.dsse.Envelope dsse) {
        Envelope.Builder envelope = Envelope.builder().payload(dsse.payload()).payloadType(dsse.payloadType());
        for (EnvelopeSignature signature : dsse.signatures()) {
            envelope.addSignatures(dev.supplychain.model.grafeas.v1.EnvelopeSignature.builder()
                    .sig(signature.sig())
                    .keyid(keyid(signature))
                    .build());
        }
        return envelope.build();
    }

    static AttestationOccurrence attestation(dev.supplychain.model.dsse.Envelope dsse) {
        AttestationOccurrence.Builder attestation =
                AttestationOccurrence.builder().serializedPayload(dsse.payload());
        for (EnvelopeSignature signature : dsse.signatures()) {
            attestation.addSignatures(Signature.builder()
                    .signature(signature.sig())
                    .publicKeyId(keyid(signature))
                    .build());
        }
        return attestation.build();
    }

    private static Optional<String> keyid(EnvelopeSignature signature) {
        return Optional.of(signature.keyid()).filter(keyid -> !keyid.isEmpty());
    }
}
