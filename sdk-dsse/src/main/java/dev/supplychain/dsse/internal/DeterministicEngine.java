package dev.supplychain.dsse.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/** An engine that also signs without randomness (RFC 6979 for ECDSA). */
public interface DeterministicEngine extends Engine {
    /**
     * Prepares a key for signing so that equal messages have equal signatures.
     *
     * @throws GeneralSecurityException when this engine does not know the algorithm or take the key
     */
    Signing deterministicSigning(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey)
            throws GeneralSecurityException;
}
