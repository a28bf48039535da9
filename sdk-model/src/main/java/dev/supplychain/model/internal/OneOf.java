package dev.supplychain.model.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses a message in which two parts of a oneof are set. */
public final class OneOf {
    private final String group;
    private final List<String> set = new ArrayList<>(2);

    private OneOf(String group) {
        this.group = group;
    }

    /** The oneof of that name in that message. */
    public static OneOf named(String message, String oneof) {
        return new OneOf(message + "." + oneof);
    }

    /** One of its parts. */
    public OneOf part(String name, Optional<?> value) {
        if (value.isPresent()) {
            set.add(name);
        }
        return this;
    }

    /**
     * Checks that at most one part is set.
     *
     * @throws IllegalStateException naming those that are
     */
    public void check() {
        if (set.size() > 1) {
            throw new IllegalStateException(
                    group + " can hold one part only, but " + String.join(" and ", set) + " are set");
        }
    }
}
