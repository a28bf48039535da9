package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** DSSE envelopes; in properties simply {@code @ForAll Envelope envelope}. */
public final class Envelopes {
    private static final int MAX_PAYLOAD_BYTES = 200;
    private static final int MAX_SIGNATURE_BYTES = 80;
    private static final int MAX_SIGNATURES = 3;

    private Envelopes() {}

    /** Well-formed envelopes with one to three signatures, which are random bytes: none verifies. */
    public static Arbitrary<Envelope> any() {
        return Combinators.combine(
                        Atoms.bytes(0, MAX_PAYLOAD_BYTES),
                        payloadTypes(),
                        signatures().list().ofMinSize(1).ofMaxSize(MAX_SIGNATURES))
                .as((payload, payloadType, signatures) -> Envelope.builder()
                        .payload(payload)
                        .payloadType(payloadType)
                        .addAllSignatures(signatures)
                        .build());
    }

    private static Arbitrary<String> payloadTypes() {
        return Arbitraries.of(
                "application/vnd.in-toto+json",
                "application/vnd.dev.cosign.simplesigning.v1+json",
                "https://example.com/payload",
                "text/plain; charset=utf-8");
    }

    private static Arbitrary<EnvelopeSignature> signatures() {
        return Combinators.combine(Atoms.text(), Atoms.bytes(1, MAX_SIGNATURE_BYTES))
                .as((keyid, sig) ->
                        EnvelopeSignature.builder().keyid(keyid).sig(sig).build());
    }
}
