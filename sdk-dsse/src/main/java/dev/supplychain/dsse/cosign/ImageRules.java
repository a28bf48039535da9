package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.cosign.SimpleSigningPayload.Dialect;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.oci.ImageReference;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must stand in something signed so that it counts for an image; asked only after the signature held. */
final class ImageRules {
    private final boolean likeCosign;
    private final Optional<SignedIdentity> identity;
    private final Map<String, String> annotations;

    ImageRules(boolean likeCosign, Optional<SignedIdentity> identity, Map<String, String> annotations) {
        this.likeCosign = likeCosign;
        this.identity = identity;
        this.annotations = new TreeMap<>(annotations);
    }

    /** The digest that was asked for: a tag may point elsewhere at the next look. */
    static Digest digestOf(ImageReference image) {
        return image.digest()
                .orElseThrow(() -> new IllegalArgumentException("image " + image
                        + " has no digest: resolve its tag once, verify that digest, and use nothing but it"));
    }

    SimpleSigningPayload read(ImageReference image, byte[] payload) throws VerificationException {
        try {
            return likeCosign
                    ? SimpleSigningPayload.parseCosignCompat(payload)
                    : SimpleSigningPayload.parse(Dialect.COSIGN, payload);
        } catch (MalformedDataException e) {
            throw new VerificationException(
                    Reason.MALFORMED,
                    "signature of " + image + " holds, but over something else: " + e.getMessage(),
                    e);
        }
    }

    void requireImage(ImageReference image, SimpleSigningPayload payload) throws VerificationException {
        if (!payload.isAbout(digestOf(image))) {
            throw mismatch(image, "it is over the image " + payload.digest());
        }
        SignedIdentity wanted = identity.orElseGet(SignedIdentity::matchRepository);
        if (!likeCosign && !wanted.isHeldBy(payload, image)) {
            throw mismatch(
                    image,
                    "the name signed is " + Excerpt.quoted(payload.dockerReference()) + ", which does not hold by "
                            + wanted);
        }
    }

    /** Statements of cosign 3 name no repository. */
    void requireNoName(ImageReference image) throws VerificationException {
        if (!likeCosign && identity.isPresent() && identity.get().needsName()) {
            throw mismatch(image, "it names no repository, and " + identity.get() + " was asked for");
        }
    }

    void requireAnnotations(ImageReference image, Map<String, Json> signed) throws VerificationException {
        for (Map.Entry<String, String> wanted : annotations.entrySet()) {
            Json value = signed.get(wanted.getKey());
            if (value == null || !value.equals(Json.of(wanted.getValue()))) {
                throw mismatch(
                        image,
                        "the annotation " + Excerpt.quoted(wanted.getKey()) + " is "
                                + (value == null ? "missing" : Excerpt.of(value.toString())) + " instead of "
                                + Excerpt.quoted(wanted.getValue()));
            }
        }
    }

    static VerificationException mismatch(ImageReference image, String problem) {
        return new VerificationException(
                Reason.SUBJECT_MISMATCH, "signature holds, but not for " + image + ": " + problem);
    }
}
