package dev.supplychain.dsse.internal;

import dev.supplychain.dsse.Signable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;

/**
 * One implementation of the signature algorithms. The pre-checks of keys and signatures are not its business: they are
 * the same for all engines, so that the verdicts are too.
 *
 * <p>ECDSA signatures are in DER here, Ed25519 ones in their 64 bytes. RSA signatures are only made here, {@link
 * RsaSignature} verifies them.
 */
public interface Engine {
    /**
     * Prepares a key for verifying.
     *
     * @throws GeneralSecurityException when this engine does not know the algorithm or take the key
     */
    Verification verification(Scheme scheme, CheckedPublicKey key) throws GeneralSecurityException;

    /**
     * Prepares a key for signing.
     *
     * @throws GeneralSecurityException when this engine does not know the algorithm or take the key
     */
    Signing signing(Scheme scheme, PrivateKey key, CheckedPublicKey publicKey) throws GeneralSecurityException;

    /** Verifies with one key; safe for use by several threads. */
    interface Verification {
        /**
         * True when the key made this signature over this message.
         *
         * @throws GeneralSecurityException when the provider refuses the signature in its own way
         * @throws IOException when the message cannot be read
         */
        boolean verify(Signable message, byte[] signature) throws GeneralSecurityException, IOException;
    }

    /** Signs with one key; safe for use by several threads. */
    interface Signing {
        /**
         * The signature over this message.
         *
         * @throws GeneralSecurityException when the provider does not sign
         * @throws IOException when the message cannot be read
         */
        byte[] sign(Signable message) throws GeneralSecurityException, IOException;
    }
}
