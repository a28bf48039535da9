package dev.supplychain.dsse.grafeas;

import dev.supplychain.dsse.SignatureOutcome;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.cosign.SignedIdentity;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.oci.ImageReference;
import java.util.List;
import java.util.Set;

/** What has to stand in an attestation that is signed, so that it counts for an image. */
record PayloadRules(Set<Dialect> dialects, SignedIdentity identity) {
    /** Read strictly, in the one of the accepted dialects that it says to be in. */
    SimpleSigningPayload read(byte[] payload, List<SignatureOutcome> outcomes) throws VerificationException {
        try {
            String type = Json.parse(payload)
                    .get("critical")
                    .flatMap(critical -> critical.get("type"))
                    .map(Json::string)
                    .orElse("");
            for (Dialect dialect : dialects) {
                if (dialect.type().equals(type)) {
                    return dialect == Dialect.ATOMIC
                            ? SimpleSigningPayload.parseKritis(payload)
                            : SimpleSigningPayload.parse(dialect, payload);
                }
            }
            throw new VerificationException(
                    Reason.PAYLOAD_TYPE,
                    "attestation is signed, but its payload is of type " + Excerpt.quoted(type)
                            + "; accepted are the types of " + dialects,
                    outcomes,
                    null);
        } catch (MalformedDataException e) {
            throw new VerificationException(
                    Reason.MALFORMED,
                    "attestation is signed, but its payload is not simple signing JSON: " + e.getMessage(),
                    outcomes,
                    e);
        }
    }

    void requireImage(SimpleSigningPayload signed, ImageReference image, Digest digest, List<SignatureOutcome> outcomes)
            throws VerificationException {
        if (!signed.isAbout(digest)) {
            throw mismatch(image, "it is about the image " + signed.digest(), outcomes);
        }
        if (!identity.isHeldBy(signed, image)) {
            throw mismatch(
                    image,
                    "the name in it is " + Excerpt.quoted(signed.dockerReference()) + ", which does not hold by "
                            + identity,
                    outcomes);
        }
    }

    private static VerificationException mismatch(
            ImageReference image, String problem, List<SignatureOutcome> outcomes) {
        return new VerificationException(
                Reason.SUBJECT_MISMATCH,
                "attestation is signed, but not for " + image + ": " + problem,
                outcomes,
                null);
    }
}
