package dev.supplychain.model;

import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Cuts a package URL from the right, as "How to parse" of the specification says; one scan per part, no regex. */
final class PackageUrlParser {
    private final String text;

    /** The last hash, and the last question mark before it; -1 for none. */
    private int hash = -1;

    private int question = -1;
    private boolean hasEscapes;
    private boolean isAscii = true;

    private PackageUrlParser(String text) {
        this.text = text;
    }

    static PackageUrl parse(String purl) {
        return new PackageUrlParser(purl).parse();
    }

    private PackageUrl parse() {
        scan();
        if (!text.startsWith("pkg:") && !text.regionMatches(true, 0, "pkg:", 0, 4)) {
            throw parts("").malformed("scheme", "it does not begin with pkg:");
        }
        int end = text.length();
        int qualifiersEnd = hash < 0 ? end : hash;
        int pathEnd = question < 0 ? qualifiersEnd : question;
        int typeStart = skipSlashes(4, pathEnd);
        int slash = text.indexOf('/', typeStart);
        if (slash < 0 || slash >= pathEnd) {
            throw parts(text.substring(typeStart, pathEnd)).malformed("name", "there is no name behind a type");
        }
        int at = versionSign(slash, pathEnd);
        int nameEnd = at < 0 ? trimSlashes(slash, pathEnd) : at;
        int nameStart = text.lastIndexOf('/', nameEnd - 1) + 1;
        PackageUrlParts parts = parts(text.substring(typeStart, slash));
        if (nameStart <= slash || nameStart == nameEnd) {
            throw parts.malformed("name", "there is none");
        }
        parts.name = decode("name", nameStart, nameEnd, parts);
        if (nameStart > slash + 1) {
            parts.namespace = decodePath("namespace", slash + 1, nameStart - 1, parts);
        }
        if (at >= 0) {
            parts.version = decode("version", at + 1, pathEnd, parts);
        }
        if (question >= 0) {
            readQualifiers(question + 1, qualifiersEnd, parts);
        }
        if (hash >= 0) {
            parts.subpath = decodePath("subpath", hash + 1, end, parts);
        }
        return parts.normalise();
    }

    private PackageUrlParts parts(String type) {
        PackageUrlParts parts = new PackageUrlParts(type, "");
        parts.source = text;
        parts.mayHaveSurrogates = !isAscii;
        return parts;
    }

    private void scan() {
        int lastQuestion = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Most are, and mean nothing here.
            if (c >= '-' && c <= 'z' && c != '?') {
                continue;
            }
            if (c < ' ' || c == 0x7F) {
                throw parts("").malformed("character " + i, "a control character");
            }
            if (c == '#') {
                hash = i;
                question = lastQuestion;
            } else if (c == '?') {
                lastQuestion = i;
            } else if (c == '%') {
                hasEscapes = true;
            } else if (c >= 0x80) {
                isAscii = false;
            }
        }
        if (hash < 0) {
            question = lastQuestion;
        }
    }

    /** The {@code @} before the version; one that begins a segment before others is an npm scope that was not encoded. */
    private int versionSign(int slash, int end) {
        int at = text.lastIndexOf('@', end - 1);
        if (at <= slash) {
            return -1;
        }
        int next = text.indexOf('/', at);
        boolean isScope = text.charAt(at - 1) == '/' && next >= 0 && next < end;
        return isScope ? -1 : at;
    }

    private int skipSlashes(int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) == '/') {
            i++;
        }
        return i;
    }

    private int trimSlashes(int from, int end) {
        int i = end;
        while (i > from + 1 && text.charAt(i - 1) == '/') {
            i--;
        }
        return i;
    }

    private void readQualifiers(int from, int end, PackageUrlParts parts) {
        int start = from;
        while (start < end) {
            int ampersand = text.indexOf('&', start);
            int pairEnd = ampersand < 0 || ampersand > end ? end : ampersand;
            if (pairEnd > start) {
                int equals = text.indexOf('=', start);
                int keyEnd = equals < 0 || equals > pairEnd ? pairEnd : equals;
                parts.putQualifier(
                        text.substring(start, keyEnd),
                        keyEnd == pairEnd ? "" : decode("qualifiers", keyEnd + 1, pairEnd, parts));
            }
            start = pairEnd + 1;
        }
    }

    private String decode(String place, int from, int to, PackageUrlParts parts) {
        if (!hasEscapes) {
            return text.substring(from, to);
        }
        try {
            return PercentCode.decode(text, from, to);
        } catch (CharacterCodingException e) {
            throw parts.malformed(place, "a percent sign is not followed by the hexadecimal digits of UTF-8");
        }
    }

    /** Segments are split before they are decoded: a slash in one would be taken for a border. */
    private @Nullable String decodePath(String place, int from, int to, PackageUrlParts parts) {
        if (!hasEscapes) {
            return text.substring(from, to);
        }
        StringBuilder path = new StringBuilder(to - from);
        int start = from;
        while (start <= to) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 || slash > to ? to : slash;
            String segment = decode(place, start, end, parts);
            if (segment.indexOf('/') >= 0) {
                throw parts.malformed(place, "a segment has a slash");
            }
            path.append(start == from ? "" : "/").append(segment);
            start = end + 1;
        }
        return path.toString();
    }
}
