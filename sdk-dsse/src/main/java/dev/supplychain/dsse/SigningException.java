package dev.supplychain.dsse;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A signature that could not be made, or was made and refused here because it does not verify.
 *
 * <p>A signing service that could not be asked is the cause; the message names the key by its fingerprint.
 */
public final class SigningException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one with this message. */
    public SigningException(String message) {
        this(message, null);
    }

    /** Creates one with this message and what the provider or signing service threw, or null. */
    public SigningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
