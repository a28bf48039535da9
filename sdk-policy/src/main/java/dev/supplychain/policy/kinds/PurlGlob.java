package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Packages by the text of their package URL: {@code *} stands for any characters but a slash, {@code **} for any
 * characters, as in {@code pkg:maven/org.apache/**}. Case does not matter. A pattern that names no version fits every
 * version; qualifiers and subpaths of packages are passed over.
 *
 * <p>Matching takes at most as many steps as the product of both lengths, whatever the pattern.
 */
public final class PurlGlob {
    private static final int MAX_CHARS = 1000;
    private static final int MAX_PURL_CHARS = 4096;
    private static final char ANY = '\uE000';
    private static final char ANY_DEPTH = '\uE001';

    private final String text;
    /** Lower case, with one character for each wildcard. */
    private final String tokens;

    private PurlGlob(String text) {
        this.text = text;
        this.tokens = text.toLowerCase(Locale.ROOT)
                .replace("**", String.valueOf(ANY_DEPTH))
                .replace('*', ANY);
    }

    /**
     * The pattern of this text.
     *
     * @throws MalformedDataException when it does not begin with {@code pkg:} or a wildcard, has white space, private
     *     characters or more than 1000 characters
     */
    public static PurlGlob parse(String text) {
        boolean begins = text.startsWith("*") || text.regionMatches(true, 0, "pkg:", 0, 4);
        boolean odd = text.chars().anyMatch(c -> c <= ' ' || c == ANY || c == ANY_DEPTH);
        if (!begins || odd || text.length() > MAX_CHARS) {
            throw new MalformedDataException(
                    "package URL pattern",
                    "",
                    Excerpt.quoted(text) + " is not a pattern such as pkg:maven/org.apache/** of up to " + MAX_CHARS
                            + " characters");
        }
        return new PurlGlob(text);
    }

    /** Whether a package fits. */
    public boolean fits(String purl) {
        if (purl.length() > MAX_PURL_CHARS) {
            return false;
        }
        String plain = purl.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        int at = plain.lastIndexOf('@');
        return fitsText(plain) || (at > plain.lastIndexOf('/') && fitsText(plain.substring(0, at)));
    }

    /** Walks the candidate once per token; {@code reached} holds where the tokens so far can end. */
    private boolean fitsText(String candidate) {
        boolean[] reached = new boolean[candidate.length() + 1];
        reached[0] = true;
        for (int t = 0; t < tokens.length(); t++) {
            char token = tokens.charAt(t);
            boolean[] next = new boolean[reached.length];
            for (int i = 0; i < reached.length; i++) {
                if (token == ANY || token == ANY_DEPTH) {
                    boolean goesOn = i > 0 && next[i - 1] && (token == ANY_DEPTH || candidate.charAt(i - 1) != '/');
                    next[i] = reached[i] || goesOn;
                } else {
                    next[i] = i > 0 && reached[i - 1] && candidate.charAt(i - 1) == token;
                }
            }
            reached = next;
        }
        return reached[candidate.length()];
    }

    /** The pattern as written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurlGlob that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as written. */
    @Override
    public String toString() {
        return text;
    }
}
