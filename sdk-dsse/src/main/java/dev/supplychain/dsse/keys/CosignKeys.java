package dev.supplychain.dsse.keys;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.MissingComponentException;
import dev.supplychain.dsse.internal.PasswordBox;
import dev.supplychain.dsse.internal.Pem;
import dev.supplychain.dsse.internal.Pkcs8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Private keys under a password, as {@code cosign generate-key-pair} and {@code cosign import-key-pair} write them to
 * {@code cosign.key}.
 *
 * <pre>{@code
 * SigningKey key = CosignKeys.readPrivateKey(Path.of("cosign.key"), password);
 * String pem = CosignKeys.writePrivateKey(SigningKey.generate(ECDSA_P256_SHA256), password);
 * }</pre>
 *
 * <p>Their public halves are ordinary PEM, see {@link PemKeys}. Reading or writing a key takes as much time and memory as
 * its {@link ScryptCost} says, 64 MiB of heap for the keys that cosign writes; with too little heap the result is a {@link
 * KeyException}. Passwords may be empty. They are not kept, and neither they nor the key appear in a message; overwriting
 * the caller's array is up to the caller.
 *
 * <p>BouncyCastle is needed; without it all methods end in a {@link MissingComponentException}.
 *
 * @see <a href="https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md">Cosign signature specifications</a>
 */
public final class CosignKeys {
    private static final String LABEL = "ENCRYPTED SIGSTORE PRIVATE KEY";
    private static final String FORMER_LABEL = "ENCRYPTED COSIGN PRIVATE KEY";

    private CosignKeys() {}

    /**
     * Reads a private key. Both labels of PEM are taken, {@code ENCRYPTED SIGSTORE PRIVATE KEY} and {@code ENCRYPTED COSIGN
     * PRIVATE KEY}.
     *
     * @throws KeyException when the password is wrong, or the text is no key, has a cost that is none of {@link
     *     ScryptCost}, which is refused before anything is derived, or holds a key of a kind that is not allowed
     * @throws MissingComponentException when BouncyCastle is absent
     */
    public static SigningKey readPrivateKey(String pem, char[] password) throws KeyException {
        byte[] utf8 = utf8(password);
        try {
            return readPrivateKey(pem, utf8);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /**
     * {@link #readPrivateKey(String, char[])} with a password of any bytes.
     *
     * @throws KeyException when the password is wrong, or the text is no key that is allowed
     * @throws MissingComponentException when BouncyCastle is absent
     */
    public static SigningKey readPrivateKey(String pem, byte[] password) throws KeyException {
        byte[] pkcs8 = box(pem).open(password);
        try {
            return SigningKey.of(Pkcs8.read(pkcs8));
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /**
     * {@link #readPrivateKey(String, char[])} of a file.
     *
     * @throws IOException when the file cannot be read
     * @throws KeyException when the password is wrong, or the file is no key that is allowed
     * @throws MissingComponentException when BouncyCastle is absent
     */
    public static SigningKey readPrivateKey(Path pem, char[] password) throws IOException, KeyException {
        return readPrivateKey(new String(Files.readAllBytes(pem), StandardCharsets.ISO_8859_1), password);
    }

    /** What stands between the lines of PEM, checked as far as it can be without the password. */
    static PasswordBox box(String pem) throws KeyException {
        return PasswordBox.parse(Pem.read(List.of(LABEL, FORMER_LABEL), pem).der());
    }

    /**
     * The PEM text of a private key under a password, as expensive to open as those that cosign writes.
     *
     * @throws KeyException when the private key lies in hardware, or there is not enough memory
     * @throws MissingComponentException when BouncyCastle is absent
     */
    public static String writePrivateKey(SigningKey key, char[] password) throws KeyException {
        return writePrivateKey(key, password, ScryptCost.STANDARD);
    }

    /**
     * The PEM text of a private key under a password.
     *
     * @throws KeyException when the private key lies in hardware, or there is not enough memory
     * @throws MissingComponentException when BouncyCastle is absent
     */
    public static String writePrivateKey(SigningKey key, char[] password, ScryptCost cost) throws KeyException {
        byte[] utf8 = utf8(password);
        try {
            return writePrivateKey(key, utf8, cost);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /**
     * {@link #writePrivateKey(SigningKey, char[], ScryptCost)} with a password of any bytes.
     *
     * @throws KeyException when the private key lies in hardware, or there is not enough memory
     * @throws MissingComponentException when BouncyCastle is absent
     */
    public static String writePrivateKey(SigningKey key, byte[] password, ScryptCost cost) throws KeyException {
        byte[] pkcs8 = key.toPkcs8();
        try {
            return Pem.write(
                    LABEL,
                    PasswordBox.seal(pkcs8, password, cost, new SecureRandom()).toJson());
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static byte[] utf8(char[] password) throws KeyException {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(0, bytes).put(0, new byte[bytes.length]);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new KeyException("the password has an unpaired surrogate, and thus no UTF-8 form");
        }
    }
}
