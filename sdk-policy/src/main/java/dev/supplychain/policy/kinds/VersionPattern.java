package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;

/**
 * A version, or many: {@code *} stands for any characters, also none, so that {@code 8.*} fits {@code 8.5} and {@code
 * 8.10.1-rc-1} but not {@code 8} or {@code 80.1}. Everything else stands for itself; case matters.
 *
 * @param text the pattern as written
 */
public record VersionPattern(String text) {
    private static final int MAX_CHARS = 200;

    /**
     * The pattern of this text.
     *
     * @throws MalformedDataException when it has more than 200 characters or white space at an end
     */
    public static VersionPattern parse(String text) {
        if (text.length() > MAX_CHARS || !text.equals(text.strip())) {
            throw new MalformedDataException(
                    "version pattern",
                    "",
                    Excerpt.quoted(text) + " has more than " + MAX_CHARS + " characters, or white space at an end");
        }
        return new VersionPattern(text);
    }

    /** Whether a version fits. */
    public boolean fits(String version) {
        String[] parts = text.split("\\*", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return version.equals(text);
        }
        if (!version.startsWith(parts[0])) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int at = version.indexOf(parts[i], from);
            if (at < 0) {
                return false;
            }
            from = at + parts[i].length();
        }
        return version.endsWith(last) && version.length() - last.length() >= from;
    }

    /** The pattern as written. */
    @Override
    public String toString() {
        return text;
    }
}
