package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The hash of some bytes: an algorithm of the in-toto DigestSet and lower-case hex, such as {@code sha256:9f86d0…}.
 *
 * @param algorithm the name in a DigestSet, such as {@code sha256} or {@code gitCommit}
 * @param hex the value; lower-case hexadecimal for the standard algorithms, any text for others
 * @see <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/digest_set.md">in-toto DigestSet</a>
 */
public record Digest(String algorithm, String hex) {
    private static final Map<String, Integer> HEX_LENGTHS = Map.ofEntries(
            Map.entry("md5", 32),
            Map.entry("sha1", 40),
            Map.entry("ripemd160", 40),
            Map.entry("sha224", 56),
            Map.entry("sha512_224", 56),
            Map.entry("sha3_224", 56),
            Map.entry("sha256", 64),
            Map.entry("sha512_256", 64),
            Map.entry("sha3_256", 64),
            Map.entry("sm3", 64),
            Map.entry("gost", 64),
            Map.entry("dirHash", 64),
            Map.entry("sha384", 96),
            Map.entry("sha3_384", 96),
            Map.entry("sha512", 128),
            Map.entry("sha3_512", 128));

    /**
     * Checks the value against its algorithm.
     *
     * @throws MalformedDataException when a standard algorithm's value is not lower-case hex of the right length, or
     *     either part is empty
     */
    public Digest {
        Integer length = HEX_LENGTHS.get(algorithm);
        if (length != null && !(hex.length() == length && isLowerHex(hex))) {
            throw malformed(algorithm + ":" + hex, "is not " + length + " lower-case hexadecimal digits");
        }
        if (algorithm.isEmpty() || hex.isEmpty()) {
            throw malformed(algorithm + ":" + hex, "lacks the algorithm or the value");
        }
    }

    /**
     * The digest in {@code algorithm:hex}.
     *
     * @throws MalformedDataException when there is no colon, or the value does not fit the algorithm
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw malformed(text, "lacks the form algorithm:hex");
        }
        return new Digest(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The SHA-256 digest with this lower-case hex value. */
    public static Digest ofSha256(String hex) {
        return new Digest("sha256", hex);
    }

    /** The SHA-256 of these bytes. */
    public static Digest sha256(byte[] bytes) {
        return new Digest(
                "sha256", HexFormat.of().formatHex(messageDigest("sha256").digest(bytes)));
    }

    /**
     * The SHA-256 of a file, read in blocks.
     *
     * @throws IOException when the file cannot be read
     */
    public static Digest sha256(Path file) throws IOException {
        return of("sha256", file);
    }

    /**
     * A hash of a file, read in blocks.
     *
     * @param algorithm {@code sha256}, {@code sha384}, {@code sha512}, {@code sha224}, {@code sha1} or {@code md5}, or a
     *     SHA-3 name such as {@code sha3_256}
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when this JDK does not compute that algorithm
     */
    public static Digest of(String algorithm, Path file) throws IOException {
        MessageDigest digest = messageDigest(algorithm);
        byte[] block = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return new Digest(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest messageDigest(String algorithm) {
        String jcaName = switch (algorithm) {
            case "md5" -> "MD5";
            case "sha512_224" -> "SHA-512/224";
            case "sha512_256" -> "SHA-512/256";
            case "sha1", "sha224", "sha256", "sha384", "sha512" -> "SHA-" + algorithm.substring(3);
            case "sha3_224", "sha3_256", "sha3_384", "sha3_512" -> "SHA3-" + algorithm.substring(5);
            default ->
                throw new IllegalArgumentException(
                        "digest algorithm " + Excerpt.quoted(algorithm) + " is not one that can be computed here");
        };
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("this JDK does not compute " + jcaName, e);
        }
    }

    private static boolean isLowerHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static MalformedDataException malformed(String text, String problem) {
        return new MalformedDataException("digest", "", Excerpt.quoted(text) + " " + problem);
    }

    /** {@code algorithm:hex}. */
    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
