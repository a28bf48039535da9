package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.VerifiedBlob;
import dev.supplychain.model.Digest;

/** That a trusted key signed a file, known by its hash: the file may change after it was verified. */
public final class VerifiedBlobSignature {
    private final VerifiedBlob blob;
    private final SignatureMaterial material;

    VerifiedBlobSignature(VerifiedBlob blob, SignatureMaterial material) {
        this.blob = blob;
        this.material = material;
    }

    /** The bytes that were verified, and who signed them. */
    public VerifiedBlob blob() {
        return blob;
    }

    /** The SHA-256 of the bytes that were verified. */
    public Digest sha256() {
        return blob.sha256();
    }

    /** The key that signed. */
    public AcceptedKey signer() {
        return blob.signer();
    }

    /** What is known about entries in a transparency log. */
    public MaterialStatus transparencyLog() {
        return material.transparencyLog();
    }

    /** What came with the signature besides it. */
    public SignatureMaterial material() {
        return material;
    }

    /** The hash, the signer and the log. */
    @Override
    public String toString() {
        return "VerifiedBlobSignature[" + sha256() + ", signed by " + signer() + ", transparency log "
                + transparencyLog() + "]";
    }
}
