package dev.supplychain.dsse;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import java.io.IOException;
import java.security.PublicKey;

/**
 * Something that signs with one key: a {@link dev.supplychain.dsse.keys.SigningKey} in this process, or a key service.
 *
 * <pre>{@code
 * Signer kms = Signer.remote(publicKey, ECDSA_P256_SHA256, message -> client.sign(keyName, sha256(message)));
 * }</pre>
 */
public interface Signer {
    /** The public half of the key. */
    PublicKey publicKey();

    /** How the key signs. */
    SignatureAlgorithm algorithm();

    /** The text that names the key in an envelope; may be empty. */
    String keyId();

    /**
     * The signature over that message: DER for ECDSA, 64 bytes for Ed25519.
     *
     * @throws SigningException when there is none
     */
    byte[] sign(byte[] message) throws SigningException;

    /**
     * The signature over a message that need not be in memory; override it where the hash is enough.
     *
     * @throws SigningException when there is none
     * @throws IOException when the message cannot be read
     */
    default byte[] sign(Signable message) throws SigningException, IOException {
        return sign(message.toByteArray());
    }

    /**
     * A key that lies elsewhere, named by its OpenSSH fingerprint. What comes back is verified under the public key
     * before it is used.
     *
     * @param publicKey the public half
     * @param algorithm how the service signs
     * @param function asks the service for a signature
     * @throws KeyException when the public key is weak or of a kind that is not allowed
     * @throws IllegalArgumentException when the algorithm is not one of the key's
     */
    static Signer remote(PublicKey publicKey, SignatureAlgorithm algorithm, RemoteFunction function)
            throws KeyException {
        return new RemoteSigner(publicKey, algorithm, function);
    }

    /** Asks a key service for a signature. */
    @FunctionalInterface
    interface RemoteFunction {
        /**
         * The signature over that message: DER for ECDSA, 64 bytes for Ed25519.
         *
         * @throws Exception whatever the service's client throws; it becomes the cause of a {@link SigningException}
         */
        byte[] sign(byte[] message) throws Exception;
    }
}
