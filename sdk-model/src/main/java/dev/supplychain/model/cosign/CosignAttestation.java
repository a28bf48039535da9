package dev.supplychain.model.cosign;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.oci.Descriptor;
import java.util.Optional;

/**
 * One attestation in an {@code .att} manifest: an envelope, and the layer's descriptor with what helps to find it.
 *
 * <p>Not verified: {@code EnvelopeVerifier} of sdk-dsse takes {@link #envelope()}.
 *
 * @param layer the descriptor of the layer with its annotations
 * @param content the bytes of the layer, a DSSE envelope as JSON
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/ATTESTATION_SPEC.md">Cosign attestation
 *     specifications</a>
 */
public record CosignAttestation(Descriptor layer, Bytes content) {
    /** The media type of the layer. */
    public static final String MEDIA_TYPE = "application/vnd.dsse.envelope.v1+json";

    /**
     * Checks that the bytes are those that the layer points at.
     *
     * @throws MalformedDataException when the media type is not {@link #MEDIA_TYPE}, or size or digest differ
     */
    public CosignAttestation {
        CosignLayers.check("cosign attestation", MEDIA_TYPE, layer, content);
    }

    /**
     * The envelope, to be stored.
     *
     * @param predicateType the predicate type of the statement in the envelope
     */
    public static CosignAttestation of(Envelope envelope, String predicateType) {
        byte[] content = envelope.toJson();
        Descriptor layer = Descriptor.builder()
                .from(Descriptor.of(MEDIA_TYPE, content))
                .putAnnotations(CosignAnnotations.SIGNATURE, "")
                .putAnnotations(CosignAnnotations.PREDICATE_TYPE, predicateType)
                .build();
        return new CosignAttestation(layer, Bytes.of(content));
    }

    /** The tag of the manifest that holds an image's attestations, such as {@code sha256-9f86d0….att}. */
    public static String tag(Digest image) {
        return CosignLayers.tag(image, "att");
    }

    /**
     * The envelope, read strictly.
     *
     * @throws MalformedDataException when the bytes are no envelope
     */
    public Envelope envelope() {
        return Envelope.parse(content.toByteArray());
    }

    /** The predicate type that the annotation names; it is not signed, the one in the statement is. */
    public Optional<String> predicateType() {
        return CosignLayers.annotation(layer, CosignAnnotations.PREDICATE_TYPE);
    }
}
