package dev.supplychain.model.governor;

import dev.supplychain.model.Digest;
import dev.supplychain.model.internal.Excerpt;
import java.util.Locale;
import java.util.regex.Pattern;

/** The one form in which requests name an artifact's digest: 64 lower-case hexadecimal digits, without {@code sha256:}. */
final class BareSha256 {
    private static final Pattern HEX = Pattern.compile("(?:sha256:)?([0-9A-Fa-f]{64})");

    private BareSha256() {}

    static String of(Digest digest) {
        if (!digest.algorithm().equals("sha256")) {
            throw new IllegalArgumentException("digest " + Excerpt.quoted(digest.toString()) + " is not a sha256");
        }
        return digest.hex();
    }

    static String of(String text) {
        var matcher = HEX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("sha256 " + Excerpt.quoted(text)
                    + " is not 64 hexadecimal digits, with or without \"sha256:\" before them");
        }
        return matcher.group(1).toLowerCase(Locale.ROOT);
    }
}
