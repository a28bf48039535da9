package dev.supplychain.clients.oci;

import dev.supplychain.model.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the digest of content while it comes, with the algorithm of the one that is expected. */
final class ContentDigest {
    private final String algorithm;
    private final MessageDigest digest;

    private ContentDigest(String algorithm, MessageDigest digest) {
        this.algorithm = algorithm;
        this.digest = digest;
    }

    /**
     * Starts with nothing.
     *
     * @param algorithm {@code sha256}, {@code sha384} or {@code sha512}
     */
    static ContentDigest start(String algorithm) {
        try {
            return new ContentDigest(algorithm, MessageDigest.getInstance("SHA-" + algorithm.substring(3)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("this JDK does not compute " + algorithm, e);
        }
    }

    static Digest of(String algorithm, byte[] content) {
        ContentDigest digest = start(algorithm);
        digest.add(content, 0, content.length);
        return digest.end();
    }

    void add(byte[] bytes, int offset, int count) {
        digest.update(bytes, offset, count);
    }

    Digest end() {
        return new Digest(algorithm, HexFormat.of().formatHex(digest.digest()));
    }
}
