package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.oci.ImageReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * That a trusted key signed an image. It holds for this digest: go on with {@link #digest()}, and never with a tag, which
 * may point elsewhere by now.
 */
public final class VerifiedImageSignature {
    private final ImageReference image;
    private final Digest digest;
    private final Optional<String> dockerReference;
    private final Map<String, Json> annotations;
    private final AcceptedKey signer;
    private final SignatureMaterial material;

    VerifiedImageSignature(
            ImageReference image,
            Digest digest,
            Optional<String> dockerReference,
            Map<String, Json> annotations,
            AcceptedKey signer,
            SignatureMaterial material) {
        this.image = image;
        this.digest = digest;
        this.dockerReference = dockerReference;
        this.annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
        this.signer = signer;
        this.material = material;
    }

    /** The image that was asked for, with the digest that was signed. */
    public ImageReference image() {
        return image;
    }

    /** The digest of the manifest that was signed. */
    public Digest digest() {
        return digest;
    }

    /** The name that was signed with it; absent in the statements of cosign 3, which name no repository. */
    public Optional<String> dockerReference() {
        return dockerReference;
    }

    /** What else was signed, such as {@code owner} after {@code cosign sign -a owner=dev}. */
    public Map<String, Json> annotations() {
        return annotations;
    }

    /** The key that signed. */
    public AcceptedKey signer() {
        return signer;
    }

    /** What is known about entries in a transparency log. */
    public MaterialStatus transparencyLog() {
        return material.transparencyLog();
    }

    /** What came with the signature besides it. */
    public SignatureMaterial material() {
        return material;
    }

    /** The image, the signer and the log. */
    @Override
    public String toString() {
        return "VerifiedImageSignature[" + image + ", signed by " + signer + ", transparency log " + transparencyLog()
                + "]";
    }
}
