package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The hash of some bytes: an algorithm of the in-toto DigestSet and lower-case hex, such as {@code sha256:9f86d0…}.
 *
 * @param algorithm the name in a DigestSet, such as {@code sha256} or {@code gitCommit}
 * @param hex the value; lower-case hexadecimal for the standard algorithms, any text for others
 * @see <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/digest_set.md">in-toto DigestSet</a>
 */
public record Digest(String algorithm, String hex) {
    /** SHA-256, the one to use when nothing speaks for another. */
    public static final String SHA256 = "sha256";

    /** SHA-224. */
    public static final String SHA224 = "sha224";

    /** SHA-384. */
    public static final String SHA384 = "sha384";

    /** SHA-512. */
    public static final String SHA512 = "sha512";

    /** SHA-512/224. */
    public static final String SHA512_224 = "sha512_224";

    /** SHA-512/256. */
    public static final String SHA512_256 = "sha512_256";

    /** SHA3-224. */
    public static final String SHA3_224 = "sha3_224";

    /** SHA3-256. */
    public static final String SHA3_256 = "sha3_256";

    /** SHA3-384. */
    public static final String SHA3_384 = "sha3_384";

    /** SHA3-512. */
    public static final String SHA3_512 = "sha3_512";

    /** SHAKE128, of any length. */
    public static final String SHAKE128 = "shake128";

    /** SHAKE256, of any length. */
    public static final String SHAKE256 = "shake256";

    /** BLAKE2b, of any length. */
    public static final String BLAKE2B = "blake2b";

    /** BLAKE2s, of any length. */
    public static final String BLAKE2S = "blake2s";

    /** RIPEMD-160; not collision-resistant enough for new uses. */
    public static final String RIPEMD160 = "ripemd160";

    /** SM3. */
    public static final String SM3 = "sm3";

    /** GOST R 34.11. */
    public static final String GOST = "gost";

    /** SHA-1; collisions are known. */
    public static final String SHA1 = "sha1";

    /** MD5; collisions are known. */
    public static final String MD5 = "md5";

    /** The files of a directory, as {@link #dirHash(Path)} computes it. */
    public static final String DIR_HASH = "dirHash";

    /** A git commit, by its SHA-1 or SHA-256 name. */
    public static final String GIT_COMMIT = "gitCommit";

    /** A git tree, by its SHA-1 or SHA-256 name. */
    public static final String GIT_TREE = "gitTree";

    /** A file as git names it; see {@link #gitBlob(byte[])}. */
    public static final String GIT_BLOB = "gitBlob";

    /** An annotated git tag, by its SHA-1 or SHA-256 name. */
    public static final String GIT_TAG = "gitTag";

    private static final Map<String, Integer> HEX_LENGTHS = Map.ofEntries(
            Map.entry(MD5, 32),
            Map.entry(SHA1, 40),
            Map.entry(RIPEMD160, 40),
            Map.entry(SHA224, 56),
            Map.entry(SHA512_224, 56),
            Map.entry(SHA3_224, 56),
            Map.entry(SHA256, 64),
            Map.entry(SHA512_256, 64),
            Map.entry(SHA3_256, 64),
            Map.entry(SM3, 64),
            Map.entry(GOST, 64),
            Map.entry(DIR_HASH, 64),
            Map.entry(SHA384, 96),
            Map.entry(SHA3_384, 96),
            Map.entry(SHA512, 128),
            Map.entry(SHA3_512, 128));

    private static final Set<String> OF_ANY_LENGTH =
            Set.of(SHAKE128, SHAKE256, BLAKE2B, BLAKE2S, GIT_COMMIT, GIT_TREE, GIT_BLOB, GIT_TAG);

    /**
     * Checks the value against its algorithm.
     *
     * @throws MalformedDataException when a standard algorithm's value is not lower-case hex of the right length, where
     *     the algorithm has one, or either part is empty
     */
    public Digest {
        Integer length = HEX_LENGTHS.get(algorithm);
        if (length != null && !(hex.length() == length && isLowerHex(hex))) {
            throw malformed(algorithm + ":" + hex, "is not " + length + " lower-case hexadecimal digits");
        }
        if (OF_ANY_LENGTH.contains(algorithm) && !isLowerHex(hex)) {
            throw malformed(algorithm + ":" + hex, "is not lower-case hexadecimal");
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

    /** The name that git gives to a file with these bytes, in a repository that uses SHA-1. */
    public static Digest gitBlob(byte[] bytes) {
        MessageDigest digest = messageDigest(SHA1);
        digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return new Digest(GIT_BLOB, HexFormat.of().formatHex(digest.digest(bytes)));
    }

    /**
     * The hash of all files below a directory, by their relative paths and contents; as {@code dirhash.Hash1} of Go, in
     * hex. Empty directories, symbolic links, permissions and times do not
     * count.
     *
     * @throws IOException when the directory or a file in it cannot be read
     * @throws IllegalArgumentException when the name of a file has a line break, which the format cannot tell
     */
    public static Digest dirHash(Path directory) throws IOException {
        Map<String, Digest> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String name = directory
                        .relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                files.put(name, sha256(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return dirHash(files);
    }

    /**
     * The hash of files whose SHA-256 is known, such as the entries of an archive.
     *
     * @param files the SHA-256 of each file, by its path with {@code /} between the parts
     * @throws IllegalArgumentException when a path has a line break, or a digest is not SHA-256
     */
    public static Digest dirHash(Map<String, Digest> files) {
        MessageDigest digest = messageDigest(SHA256);
        // In the order of the UTF-8 bytes, as sort does in the C locale; that of chars differs beyond the basic plane.
        files.entrySet().stream()
                .sorted(Comparator.comparing(
                        file -> file.getKey().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .forEach(file -> {
                    if (file.getKey().indexOf('\n') >= 0
                            || !file.getValue().algorithm().equals(SHA256)) {
                        throw new IllegalArgumentException("dirHash takes paths without line breaks and SHA-256, not "
                                + Excerpt.quoted(file.getKey()) + " with " + file.getValue());
                    }
                    digest.update(
                            (file.getValue().hex() + "  " + file.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
                });
        return new Digest(DIR_HASH, HexFormat.of().formatHex(digest.digest()));
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
