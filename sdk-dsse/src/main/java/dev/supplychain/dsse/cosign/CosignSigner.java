package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.Signer;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.DigestOnce;
import dev.supplychain.dsse.keys.KeyId;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.cosign.Bundle;
import dev.supplychain.model.cosign.CosignAttestation;
import dev.supplychain.model.cosign.CosignSignature;
import dev.supplychain.model.cosign.SimpleSigningPayload;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.PredicateTypes;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs images, files and statements in cosign's way, with a key of one's own and without a transparency log.
 *
 * <pre>{@code
 * CosignSigner signer = CosignSigner.of(CosignKeys.readPrivateKey(Path.of("cosign.key"), password));
 *
 * CosignSignature layer = signer.signImage(ImageReference.parse("example.com/app@sha256:9f86d0…"));
 * CosignAttestation attestation = signer.attest(statement);
 * BlobSignature signature = signer.signBlob(Path.of("app.jar"));
 * }</pre>
 *
 * <p>cosign verifies all of it with {@code --key cosign.pub --insecure-ignore-tlog --private-infrastructure}. Before
 * version 2.6 it takes signatures of P-384 and P-521 keys only over SHA-256, {@link
 * dev.supplychain.dsse.keys.LegacyScheme#ECDSA_SHA256}.
 */
public final class CosignSigner {
    private final Signer signer;
    private final String keyHint;

    private CosignSigner(Signer signer, String keyHint) {
        this.signer = signer;
        this.keyHint = keyHint;
    }

    /**
     * Signs with that key.
     *
     * @throws IllegalArgumentException when it is of a kind that is not allowed here
     */
    public static CosignSigner of(Signer signer) {
        try {
            return new CosignSigner(
                    signer, KeyId.sigstoreHint(signer.publicKey()).text());
        } catch (KeyException e) {
            throw new IllegalArgumentException("no key to sign with: " + e.getMessage(), e);
        }
    }

    /**
     * The signature of an image, a layer for its {@code .sig} manifest. The repository is signed, and the tag is not.
     *
     * @param image with the digest of its manifest or index
     * @throws SigningException when the key does not sign
     * @throws IllegalArgumentException when the image has no digest
     */
    public CosignSignature signImage(ImageReference image) throws SigningException {
        return signImage(SimpleSigningPayload.cosign(image));
    }

    /**
     * {@link #signImage(ImageReference)} with annotations, as {@code cosign sign -a name=value}.
     *
     * @param image with the digest of its manifest or index
     * @throws SigningException when the key does not sign
     * @throws IllegalArgumentException when the image has no digest
     */
    public CosignSignature signImage(ImageReference image, Map<String, String> annotations) throws SigningException {
        return signImage(SimpleSigningPayload.cosign(image, annotations));
    }

    /**
     * The signature over that payload, a layer for a {@code .sig} manifest.
     *
     * @throws SigningException when the key does not sign
     */
    public CosignSignature signImage(SimpleSigningPayload payload) throws SigningException {
        return CosignSignature.of(payload, Bytes.of(signer.sign(payload.bytes().toByteArray())));
    }

    /**
     * The bundle that cosign 3 stores for an image instead of a layer: a statement of type {@link
     * PredicateTypes#COSIGN_SIGN_V1}, which names the image by its digest alone.
     *
     * @param image with the digest of its manifest or index
     * @param annotations what else is signed
     * @throws SigningException when the key does not sign
     * @throws IllegalArgumentException when the image has no digest
     */
    public Bundle signImageBundle(ImageReference image, Map<String, String> annotations) throws SigningException {
        ResourceDescriptor.Builder subject = ResourceDescriptor.builder().addDigest(ImageRules.digestOf(image));
        new TreeMap<>(annotations).forEach((name, value) -> subject.putAnnotations(name, Json.of(value)));
        return attestBundle(InTotoStatement.builder()
                .addSubject(subject.build())
                .predicateType(PredicateTypes.COSIGN_SIGN_V1)
                .predicate(Json.object(Map.of()))
                .build());
    }

    /**
     * The statement in an envelope, a layer for an {@code .att} manifest.
     *
     * @throws SigningException when the key does not sign
     */
    public CosignAttestation attest(InTotoStatement statement) throws SigningException {
        return CosignAttestation.of(envelope(statement), statement.predicateType());
    }

    /**
     * The statement in a Sigstore bundle of version 0.3.
     *
     * @throws SigningException when the key does not sign
     */
    public Bundle attestBundle(InTotoStatement statement) throws SigningException {
        return Bundle.of(envelope(statement), keyHint);
    }

    /** cosign refuses a bundle whose keyid it does not know, and knows but two: none and the OpenSSH fingerprint. */
    private Envelope envelope(InTotoStatement statement) throws SigningException {
        Envelope envelope = EnvelopeSigner.of(signer).sign(statement);
        EnvelopeSignature signature = envelope.signatures().get(0);
        return Envelope.builder()
                .payload(envelope.payload())
                .payloadType(envelope.payloadType())
                .addSignatures(
                        EnvelopeSignature.builder().from(signature).keyid("").build())
                .build();
    }

    /**
     * The signature over these bytes.
     *
     * @throws SigningException when the key does not sign
     */
    public BlobSignature signBlob(byte[] content) throws SigningException {
        try {
            return signBlob(Signable.of(content.clone()));
        } catch (IOException e) {
            throw new SigningException("signing with " + signer + " failed", e);
        }
    }

    /**
     * The signature over that file. It is read once or twice, depending on the key, and must not change meanwhile.
     *
     * @throws SigningException when the key does not sign
     * @throws IOException when the file cannot be read
     */
    public BlobSignature signBlob(Path file) throws SigningException, IOException {
        return signBlob(Signable.ofFile(file));
    }

    private BlobSignature signBlob(Signable content) throws SigningException, IOException {
        Signable once = new DigestOnce(content);
        Bytes signature = Bytes.of(signer.sign(once));
        String sha256 = HexFormat.of().formatHex(once.digest("SHA-256"));
        return BlobSignature.of(signature, Digest.ofSha256(sha256), keyHint);
    }
}
