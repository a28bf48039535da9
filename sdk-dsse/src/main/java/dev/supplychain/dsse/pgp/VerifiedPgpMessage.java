package dev.supplychain.dsse.pgp;

import dev.supplychain.model.Bytes;
import java.time.Instant;
import java.util.List;

/** Content that a trusted OpenPGP key signed: these very bytes, with who signed them. */
public final class VerifiedPgpMessage {
    private final Bytes content;
    private final VerifiedPgpSignature signature;

    VerifiedPgpMessage(Bytes content, VerifiedPgpSignature signature) {
        this.content = content;
        this.signature = signature;
    }

    /** The bytes that were signed; use them and not the message. */
    public Bytes content() {
        return content;
    }

    /** The signature over them. */
    public VerifiedPgpSignature signature() {
        return signature;
    }

    /** The fingerprint of the trusted primary key: 40 hexadecimal digits, upper case. */
    public String primaryKeyFingerprint() {
        return signature.primaryKeyFingerprint();
    }

    /** The fingerprint of the part that signed: that of a subkey, or of the primary key itself. */
    public String signingKeyFingerprint() {
        return signature.signingKeyFingerprint();
    }

    /** When the signer says to have signed, in whole seconds. */
    public Instant signedAt() {
        return signature.signedAt();
    }

    /** The names that the owner of the key gives to it. */
    public List<String> userIds() {
        return signature.key().userIds();
    }

    /** The size and the signer. */
    @Override
    public String toString() {
        return "VerifiedPgpMessage[" + content + ", " + signature + "]";
    }
}
