package dev.supplychain.model.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.oci.Descriptor;
import java.util.Optional;

/** What layers of signatures and attestations have in common. */
final class CosignLayers {
    private CosignLayers() {}

    static void check(String input, String mediaType, Descriptor layer, Bytes content) {
        if (!layer.mediaType().equals(mediaType)) {
            throw new MalformedDataException(
                    input,
                    "/mediaType",
                    Excerpt.quoted(layer.mediaType()) + " instead of " + Excerpt.quoted(mediaType));
        }
        if (!layer.describes(content.toByteArray())) {
            throw new MalformedDataException(
                    input,
                    "/digest",
                    content.size() + " bytes were read that are not the " + layer.size() + " of " + layer.digest());
        }
    }

    static String tag(Digest image, String suffix) {
        if (!SimpleSigningReader.isManifestDigest(image)) {
            throw new IllegalArgumentException(
                    Excerpt.quoted(image.toString()) + " is not a sha256, sha384 or sha512 digest of an image");
        }
        return image.algorithm() + "-" + image.hex() + "." + suffix;
    }

    static Optional<String> annotation(Descriptor layer, String name) {
        return Optional.ofNullable(layer.annotations().get(name)).filter(text -> !text.isEmpty());
    }

    static Bytes signature(Descriptor layer) {
        String text = annotation(layer, CosignAnnotations.SIGNATURE)
                .orElseThrow(() -> new MalformedDataException(
                        "cosign signature",
                        "/annotations",
                        "lacks the annotation \"" + CosignAnnotations.SIGNATURE + "\""));
        try {
            return Bytes.parseBase64(text);
        } catch (MalformedDataException e) {
            throw e.within("cosign signature", "/annotations/" + CosignAnnotations.SIGNATURE.replace("/", "~1"));
        }
    }

    static Optional<Json> json(Descriptor layer, String name) {
        try {
            return annotation(layer, name).map(Json::parse);
        } catch (MalformedDataException e) {
            throw e.within("cosign signature", "/annotations/" + name.replace("/", "~1"));
        }
    }
}
