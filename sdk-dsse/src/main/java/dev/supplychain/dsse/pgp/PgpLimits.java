package dev.supplychain.dsse.pgp;

import org.immutables.value.Value;

/** How much a {@link PgpVerifier} looks at before it refuses: whoever sends a message decides its size. */
@Value.Immutable
public interface PgpLimits {
    /** The largest message or detached signature in bytes, with its armor: 4 MiB unless said otherwise. */
    @Value.Default
    default int messageBytes() {
        return 4 << 20;
    }

    /** The most bytes that a message may hold, inflated when it is compressed: 4 MiB unless said otherwise. */
    @Value.Default
    default int contentBytes() {
        return 4 << 20;
    }

    /** Refuses limits that nothing passes. */
    @Value.Check
    default void check() {
        if (messageBytes() < 1 || contentBytes() < 1) {
            throw new IllegalArgumentException("limits must be positive: " + this);
        }
    }

    /** The limits unless said otherwise. */
    static PgpLimits defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PgpLimits}. */
    final class Builder extends ImmutablePgpLimits.Builder {
        Builder() {}
    }
}
