package dev.supplychain.model.oci;

import dev.supplychain.model.Digest;
import dev.supplychain.model.internal.Excerpt;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** The digests by which a registry knows content; they become parts of URLs and tags. */
final class OciDigests {
    private static final Set<String> ALGORITHMS = Set.of("sha256", "sha384", "sha512");

    private OciDigests() {}

    static boolean isRegistered(String algorithm) {
        return ALGORITHMS.contains(algorithm);
    }

    static Digest requireRegistered(String where, Digest digest) {
        if (!isRegistered(digest.algorithm())) {
            throw new IllegalArgumentException(where + " " + Excerpt.quoted(digest.toString())
                    + " is not a sha256, sha384 or sha512 digest, which registries know");
        }
        return digest;
    }

    static boolean matches(Digest digest, byte[] content) {
        return digest.hex()
                .equals(HexFormat.of().formatHex(messageDigest(digest).digest(content)));
    }

    private static MessageDigest messageDigest(Digest digest) {
        try {
            return MessageDigest.getInstance("SHA-" + digest.algorithm().substring(3));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK does not compute " + digest.algorithm(), e);
        }
    }
}
