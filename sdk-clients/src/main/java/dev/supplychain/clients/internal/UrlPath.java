package dev.supplychain.clients.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Encoded paths that mean the same to every server and proxy: no dot segments, no empty ones, no encoded slashes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.3">RFC 3986, section 3.3</a>
 */
public final class UrlPath {
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);
    private static final String RAW_PUNCTUATION = "-._~!$&'()*+,;=:@";

    private UrlPath() {}

    /**
     * Checks a path that begins with a slash.
     *
     * @param what the path's name, for messages
     * @return the path
     * @throws IllegalArgumentException when it could be taken for another; the path is not quoted
     */
    public static String require(String what, String path) {
        String[] segments = SLASH.split(path, -1);
        if (segments.length < 2 || !segments[0].isEmpty()) {
            throw new IllegalArgumentException("the " + what + " does not begin with a slash");
        }
        for (int i = 1; i < segments.length; i++) {
            requireSegment(what, segments[i]);
        }
        return path;
    }

    private static void requireSegment(String what, String segment) {
        String dotted = DOT.matcher(segment).replaceAll(".");
        if (segment.isEmpty() || dotted.equals(".") || dotted.equals("..")) {
            throw new IllegalArgumentException("the " + what + " has an empty or a dot segment");
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                requireHarmless(what, octet(segment, i));
                i += 2;
            } else if (!isLetterOrDigit(c) && RAW_PUNCTUATION.indexOf(c) < 0) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "the %s has the character U+%04X", what, (int) c));
            }
        }
    }

    private static void requireHarmless(String what, int octet) {
        if (octet < ' ' || octet == '/' || octet == '\\' || octet == '%' || octet == 0x7F) {
            throw new IllegalArgumentException("the " + what
                    + (octet < 0
                            ? " has a percent sign without two digits"
                            : String.format(Locale.ROOT, " has an encoded character %%%02X", octet)));
        }
    }

    private static int octet(String segment, int percent) {
        if (percent + 2 >= segment.length()) {
            return -1;
        }
        int high = Character.digit(segment.charAt(percent + 1), 16);
        int low = Character.digit(segment.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
