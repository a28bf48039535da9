package dev.supplychain.model.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses a message in which two parts of a oneof are set. */
public final class OneOf {
    private final String message;
    private final String oneof;
    private @Nullable String first;
    private @Nullable String others;

    private OneOf(String message, String oneof) {
        this.message = message;
        this.oneof = oneof;
    }

    /** The oneof of that name in that message. */
    public static OneOf named(String message, String oneof) {
        return new OneOf(message, oneof);
    }

    /** One of its parts. */
    public OneOf part(String name, Optional<?> value) {
        if (value.isPresent()) {
            if (first == null) {
                first = name;
            } else {
                others = others == null ? name : others + " and " + name;
            }
        }
        return this;
    }

    /**
     * Checks that at most one part is set.
     *
     * @throws IllegalStateException naming those that are
     */
    public void check() {
        if (others != null) {
            throw new IllegalStateException(
                    message + "." + oneof + " can hold one part only, but " + first + " and " + others + " are set");
        }
    }
}
