package dev.supplychain.dsse.internal;

import java.io.Serial;

/** Bytes that are not strict DER, or not the element that was expected. */
public final class DerException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one that says what was found. */
    public DerException(String message) {
        super(message);
    }
}
