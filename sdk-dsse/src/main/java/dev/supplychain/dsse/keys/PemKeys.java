package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Pem;
import dev.supplychain.dsse.internal.Pkcs8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/**
 * Keys in PEM, as {@code openssl} and {@code cosign} write them.
 *
 * <p>Public keys are read from {@code PUBLIC KEY} (SubjectPublicKeyInfo), {@code RSA PUBLIC KEY} (PKCS#1) and {@code
 * CERTIFICATE} (X.509), private ones from {@code PRIVATE KEY} (PKCS#8), {@code RSA PRIVATE KEY} (PKCS#1) and {@code EC
 * PRIVATE KEY} (SEC 1).
 *
 * <p>They are EC keys on P-256, P-384 and P-521, the curve given by name, Ed25519 keys, and RSA keys of 2048 to 4096 bits, in
 * strict DER; a text holds one key and nothing else, in PEM or in the base64 of PEM. Messages never quote a private key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
public final class PemKeys {
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String PUBLIC_PKCS1 = "RSA PUBLIC KEY";
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PRIVATE_PKCS1 = "RSA PRIVATE KEY";
    private static final String PRIVATE_SEC1 = "EC PRIVATE KEY";

    private static final String PARAMETERS_BEGIN = "-----BEGIN EC PARAMETERS-----";
    private static final String PARAMETERS_END = "-----END EC PARAMETERS-----";

    private PemKeys() {}

    /**
     * Reads a public key. Of a certificate nothing else is looked at: neither who issued it, nor for what, nor when.
     *
     * @throws KeyException when it is unreadable, weak or of a kind that is not allowed; the message names what is
     */
    public static PublicKey readPublicKey(String pem) throws KeyException {
        Pem block = Pem.read(List.of(PUBLIC, PUBLIC_PKCS1, CERTIFICATE), pem);
        return switch (block.label()) {
            case CERTIFICATE -> certificateKey(block.der());
            case PUBLIC_PKCS1 -> CheckedPublicKey.parsePkcs1(block.der()).key();
            default -> CheckedPublicKey.parse(block.der()).key();
        };
    }

    private static PublicKey certificateKey(byte[] der) throws KeyException {
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            return CheckedPublicKey.of(x509.generateCertificate(new ByteArrayInputStream(der))
                            .getPublicKey())
                    .key();
        } catch (CertificateException | RuntimeException e) {
            throw new KeyException("PEM CERTIFICATE: not a certificate with a key that is allowed", e);
        }
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
        Pem block = Pem.read(List.of(PRIVATE, PRIVATE_SEC1, PRIVATE_PKCS1), withoutParameters(pem));
        return SigningKey.of(
                switch (block.label()) {
                    case PRIVATE_SEC1 -> Pkcs8.readSec1(block.der());
                    case PRIVATE_PKCS1 -> Pkcs8.readPkcs1(block.der());
                    default -> Pkcs8.read(block.der());
                });
    }

    /** openssl writes the curve of a SEC 1 key before the key, which names it again. */
    private static String withoutParameters(String pem) {
        String text = pem.strip();
        int end = text.startsWith(PARAMETERS_BEGIN) ? text.indexOf(PARAMETERS_END) : -1;
        return end < 0 ? pem : text.substring(end + PARAMETERS_END.length());
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
