package dev.supplychain.clients.oci;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.oci.Descriptor;
import dev.supplychain.model.oci.ImageReference;
import dev.supplychain.model.oci.Index;
import dev.supplychain.model.oci.Manifest;
import dev.supplychain.model.oci.MediaTypes;

/**
 * A manifest or an index as a registry has it: its bytes are those of its digest.
 *
 * @param reference where it was found, with its digest
 * @param mediaType what it is, such as {@link MediaTypes#IMAGE_MANIFEST}
 * @param content the bytes
 */
public record RegistryManifest(ImageReference reference, String mediaType, Bytes content) {
    /**
     * Checks that the reference has a digest.
     *
     * @throws IllegalArgumentException when it has none
     */
    public RegistryManifest {
        if (reference.digest().isEmpty()) {
            throw new IllegalArgumentException(reference + " has no digest");
        }
    }

    /** The digest of the bytes. */
    public Digest digest() {
        return reference.digest().orElseThrow();
    }

    /** Points at it. */
    public Descriptor descriptor() {
        return Descriptor.builder()
                .mediaType(mediaType)
                .digest(digest())
                .size(content.size())
                .build();
    }

    /** Whether it is an index, as an image for several platforms has it. */
    public boolean isIndex() {
        return mediaType.equals(MediaTypes.IMAGE_INDEX) || mediaType.equals(MediaTypes.DOCKER_MANIFEST_LIST);
    }

    /**
     * The manifest, read strictly.
     *
     * @throws MalformedDataException when it is none
     */
    public Manifest toManifest() {
        return Manifest.parse(content.toByteArray());
    }

    /**
     * The index, read strictly.
     *
     * @throws MalformedDataException when it is none
     */
    public Index toIndex() {
        return Index.parse(content.toByteArray());
    }
}
