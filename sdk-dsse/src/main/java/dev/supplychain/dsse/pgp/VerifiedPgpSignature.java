package dev.supplychain.dsse.pgp;

import dev.supplychain.dsse.internal.openpgp.Component;
import dev.supplychain.dsse.internal.openpgp.SignaturePacket;
import java.security.PublicKey;
import java.time.Instant;

/** A signature that a trusted OpenPGP key made, over what the verifier was given. */
public final class VerifiedPgpSignature {
    private final PgpPublicKey key;
    private final Component component;
    private final Instant signedAt;

    VerifiedPgpSignature(PgpPublicKey key, Component component, SignaturePacket signature) {
        this.key = key;
        this.component = component;
        this.signedAt = signature.created();
    }

    /** The trusted key of which a part made it. */
    public PgpPublicKey key() {
        return key;
    }

    /** The fingerprint of the trusted primary key: 40 hexadecimal digits, upper case. */
    public String primaryKeyFingerprint() {
        return key.fingerprint();
    }

    /** The fingerprint of the part that signed: that of a subkey, or of the primary key itself. */
    public String signingKeyFingerprint() {
        return component.key().fingerprint();
    }

    /** The part that signed, in the JDK's own form. */
    public PublicKey signingKey() {
        return component.publicKey().key();
    }

    /** When the signer says to have signed, in whole seconds; not before the key was made, and not after now. */
    public Instant signedAt() {
        return signedAt;
    }

    /** The time and the keys. */
    @Override
    public String toString() {
        String signing = signingKeyFingerprint();
        return "VerifiedPgpSignature[" + signedAt + " by " + key
                + (signing.equals(primaryKeyFingerprint()) ? "" : ", subkey " + signing) + "]";
    }
}
