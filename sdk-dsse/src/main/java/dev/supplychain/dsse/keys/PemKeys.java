package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Pem;
import dev.supplychain.dsse.internal.Pkcs8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;

/**
 * Keys in PEM, as {@code openssl} and {@code cosign} write them: {@code PUBLIC KEY} (SubjectPublicKeyInfo) and {@code
 * PRIVATE KEY} (PKCS#8).
 *
 * <p>Read are EC keys on P-256, the curve given by name, and Ed25519 keys, in strict DER; a text holds one key and
 * nothing else. Messages never quote a private key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
public final class PemKeys {
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String PRIVATE = "PRIVATE KEY";

    private PemKeys() {}

    /**
     * Reads a public key.
     *
     * @throws KeyException when it is unreadable, weak or of a kind that is not allowed; the message names what is
     */
    public static PublicKey readPublicKey(String pem) throws KeyException {
        return CheckedPublicKey.parse(Pem.read(PUBLIC, pem)).key();
    }

    /**
     * {@link #readPublicKey(String)} of a text in ASCII.
     *
     * @throws KeyException when it is unreadable, weak or of a kind that is not allowed
     */
    public static PublicKey readPublicKey(byte[] pem) throws KeyException {
        return readPublicKey(new String(pem, StandardCharsets.ISO_8859_1));
    }

    /**
     * {@link #readPublicKey(String)} of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws KeyException when it is unreadable, weak or of a kind that is not allowed
     */
    public static PublicKey readPublicKey(Path pem) throws IOException, KeyException {
        return readPublicKey(Files.readAllBytes(pem));
    }

    /**
     * Reads an unencrypted private key. The public key is taken from it, or computed where it is missing.
     *
     * @throws KeyException when it is unreadable, of a kind that is not allowed, or its halves do not belong together
     */
    public static SigningKey readPrivateKey(String pem) throws KeyException {
        return SigningKey.of(Pkcs8.read(Pem.read(PRIVATE, pem)));
    }

    /**
     * {@link #readPrivateKey(String)} of a text in ASCII.
     *
     * @throws KeyException when it is unreadable, of a kind that is not allowed, or its halves do not belong together
     */
    public static SigningKey readPrivateKey(byte[] pem) throws KeyException {
        return readPrivateKey(new String(pem, StandardCharsets.ISO_8859_1));
    }

    /**
     * {@link #readPrivateKey(String)} of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws KeyException when it is unreadable, of a kind that is not allowed, or its halves do not belong together
     */
    public static SigningKey readPrivateKey(Path pem) throws IOException, KeyException {
        return readPrivateKey(Files.readAllBytes(pem));
    }

    /**
     * The PEM text of a public key.
     *
     * @throws KeyException when it is weak or of a kind that is not allowed
     */
    public static String writePublicKey(PublicKey key) throws KeyException {
        return Pem.write(PUBLIC, CheckedPublicKey.of(key).spki());
    }

    /**
     * The PEM text of a private key, not encrypted: keep it where only its owner reads.
     *
     * @throws KeyException when the private key lies in hardware
     */
    public static String writePrivateKey(SigningKey key) throws KeyException {
        return Pem.write(PRIVATE, key.toPkcs8());
    }
}
