package dev.supplychain.dsse.internal.openpgp;

import dev.supplychain.dsse.VerificationException.Reason;
import java.io.Serial;

/** Bytes that are not the OpenPGP that was expected. */
public final class PgpFormatException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private PgpFormatException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static PgpFormatException malformed(String message) {
        return new PgpFormatException(Reason.MALFORMED, message);
    }

    static PgpFormatException limit(String message) {
        return new PgpFormatException(Reason.LIMIT, message);
    }

    static PgpFormatException unsigned(String message) {
        return new PgpFormatException(Reason.NO_TRUSTED_SIGNATURE, message);
    }

    /** What a verifier says about it. */
    public Reason reason() {
        return reason;
    }

    /** What is wrong, and where. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
