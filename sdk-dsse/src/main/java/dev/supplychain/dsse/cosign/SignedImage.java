package dev.supplychain.dsse.cosign;

import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.SignatureSubject;
import dev.supplychain.model.cosign.SigningRecord;
import dev.supplychain.model.oci.ImageReference;

/**
 * What came of signing an image.
 *
 * @param image with the digest that was signed; go on with it and not with the tag, which may point elsewhere by now
 * @param signature the layer for the {@code .sig} manifest
 * @param record what was written down
 */
public record SignedImage(ImageReference image, CosignSignature signature, SigningRecord record) {
    /** What a store keeps the signature for. */
    public SignatureSubject subject() {
        return SignatureSubject.image(image);
    }
}
