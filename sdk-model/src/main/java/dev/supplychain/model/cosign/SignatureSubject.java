package dev.supplychain.model.cosign;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.oci.ImageReference;
import java.util.Optional;

/** What signatures are kept for. */
public sealed interface SignatureSubject {
    /** The digest of the file, or of the image's manifest. */
    Digest digest();

    /**
     * An image by its digest.
     *
     * @throws MalformedDataException when the reference has none: a tag can point elsewhere tomorrow
     */
    static SignatureSubject image(ImageReference reference) {
        return new Image(reference);
    }

    /**
     * A file.
     *
     * @param digest over its bytes
     * @param size in bytes
     */
    static SignatureSubject file(Digest digest, long size) {
        return new File(digest, size, Optional.empty());
    }

    /**
     * A file whose signatures a registry keeps.
     *
     * @param digest over its bytes
     * @param size in bytes
     * @param repository where in the registry; tag and digest are ignored
     */
    static SignatureSubject file(Digest digest, long size, ImageReference repository) {
        return new File(digest, size, Optional.of(repository));
    }

    /**
     * A container image, or anything else that a registry keeps with a manifest.
     *
     * @param reference with a digest
     */
    record Image(ImageReference reference) implements SignatureSubject {
        /**
         * Checks that there is a digest.
         *
         * @throws MalformedDataException when there is none
         */
        public Image {
            if (reference.digest().isEmpty()) {
                throw new MalformedDataException("image reference", "", reference + " has no digest");
            }
        }

        @Override
        public Digest digest() {
            return reference.digest().orElseThrow();
        }
    }

    /**
     * A file, such as a JAR, a chart or a manifest.
     *
     * @param digest over its bytes
     * @param size in bytes
     * @param repository where a registry keeps its signatures; absent when a directory does
     */
    record File(Digest digest, long size, Optional<ImageReference> repository) implements SignatureSubject {
        /**
         * Checks the size.
         *
         * @throws IllegalArgumentException when it is negative
         */
        public File {
            if (size < 0) {
                throw new IllegalArgumentException("the size is " + size);
            }
        }
    }
}
