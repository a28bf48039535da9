package dev.supplychain.model.cosign;

import dev.supplychain.model.Digest;
import dev.supplychain.model.oci.ImageReference;
import java.io.IOException;
import java.util.List;

/**
 * Where the signatures of artifacts are kept: a registry beside the images, or a directory.
 *
 * <p>A store keeps and gives back; it verifies no signature. One behind a network throws its own unchecked exception where
 * this interface has {@code IOException}: that of the clients is {@code ApiException}. Implementations are safe for
 * concurrent use, and two who add at the same time lose nothing, as far as a store whose contents can only be overwritten
 * lets them.
 */
public interface SignatureStore {
    /**
     * The digest of the manifest that a reference names: what the tag points at now, or the digest that the reference
     * has, once the store knows it.
     *
     * @param image with a tag, a digest, or both, which then have to agree
     * @throws IOException when the store has no such image, or cannot be read
     */
    Digest resolve(ImageReference image) throws IOException;

    /**
     * The signatures of a subject in the layers of its {@code .sig} manifest, in their order; empty when it has none.
     *
     * @throws IOException when the store cannot be read
     */
    List<CosignSignature> signatures(SignatureSubject subject) throws IOException;

    /**
     * The Sigstore bundles of a subject, in the order in which they came; empty when it has none.
     *
     * @throws IOException when the store cannot be read
     */
    List<Bundle> bundles(SignatureSubject subject) throws IOException;

    /**
     * Stores a signature.
     *
     * @param resigning what becomes of the signatures that are there; bundles stay
     * @throws IOException when the store cannot be read or written; it is then as it was
     */
    void attach(SignatureSubject subject, CosignSignature signature, Resigning resigning) throws IOException;

    /**
     * Stores a bundle.
     *
     * @param resigning what becomes of the bundles with a signature over the subject that are there when another signature
     *     comes; attestations and signatures in layers stay, and an attestation replaces nothing
     * @throws IOException when the store cannot be read or written; it is then as it was
     */
    void attach(SignatureSubject subject, Bundle bundle, Resigning resigning) throws IOException;
}
