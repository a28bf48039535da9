package dev.supplychain.dsse;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A key that cannot be used: unreadable, weak, of a kind that is not allowed, or half of another pair.
 *
 * <p>The message names what was found and what is allowed; it never contains key material.
 */
public final class KeyException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates one with this message. */
    public KeyException(String message) {
        this(message, null);
    }

    /** Creates one with this message and what a parser or provider said, or null. */
    public KeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
