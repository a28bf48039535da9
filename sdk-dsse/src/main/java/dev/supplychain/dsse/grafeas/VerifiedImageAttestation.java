package dev.supplychain.dsse.grafeas;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.SignatureOutcome;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.oci.ImageReference;
import java.util.List;
import java.util.Optional;

/**
 * That a trusted key attests an image. It holds for this digest: go on with {@link #digest()}, and never with a tag, which
 * may point elsewhere by now.
 */
public final class VerifiedImageAttestation {
    private final ImageReference image;
    private final SimpleSigningPayload payload;
    private final List<SignatureOutcome> outcomes;

    VerifiedImageAttestation(ImageReference image, SimpleSigningPayload payload, List<SignatureOutcome> outcomes) {
        this.image = image;
        this.payload = payload;
        this.outcomes = List.copyOf(outcomes);
    }

    /** The image that was asked for, with the digest that was signed. */
    public ImageReference image() {
        return image;
    }

    /** The digest of the manifest that was signed. */
    public Digest digest() {
        return payload.digest();
    }

    /** The name that was signed with it. */
    public String dockerReference() {
        return payload.dockerReference();
    }

    /** What was signed, read from the very bytes. */
    public SimpleSigningPayload payload() {
        return payload;
    }

    /** The keys that signed, each once. */
    public List<AcceptedKey> signers() {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == SignatureOutcome.Status.ACCEPTED)
                .map(SignatureOutcome::key)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What became of each signature, in the order of the attestation. */
    public List<SignatureOutcome> outcomes() {
        return outcomes;
    }

    /** The image and the signers. */
    @Override
    public String toString() {
        return "VerifiedImageAttestation[" + image + ", signed by " + signers() + "]";
    }
}
