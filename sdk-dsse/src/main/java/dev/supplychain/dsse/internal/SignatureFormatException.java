package dev.supplychain.dsse.internal;

import java.io.Serial;

/** Bytes that cannot be a signature, whatever the key and the message. */
public final class SignatureFormatException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String problem;

    SignatureFormatException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong with them, as the end of a sentence. */
    public String problem() {
        return problem;
    }
}
