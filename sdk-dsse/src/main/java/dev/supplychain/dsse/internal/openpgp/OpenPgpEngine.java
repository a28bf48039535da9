package dev.supplychain.dsse.internal.openpgp;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.internal.BouncyCastle;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.bc.pgp.BcOpenPgp;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.time.Instant;

/** What the numbers in keys and signatures are left to: the mathematics, and private keys under a passphrase. */
public interface OpenPgpEngine {
    /** The Maven coordinates of the library, without version. */
    String ARTIFACT = "org.bouncycastle:bcpg-jdk18on";

    /**
     * The engine on BouncyCastle.
     *
     * @param purpose what it is needed for, for the message
     * @throws MissingComponentException when the library is absent
     */
    static OpenPgpEngine require(String purpose) {
        requireClass(purpose, "org.bouncycastle.openpgp.PGPPublicKey", ARTIFACT);
        requireClass(purpose, "org.bouncycastle.crypto.Digest", BouncyCastle.ARTIFACT);
        return new BcOpenPgp();
    }

    private static void requireClass(String purpose, String name, String artifact) {
        try {
            Class.forName(name, false, OpenPgpEngine.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MissingComponentException(purpose, artifact);
        }
    }

    /**
     * Prepares a key for verifying.
     *
     * @throws KeyException when it is weak, damaged or for an algorithm that is not allowed
     */
    Verification verification(KeyPacket key) throws KeyException;

    /**
     * Reads a secret key.
     *
     * @param body that of its packet
     * @throws KeyException when it cannot be read
     */
    SecretKey secretKey(byte[] body) throws KeyException;

    /**
     * The packets of a new secret key with one user id, which may certify and sign.
     *
     * @throws IllegalArgumentException when OpenPGP has no such algorithm
     */
    byte[] generate(SignatureAlgorithm algorithm, String userId, Instant created, char[] passphrase);

    /** Verifies with one key; safe for use by several threads. */
    interface Verification {
        /** The key in the SDK's own form. */
        CheckedPublicKey publicKey();

        /**
         * True when the key made this signature over these bytes, which end with the signature's own trailer.
         *
         * @throws IOException when the bytes cannot be read
         */
        boolean verify(SignaturePacket signature, Signable hashed) throws IOException;
    }

    /** A secret key as it lies in a file. */
    interface SecretKey {
        /** The body of the public key in it. */
        byte[] publicKey() throws KeyException;

        /** True when only the public key is in it. */
        boolean isStub();

        /**
         * The private key.
         *
         * @throws KeyException when the passphrase does not open it, or its protection is not supported
         */
        PrivateKey open(char[] passphrase) throws KeyException;
    }

    /** Signs with one key; safe for use by several threads. */
    interface PrivateKey {
        /**
         * The body of a signature over that document.
         *
         * @throws SigningException when the key does not sign
         * @throws IOException when the document cannot be read
         */
        byte[] sign(Signable document, Instant created) throws SigningException, IOException;
    }
}
