package dev.supplychain.dsse;

import org.immutables.value.Value;

/** How much a verifier looks at before it refuses: whoever sends an envelope decides its size. */
@Value.Immutable
public interface VerificationLimits {
    /** The largest envelope in bytes of JSON: 32 MiB unless said otherwise. */
    @Value.Default
    default int envelopeBytes() {
        return 32 << 20;
    }

    /** The largest payload in bytes: 24 MiB unless said otherwise. */
    @Value.Default
    default int payloadBytes() {
        return 24 << 20;
    }

    /** The most signatures in one envelope: 64 unless said otherwise. */
    @Value.Default
    default int signatures() {
        return 64;
    }

    /** The most lines in one file of envelopes: 10,000 unless said otherwise. */
    @Value.Default
    default int lines() {
        return 10_000;
    }

    /** Refuses limits that nothing passes. */
    @Value.Check
    default void check() {
        if (envelopeBytes() < 1 || payloadBytes() < 1 || signatures() < 1 || lines() < 1) {
            throw new IllegalArgumentException("limits must be positive: " + this);
        }
    }

    /** The limits unless said otherwise. */
    static VerificationLimits defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link VerificationLimits}. */
    final class Builder extends ImmutableVerificationLimits.Builder {
        Builder() {}
    }
}
