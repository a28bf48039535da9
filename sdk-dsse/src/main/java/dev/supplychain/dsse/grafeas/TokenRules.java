package dev.supplychain.dsse.grafeas;

import dev.supplychain.dsse.SignatureOutcome;
import dev.supplychain.dsse.SignatureOutcome.Status;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.cosign.SignedIdentity;
import dev.supplychain.dsse.jwt.JwtVerifier;
import dev.supplychain.dsse.jwt.VerifiedJwt;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.grafeas.v1.Jwt;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.oci.ImageReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to hold for a token in an attestation, so that it counts for an image. */
record TokenRules(JwtVerifier verifier, Optional<SignedIdentity> identity) {
    private static final String SCHEME = "https://";

    /** The first token that holds; when none does, the one that came closest says why. */
    VerifiedImageAttestation verify(ImageReference image, Digest digest, List<Jwt> tokens)
            throws VerificationException {
        @Nullable VerificationException closest = null;
        for (int i = 0; i < tokens.size(); i++) {
            try {
                VerifiedJwt token = verify(image, digest, tokens.get(i));
                return new VerifiedImageAttestation(image, digest, token, accepted(i, token));
            } catch (VerificationException e) {
                closest = closest == null || e.reason().compareTo(closest.reason()) > 0 ? e : closest;
            }
        }
        throw closest == null ? new VerificationException(Reason.MALFORMED, "attestation has no token") : closest;
    }

    private static List<SignatureOutcome> accepted(int index, VerifiedJwt token) {
        return List.of(new SignatureOutcome(index, "", Status.ACCEPTED, Optional.of(token.signer()), ""));
    }

    private VerifiedJwt verify(ImageReference image, Digest digest, Jwt token) throws VerificationException {
        String compact = token.compactJwt()
                .orElseThrow(() -> new VerificationException(Reason.MALFORMED, "attestation at /jwts is empty"));
        VerifiedJwt verified = verifier.verify(compact, digest);
        Optional<String> name = name(verified);
        if (name.isEmpty() && identity.isPresent() && identity.get().needsName()) {
            throw mismatch(image, "it names no repository, and " + identity.get() + " was asked for");
        }
        SignedIdentity wanted = identity.orElseGet(SignedIdentity::matchRepository);
        if (name.isPresent() && !wanted.isHeldBy(SimpleSigningPayload.cosign(name.get(), digest, Map.of()), image)) {
            throw mismatch(
                    image, "the name in it is " + Excerpt.quoted(name.get()) + ", which does not hold by " + wanted);
        }
        return verified;
    }

    /** What stands where a payload has its docker-reference: the resource, with or without a scheme. */
    static Optional<String> name(VerifiedJwt token) {
        return token.claims().resourceUri().map(uri -> uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : uri);
    }

    private static VerificationException mismatch(ImageReference image, String problem) {
        return new VerificationException(
                Reason.SUBJECT_MISMATCH, "token is signed, but not for " + image + ": " + problem);
    }
}
