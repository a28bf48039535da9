package dev.supplychain.dsse.grafeas;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Pae;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.dsse.pgp.PgpSigner;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.grafeas.v1.AttestationOccurrence;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.grafeas.v1.Signature;
import dev.supplychain.model.grafeas.v1beta1.attestation.Attestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.GenericSignedAttestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.GenericSignedAttestation.ContentType;
import dev.supplychain.model.grafeas.v1beta1.attestation.PgpSignedAttestation;
import dev.supplychain.model.oci.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * Approves images for Binary Authorization: makes the attestations that {@code gcloud container binauthz attestations
 * sign-and-create} makes.
 *
 * <pre>{@code
 * AttestationSigner attestor = AttestationSigner.of(key);
 * client.createOccurrence(project, attestor.occurrence(image, NoteName.of("my-project", "tested")));
 * }</pre>
 *
 * @see <a href="https://cloud.google.com/binary-authorization/docs/making-attestations">Binary Authorization, creating
 *     attestations</a>
 */
public final class AttestationSigner {
    private final Making making;
    private final boolean attached;
    private final String publicKeyId;
    private final @Nullable String dssePayloadType;

    private AttestationSigner(Making making, boolean attached, String publicKeyId, @Nullable String dssePayloadType) {
        this.making = making;
        this.attached = attached;
        this.publicKeyId = publicKeyId;
        this.dssePayloadType = dssePayloadType;
    }

    /** Signs, or makes a message around what is to be signed. */
    @FunctionalInterface
    private interface Making {
        Bytes sign(byte[] payload) throws SigningException;
    }

    /**
     * Signs with that key, naming it by the {@code ni} URI of its public half, as Binary Authorization does unless told
     * otherwise.
     *
     * @throws IllegalArgumentException when the key is of a kind that is not allowed here
     */
    public static AttestationSigner of(Signer signer) {
        try {
            return of(signer, KeyId.ni(signer.publicKey()));
        } catch (KeyException e) {
            throw new IllegalArgumentException("no key to sign with: " + e.getMessage(), e);
        }
    }

    /**
     * Signs with that key, naming it so: by the id that the attestor has for it.
     *
     * @throws IllegalArgumentException when the id is empty
     */
    public static AttestationSigner of(Signer signer, KeyId publicKeyId) {
        if (publicKeyId.text().isEmpty()) {
            throw new IllegalArgumentException("an attestation names its key: the id must not be empty");
        }
        return new AttestationSigner(payload -> Bytes.of(signer.sign(payload)), false, publicKeyId.text(), null);
    }

    /**
     * Signs with that OpenPGP key, naming it by the fingerprint of its primary key. What is made are attached messages in
     * ASCII armor.
     */
    public static AttestationSigner of(PgpSigner signer) {
        return new AttestationSigner(
                payload -> Bytes.utf8(signer.sign(payload)),
                true,
                signer.publicKey().fingerprint(),
                null);
    }

    /**
     * The same, signing the DSSE pre-authentication encoding of the payload, as {@code --pae-encode-payload} does. Nothing
     * in the attestation says so: whoever verifies it has to know.
     *
     * @param payloadType what {@code --dsse-type} gives; {@link SimpleSigningPayload#MEDIA_TYPE} unless something is given
     * @throws IllegalStateException when the key is an OpenPGP key, whose messages hold the payload itself
     */
    public AttestationSigner paeEncoded(String payloadType) {
        if (attached) {
            throw new IllegalStateException("messages of an OpenPGP key hold the payload itself and no encoding of it");
        }
        return new AttestationSigner(making, false, publicKeyId, payloadType);
    }

    /**
     * The attestation of an image, over the bytes that {@code create-signature-payload} prints for it.
     *
     * @param image with the digest of its manifest or index; a tag is left out
     * @throws SigningException when the key does not sign
     * @throws IllegalArgumentException when the image has no digest
     */
    public AttestationOccurrence sign(ImageReference image) throws SigningException {
        Bytes payload = SimpleSigningPayload.binaryAuthorization(image).bytes();
        return AttestationOccurrence.builder()
                .serializedPayload(payload)
                .addSignatures(Signature.builder()
                        .signature(signature(payload))
                        .publicKeyId(publicKeyId)
                        .build())
                .build();
    }

    /**
     * An occurrence with the attestation of an image, to be created by a client.
     *
     * @param image with the digest of its manifest or index; a tag is left out
     * @param note the attestor's note
     * @throws SigningException when the key does not sign
     * @throws IllegalArgumentException when the image has no digest
     */
    public Occurrence occurrence(ImageReference image, NoteName note) throws SigningException {
        AttestationOccurrence attestation = sign(image);
        return Occurrence.builder()
                .resourceUri(image.repository() + "@" + image.digest().orElseThrow())
                .noteName(note.toString())
                .attestation(attestation)
                .build();
    }

    /**
     * The attestation of an image for version 1beta1 of the service: an OpenPGP message, or with other keys the payload with
     * a signature.
     *
     * @param image with the digest of its manifest or index; a tag is left out
     * @throws SigningException when the key does not sign
     * @throws IllegalArgumentException when the image has no digest
     */
    public Attestation signV1beta1(ImageReference image) throws SigningException {
        Bytes payload = SimpleSigningPayload.binaryAuthorization(image).bytes();
        if (attached) {
            return Attestation.builder()
                    .pgpSignedAttestation(PgpSignedAttestation.builder()
                            .signature(signature(payload).utf8())
                            .pgpKeyId(publicKeyId)
                            .contentType(PgpSignedAttestation.ContentType.SIMPLE_SIGNING_JSON)
                            .build())
                    .build();
        }
        return Attestation.builder()
                .genericSignedAttestation(GenericSignedAttestation.builder()
                        .contentType(ContentType.SIMPLE_SIGNING_JSON)
                        .serializedPayload(payload)
                        .addSignatures(dev.supplychain.model.grafeas.v1beta1.Signature.builder()
                                .signature(signature(payload))
                                .publicKeyId(publicKeyId)
                                .build())
                        .build())
                .build();
    }

    private Bytes signature(Bytes payload) throws SigningException {
        byte[] bytes = payload.toByteArray();
        return making.sign(dssePayloadType == null ? bytes : Pae.encode(dssePayloadType, bytes));
    }
}
