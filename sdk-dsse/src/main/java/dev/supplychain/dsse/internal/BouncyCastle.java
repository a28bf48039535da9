package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.internal.bc.BcEngine;
import java.util.Optional;

/** Finds BouncyCastle without loading it: only {@code internal.bc} refers to its types. */
public final class BouncyCastle {
    /** Its Maven coordinates without version. */
    public static final String ARTIFACT = "org.bouncycastle:bcprov-jdk18on";

    private BouncyCastle() {}

    /** The engine on BouncyCastle; absent when the library is. */
    public static Optional<DeterministicEngine> find() {
        try {
            Class.forName("org.bouncycastle.crypto.signers.ECDSASigner", false, BouncyCastle.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
        return Optional.of(new BcEngine());
    }

    /**
     * The engine on BouncyCastle.
     *
     * @param purpose what it is needed for, for the message
     * @throws MissingComponentException when the library is absent
     */
    public static DeterministicEngine require(String purpose) {
        return find().orElseThrow(() -> new MissingComponentException(purpose, ARTIFACT));
    }
}
