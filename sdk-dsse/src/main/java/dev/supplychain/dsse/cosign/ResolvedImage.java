package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.model.Digest;
import dev.supplychain.model.cosign.SignatureStore;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.util.Optional;

/** Asks a store once what a reference names, and holds its answer against what the caller says. */
final class ResolvedImage {
    private ResolvedImage() {}

    /**
     * The image by its digest.
     *
     * @throws VerificationException when the store has another image under the tag than the digest given
     * @throws IOException when the store does not have it
     * @throws IllegalArgumentException when there is neither tag nor digest
     */
    static ImageReference of(SignatureStore store, ImageReference image) throws VerificationException, IOException {
        Digest found = store.resolve(asked(image));
        requireSame(image, found, "the store has " + found + " for it");
        return image.withDigest(found);
    }

    /** Where there is a tag, it is asked for alone: whether it names the given digest is found out here. */
    private static ImageReference asked(ImageReference image) {
        if (image.tag().isEmpty() && image.digest().isEmpty()) {
            throw new IllegalArgumentException("image " + image + " has neither tag nor digest");
        }
        return image.tag().isEmpty()
                ? image
                : new ImageReference(image.domain(), image.path(), image.tag(), Optional.empty());
    }

    /**
     * The reference with a digest that was given beside it.
     *
     * @throws VerificationException when it has another already
     */
    static ImageReference expecting(ImageReference image, Digest expected) throws VerificationException {
        requireSame(image, expected, expected + " was given beside it");
        return image.withDigest(expected);
    }

    private static void requireSame(ImageReference image, Digest other, String problem) throws VerificationException {
        if (image.digest().isPresent() && !image.digest().get().equals(other)) {
            throw new VerificationException(
                    Reason.SUBJECT_MISMATCH, "image " + image + " is not the one that is meant: " + problem);
        }
    }
}
