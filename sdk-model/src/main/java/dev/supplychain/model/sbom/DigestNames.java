package dev.supplychain.model.sbom;

import dev.supplychain.model.Digest;
import java.util.Arrays;
import java.util.Locale;

/** The names that documents give to digest algorithms, and the ones of a DigestSet. */
final class DigestNames {
    /** CycloneDX writes {@code SHA-256}, SPDX 2 {@code SHA256}, SPDX 3 {@code sha256}. */
    private static final String[][] KNOWN = {
        {"SHA-256", Digest.SHA256},
        {"SHA256", Digest.SHA256},
        {"SHA-1", Digest.SHA1},
        {"SHA1", Digest.SHA1},
        {"SHA-512", Digest.SHA512},
        {"SHA512", Digest.SHA512},
        {"SHA-384", Digest.SHA384},
        {"SHA384", Digest.SHA384},
        {"MD5", Digest.MD5},
        {"BLAKE2b-512", Digest.BLAKE2B}, // the name without a length stands for the longest
        {"blake2b512", Digest.BLAKE2B}
    };

    private static final char[][] SPELLINGS =
            Arrays.stream(KNOWN).map(known -> known[0].toCharArray()).toArray(char[][]::new);

    private DigestNames() {}

    static String of(String algorithm) {
        char[] chars = algorithm.toCharArray();
        return of(chars, 0, chars.length);
    }

    /** Most documents repeat few names, for which no text needs to be made. */
    static String of(char[] chars, int from, int length) {
        for (int i = 0; i < SPELLINGS.length; i++) {
            char[] spelling = SPELLINGS[i];
            if (Arrays.equals(chars, from, from + length, spelling, 0, spelling.length)) {
                return KNOWN[i][1];
            }
        }
        return new String(chars, from, length).toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
