package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.VerifiedEnvelope;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.intoto.InTotoStatement;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the packages of this module, and nobody else, make a {@link VerifiedStatement} of an envelope they have verified:
 * the module does not export this package.
 */
public final class StatementAccess {
    private static @Nullable Constructor constructor;

    private StatementAccess() {}

    /** The constructor that is not public. */
    @FunctionalInterface
    public interface Constructor {
        /** Pairs a statement with the envelope whose payload it was read from. */
        VerifiedStatement create(InTotoStatement statement, VerifiedEnvelope envelope);
    }

    /** Called once, by {@link VerifiedStatement} when it is initialised. */
    public static synchronized void register(Constructor newConstructor) {
        if (constructor != null) {
            throw new IllegalStateException("already registered");
        }
        constructor = newConstructor;
    }

    /** Pairs a statement with the envelope whose payload it was read from. */
    public static synchronized VerifiedStatement create(InTotoStatement statement, VerifiedEnvelope envelope) {
        if (constructor == null) {
            try {
                MethodHandles.lookup().ensureInitialized(VerifiedStatement.class);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("VerifiedStatement is in this module", e);
            }
        }
        return Objects.requireNonNull(constructor).create(statement, envelope);
    }
}
