package dev.supplychain.dsse.cosign;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.dsse.VerifiedStatement;

/** A statement that a trusted key signed, with what came with it in a bundle or layer. */
public final class VerifiedAttestation {
    private final VerifiedStatement statement;
    private final SignatureMaterial material;

    VerifiedAttestation(VerifiedStatement statement, SignatureMaterial material) {
        this.statement = statement;
        this.material = material;
    }

    /** The statement: of the type and about the artifact that was asked for. */
    public VerifiedStatement statement() {
        return statement;
    }

    /** The key that signed; the first when several did. */
    public AcceptedKey signer() {
        return statement.signers().get(0);
    }

    /** What is known about entries in a transparency log. */
    public MaterialStatus transparencyLog() {
        return material.transparencyLog();
    }

    /** What came with the signature besides it. */
    public SignatureMaterial material() {
        return material;
    }

    /** The statement and the log. */
    @Override
    public String toString() {
        return "VerifiedAttestation[" + statement + ", transparency log " + transparencyLog() + "]";
    }
}
