package dev.supplychain.dsse.grafeas;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.SignatureOutcome;
import dev.supplychain.dsse.jwt.VerifiedJwt;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.oci.ImageReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a trusted key attests an image. It holds for this digest: go on with {@link #digest()}, and never with a tag, which
 * may point elsewhere by now.
 */
public final class VerifiedImageAttestation {
    private final ImageReference image;
    private final Digest digest;
    private final @Nullable SimpleSigningPayload payload;
    private final @Nullable VerifiedJwt token;
    private final List<SignatureOutcome> outcomes;

    private VerifiedImageAttestation(
            ImageReference image,
            Digest digest,
            @Nullable SimpleSigningPayload payload,
            @Nullable VerifiedJwt token,
            List<SignatureOutcome> outcomes) {
        this.image = image;
        this.digest = digest;
        this.payload = payload;
        this.token = token;
        this.outcomes = List.copyOf(outcomes);
    }

    VerifiedImageAttestation(ImageReference image, SimpleSigningPayload payload, List<SignatureOutcome> outcomes) {
        this(image, payload.digest(), payload, null, outcomes);
    }

    VerifiedImageAttestation(ImageReference image, Digest digest, VerifiedJwt token, List<SignatureOutcome> outcomes) {
        this(image, digest, null, token, outcomes);
    }

    /** The image that was asked for, with the digest that was signed. */
    public ImageReference image() {
        return image;
    }

    /** The digest of the manifest that was signed. */
    public Digest digest() {
        return digest;
    }

    /** The name that was signed with it; absent in a token that names the digest alone. */
    public Optional<String> dockerReference() {
        return payload().map(SimpleSigningPayload::dockerReference).or(() -> token().flatMap(TokenRules::name));
    }

    /** What was signed, read from the very bytes; absent when it was a token. */
    public Optional<SimpleSigningPayload> payload() {
        return Optional.ofNullable(payload);
    }

    /** The token; absent when signatures over a payload decided. */
    public Optional<VerifiedJwt> token() {
        return Optional.ofNullable(token);
    }

    /** The keys that signed, each once. */
    public List<AcceptedKey> signers() {
        return SignatureOutcome.acceptedKeys(outcomes);
    }

    /** What became of each signature, in the order of the attestation; of tokens, the one that was accepted. */
    public List<SignatureOutcome> outcomes() {
        return outcomes;
    }

    /** The image and the signers. */
    @Override
    public String toString() {
        return "VerifiedImageAttestation[" + image + ", signed by " + signers() + "]";
    }
}
