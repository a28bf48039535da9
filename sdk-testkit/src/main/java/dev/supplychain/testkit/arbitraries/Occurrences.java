package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.grafeas.v1.Signature;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Grafeas v1 occurrences that a service would take; in properties simply {@code @ForAll Occurrence occurrence}. */
public final class Occurrences {
    private static final int MAX_PAYLOAD_BYTES = 200;
    private static final int MAX_SIGNATURE_BYTES = 80;
    private static final int MAX_SIGNATURES = 3;

    private Occurrences() {}

    /** Attestations of container images, as a client sends them: without what the service sets. */
    public static Arbitrary<Occurrence> attestations() {
        return Combinators.combine(
                        noteNames(),
                        resourceUris(),
                        attestationDetails(),
                        Atoms.text().optional())
                .as((note, resource, attestation, remediation) -> Occurrence.builder()
                        .noteName(note)
                        .resourceUri(resource)
                        .attestation(attestation)
                        .remediation(remediation)
                        .build());
    }

    /** A signed payload; the signatures are random bytes. */
    public static Arbitrary<AttestationOccurrence> attestationDetails() {
        return Combinators.combine(
                        Atoms.bytes(1, MAX_PAYLOAD_BYTES),
                        signatures().list().ofMinSize(1).ofMaxSize(MAX_SIGNATURES))
                .as((payload, signatures) -> AttestationOccurrence.builder()
                        .serializedPayload(payload)
                        .addAllSignatures(signatures)
                        .build());
    }

    private static Arbitrary<Signature> signatures() {
        Arbitrary<String> keyIds = Arbitraries.oneOf(
                Atoms.hex(40).map(hex -> "openpgp4fpr:" + hex), Atoms.hex(64).map(hex -> "nih:///sha-256;" + hex));
        return Combinators.combine(keyIds, Atoms.bytes(1, MAX_SIGNATURE_BYTES))
                .as((keyId, signature) -> Signature.builder()
                        .publicKeyId(keyId)
                        .signature(signature)
                        .build());
    }

    private static Arbitrary<String> noteNames() {
        return Combinators.combine(Atoms.word(), Atoms.word())
                .as((project, note) -> "projects/" + project + "/notes/" + note);
    }

    private static Arbitrary<String> resourceUris() {
        return Combinators.combine(Atoms.uri(), Digests.sha256()).as((image, digest) -> image + "@" + digest);
    }
}
