package dev.supplychain.model;

import dev.supplychain.model.internal.Excerpt;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The decoded parts of a package URL on their way to one, and the rules that hold for every type. */
final class PackageUrlParts {
    private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

    String type;

    @Nullable
    String namespace;

    String name;

    @Nullable
    String version;

    SortedMap<String, String> qualifiers = NONE;

    @Nullable
    String subpath;

    /** False when the text they come from is ASCII: what is decoded from that has none either. */
    boolean mayHaveSurrogates = true;

    /** What messages quote: the text that is read, or empty when there is none. */
    String source = "";

    PackageUrlParts(String type, String name) {
        this.type = type;
        this.name = name;
    }

    /** Adds a qualifier; one without value is none. */
    void putQualifier(String key, String value) {
        String lower = lowerAscii(key);
        if (!isKey(lower)) {
            throw malformed(
                    "qualifiers",
                    "the key " + Excerpt.quoted(key)
                            + " is not a letter followed by letters, digits, dots, dashes or underscores");
        }
        if (value.isEmpty()) {
            return;
        }
        if (qualifiers == NONE) {
            qualifiers = new TreeMap<>();
        }
        if (qualifiers.put(lower, value) != null) {
            throw malformed("qualifiers", "the key " + Excerpt.quoted(lower) + " stands twice");
        }
    }

    /** The package URL of these parts. */
    PackageUrl normalise() {
        type = lowerAscii(type);
        PackageUrlType rules = PackageUrlType.of(type);
        if (rules == null && !isType(type)) {
            throw malformed(
                    "type", Excerpt.quoted(type) + " is not a letter followed by letters, digits, dots or dashes");
        }
        namespace = segments(namespace, segment -> !segment.isEmpty());
        version = emptyToNull(version);
        subpath = segments(subpath, PackageUrlParts::isNoDotSegment);
        name = trimSlashes(name);
        if (rules != null) {
            rules.apply(this);
        }
        if (name.isEmpty()) {
            throw malformed("name", "there is none");
        }
        if (mayHaveSurrogates) {
            requireText("namespace", namespace);
            requireText("name", name);
            requireText("version", version);
            requireText("subpath", subpath);
            qualifiers.forEach(this::requireText);
        }
        return new PackageUrl(this);
    }

    MalformedDataException malformed(String place, String problem) {
        String quoted = source.isEmpty() ? type + "/" + Objects.requireNonNullElse(namespace, "") + "/" + name : source;
        return new MalformedDataException("package URL " + Excerpt.quoted(quoted), place, problem);
    }

    /** What has no UTF-8 cannot be written. */
    private void requireText(String place, @Nullable String text) {
        if (text != null && PercentCode.hasUnpairedSurrogate(text)) {
            throw malformed(place, "unpaired surrogate");
        }
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String trimSlashes(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '/') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '/') {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isNoDotSegment(String segment) {
        return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
    }

    private static @Nullable String segments(@Nullable String path, Predicate<String> isKept) {
        if (path == null || path.isEmpty()) {
            return null;
        }
        if (path.indexOf('/') < 0) {
            return isKept.test(path) ? path : null;
        }
        StringBuilder kept = new StringBuilder(path.length());
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            if (isKept.test(segment)) {
                kept.append(kept.isEmpty() ? "" : "/").append(segment);
            }
            start = end + 1;
        }
        // Most have nothing to leave out.
        return kept.length() == path.length() ? path : emptyToNull(kept.toString());
    }

    private static String lowerAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    private static boolean isType(String lower) {
        return isLetterThen(lower, ".-");
    }

    private static boolean isKey(String lower) {
        return isLetterThen(lower, ".-_");
    }

    private static boolean isLetterThen(String lower, String punctuation) {
        if (lower.isEmpty() || lower.charAt(0) < 'a' || lower.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || punctuation.indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
