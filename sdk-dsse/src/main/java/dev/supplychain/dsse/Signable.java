package dev.supplychain.dsse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Bytes to be signed or verified that need not lie in memory in one piece: a file, or a payload with its {@link Pae}
 * header.
 *
 * <p>A {@link Signer} whose key lies elsewhere can send {@link #digest} instead of the bytes.
 */
public interface Signable {
    /** These bytes; they are not copied, so leave them alone. */
    static Signable of(byte[] bytes) {
        return new SignableBytes(bytes);
    }

    /** The content of a file, read in blocks each time it is asked for. */
    static Signable ofFile(Path file) {
        return out -> Files.copy(file, out);
    }

    /**
     * Writes the bytes.
     *
     * @throws IOException when they cannot be read, or {@code out} does not take them
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * The bytes in one array.
     *
     * @throws IOException when they cannot be read
     */
    default byte[] toByteArray() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out);
        return out.toByteArray();
    }

    /**
     * The hash of the bytes.
     *
     * @param algorithm the JDK's name of it, such as {@code SHA-256}
     * @throws IOException when they cannot be read
     * @throws IllegalArgumentException when the JDK does not compute that algorithm
     */
    default byte[] digest(String algorithm) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("this JDK does not compute " + algorithm, e);
        }
        writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                digest.update((byte) b);
            }

            @Override
            public void write(byte[] block, int from, int length) {
                digest.update(block, from, length);
            }
        });
        return digest.digest();
    }
}
