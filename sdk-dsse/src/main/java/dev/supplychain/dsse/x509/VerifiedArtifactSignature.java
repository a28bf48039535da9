package dev.supplychain.dsse.x509;

import dev.supplychain.dsse.VerifiedBlob;
import dev.supplychain.model.Digest;

/** An artifact that a trusted signer signed, as an artifact signature of Endor Labs says. */
public final class VerifiedArtifactSignature {
    private final VerifiedBlob artifact;
    private final VerifiedCertificate signer;

    VerifiedArtifactSignature(VerifiedBlob artifact, VerifiedCertificate signer) {
        this.artifact = artifact;
        this.signer = signer;
    }

    /** The digest of the artifact: of the bytes that were verified, and the one that the signature states. */
    public Digest artifactDigest() {
        return artifact.sha256();
    }

    /** The bytes that were verified, known by their hash. */
    public VerifiedBlob artifact() {
        return artifact;
    }

    /** Who signed, when, and {@linkplain VerifiedCertificate#notChecked() what was not asked}. */
    public VerifiedCertificate signer() {
        return signer;
    }

    /** The digest and the signer. */
    @Override
    public String toString() {
        return "VerifiedArtifactSignature[" + artifactDigest() + ", signed by " + signer + "]";
    }
}
