package dev.supplychain.model.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.oci.Descriptor;
import java.util.Optional;

/**
 * One signature in a {@code .sig} manifest: the signed bytes and the layer's descriptor, on which the signature stands.
 *
 * <p>Not verified: the signature is over {@link #payload()}, and what the annotations say about logs and certificates is
 * a claim of whoever wrote them.
 *
 * @param layer the descriptor of the layer with its annotations
 * @param payload the bytes of the layer, which the signature is over; see {@link SimpleSigningPayload#parse}
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md#storage">Cosign signature
 *     specifications, storage</a>
 */
public record CosignSignature(Descriptor layer, Bytes payload) {
    /**
     * Checks that the bytes are those that the layer points at, and that there is a signature.
     *
     * @throws MalformedDataException when the media type is not {@link SimpleSigningPayload#MEDIA_TYPE}, size or digest
     *     differ, or the annotation with the signature is missing or not base64
     */
    public CosignSignature {
        CosignLayers.check("cosign signature", SimpleSigningPayload.MEDIA_TYPE, layer, payload);
        CosignLayers.signature(layer);
    }

    /** The signature over that payload, to be stored. */
    public static CosignSignature of(SimpleSigningPayload payload, Bytes signature) {
        return of(payload.bytes(), signature);
    }

    /**
     * The signature over these bytes of a {@link SimpleSigningPayload}, which are not looked at.
     *
     * @throws MalformedDataException when one of the two came as a text that is not base64
     */
    public static CosignSignature of(Bytes payload, Bytes signature) {
        Descriptor layer = Descriptor.builder()
                .from(Descriptor.of(SimpleSigningPayload.MEDIA_TYPE, payload.toByteArray()))
                .putAnnotations(
                        CosignAnnotations.SIGNATURE,
                        Bytes.of(signature.toByteArray()).base64())
                .build();
        return new CosignSignature(layer, payload);
    }

    /** The tag of the manifest that holds an image's signatures, such as {@code sha256-9f86d0….sig}. */
    public static String tag(Digest image) {
        return CosignLayers.tag(image, "sig");
    }

    /** The signature: of an ECDSA key mostly in DER, from some writers r and s in a row. */
    public Bytes signature() {
        return CosignLayers.signature(layer);
    }

    /** The signing certificate in PEM; absent when a key signed. */
    public Optional<String> certificate() {
        return CosignLayers.annotation(layer, CosignAnnotations.CERTIFICATE);
    }

    /** The certificates that lead from the signing certificate to the root, in PEM. */
    public Optional<String> chain() {
        return CosignLayers.annotation(layer, CosignAnnotations.CHAIN);
    }

    /**
     * Rekor's entry in the form before Sigstore bundles: {@code SignedEntryTimestamp} and {@code Payload}.
     *
     * @throws MalformedDataException when it is not JSON
     */
    public Optional<Json> bundle() {
        return CosignLayers.json(layer, CosignAnnotations.BUNDLE);
    }

    /**
     * A timestamp over the signature: {@code SignedRFC3161Timestamp} in base64.
     *
     * @throws MalformedDataException when it is not JSON
     */
    public Optional<Json> rfc3161Timestamp() {
        return CosignLayers.json(layer, CosignAnnotations.RFC3161_TIMESTAMP);
    }
}
