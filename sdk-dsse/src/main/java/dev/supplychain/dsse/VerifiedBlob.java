package dev.supplychain.dsse;

import dev.supplychain.model.Digest;

/** Bytes that a trusted key signed, known by their hash: a file may change after it was verified. */
public final class VerifiedBlob {
    private final Digest sha256;
    private final AcceptedKey signer;

    VerifiedBlob(Digest sha256, AcceptedKey signer) {
        this.sha256 = sha256;
        this.signer = signer;
    }

    /** The SHA-256 of the bytes that were verified. */
    public Digest sha256() {
        return sha256;
    }

    /** The key that signed them. */
    public AcceptedKey signer() {
        return signer;
    }

    /** The hash and the signer. */
    @Override
    public String toString() {
        return "VerifiedBlob[" + sha256 + ", signed by " + signer + "]";
    }
}
