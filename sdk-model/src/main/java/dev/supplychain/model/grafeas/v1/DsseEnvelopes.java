package dev.supplychain.model.grafeas.v1;

import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.internal.GrafeasEnvelopes;
import java.util.List;
import java.util.stream.IntStream;

/** Envelopes between their DSSE form and the ones of Grafeas. */
final class DsseEnvelopes {
    private DsseEnvelopes() {}

    static dev.supplychain.model.dsse.Envelope toDsse(Envelope envelope) {
        List<dev.supplychain.model.grafeas.v1.EnvelopeSignature> signatures = envelope.signatures();
        return GrafeasEnvelopes.envelope(
                envelope.payload(),
                envelope.payloadType(),
                IntStream.range(0, signatures.size())
                        .mapToObj(i -> GrafeasEnvelopes.signature(
                                i, signatures.get(i).sig(), signatures.get(i).keyid()))
                        .toList());
    }

    static Envelope of(dev.supplychain.model.dsse.Envelope dsse) {
        Envelope.Builder envelope = Envelope.builder().payload(dsse.payload()).payloadType(dsse.payloadType());
        for (EnvelopeSignature signature : dsse.signatures()) {
            envelope.addSignatures(dev.supplychain.model.grafeas.v1.EnvelopeSignature.builder()
                    .sig(signature.sig())
                    .keyid(GrafeasEnvelopes.keyid(signature))
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
                    .publicKeyId(GrafeasEnvelopes.keyid(signature))
                    .build());
        }
        return attestation.build();
    }
}
