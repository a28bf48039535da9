package dev.supplychain.policy.kinds;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.PackageUrl;
import dev.supplychain.model.internal.Excerpt;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A package, or many: {@code pkg:type/namespace/name@version} with {@code *} for any characters in namespace, name and
 * version. No version stands for any. Case does not matter; qualifiers and subpaths of packages are passed over.
 *
 * <pre>{@code
 * pkg:maven/org.example/lib             any version
 * pkg:maven/org.example/lib@1.0.*
 * pkg:maven/org.example/*               all of a namespace
 * pkg:npm/@scope/*                      the sign of a scope need not be encoded
 * }</pre>
 *
 * <p>A pattern without a namespace fits packages without one: {@code pkg:npm/*} fits {@code pkg:npm/react} but not {@code
 * pkg:npm/%40angular/core}.
 *
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-package-url/">PackageUrl</a>
 */
public final class PurlPattern {
    private static final int MAX_CHARS = 1000;
    /** What no package, namespace or version has, so that nobody could mean it. */
    private static final String NEVER = " \t\"<>\\^`{|}?#";
    /** Types whose packages always have a namespace: a pattern without one would fit none of them. */
    private static final Set<String> WITH_NAMESPACE = Set.of("maven", "github", "bitbucket", "composer", "swift");

    private final String text;
    private final String type;
    private final @Nullable WildcardPattern namespace;
    private final WildcardPattern name;
    private final @Nullable WildcardPattern version;

    private PurlPattern(
            String text,
            String type,
            @Nullable WildcardPattern namespace,
            WildcardPattern name,
            @Nullable WildcardPattern version) {
        this.text = text;
        this.type = type;
        this.namespace = namespace;
        this.name = name;
        this.version = version;
    }

    /**
     * The pattern of this text.
     *
     * @throws MalformedDataException when it is not one; the message says which part
     */
    public static PurlPattern parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw malformed(text, "has more than " + MAX_CHARS + " characters");
        }
        if (!text.regionMatches(true, 0, "pkg:", 0, 4)) {
            throw malformed(text, "does not begin with pkg:");
        }
        for (int i = 0; i < text.length(); i++) {
            if (NEVER.indexOf(text.charAt(i)) >= 0 || text.charAt(i) < ' ') {
                String hint = text.charAt(i) == '?' || text.charAt(i) == '#'
                        ? ": qualifiers and subpaths are not compared"
                        : "";
                throw malformed(text, "has " + Excerpt.quoted(text.substring(i, i + 1)) + hint);
            }
        }
        Purl parts = new Purl();
        if (!parts.split(text)) {
            throw malformed(text, "is not pkg:type/name or pkg:type/namespace/name");
        }
        String type = parts.type().toLowerCase(Locale.ROOT);
        if (type.indexOf('*') >= 0) {
            throw malformed(text, "has a wildcard in its type");
        }
        if (parts.hasVersion() && parts.version().isEmpty()) {
            throw malformed(text, "has no version behind @: leave the @ out for any version");
        }
        if (!parts.hasNamespace() && WITH_NAMESPACE.contains(type)) {
            throw malformed(
                    text,
                    "has no namespace, which all packages of its type have: write pkg:" + type + "/*/" + parts.name());
        }
        return new PurlPattern(
                text,
                type,
                parts.hasNamespace() ? wildcard(text, type, parts.namespace(), false) : null,
                wildcard(text, type, parts.name(), true),
                parts.hasVersion() ? wildcard(text, type, parts.version(), true) : null);
    }

    private static WildcardPattern wildcard(String text, String type, String part, boolean single) {
        if (part.contains("//") || part.startsWith("/") || part.endsWith("/")) {
            throw malformed(text, "has an empty segment");
        }
        String decoded = part;
        if (part.indexOf('%') >= 0) {
            try {
                decoded = Purl.masked(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8), single);
            } catch (IllegalArgumentException e) {
                throw malformed(text, "has a % without two hex digits behind it");
            }
        }
        return WildcardPattern.parse(Purl.FOLDING_TYPES.contains(type) ? decoded.replace('_', '-') : decoded);
    }

    private static MalformedDataException malformed(String text, String problem) {
        return new MalformedDataException("package URL pattern", "", Excerpt.quoted(text) + " " + problem);
    }

    /**
     * Whether a package fits.
     *
     * @param whenAbsent what to say of a package without a version when the pattern asks for one
     * @throws MalformedDataException when it is not a package URL
     */
    public boolean fits(String purl, boolean whenAbsent) {
        return fits(Purl.of(purl), whenAbsent);
    }

    /** {@link #fits(String, boolean)} of a package that was cut before. */
    boolean fits(Purl purl, boolean whenAbsent) {
        return purl.isOfType(type)
                && purl.nameFits(name)
                && (namespace == null ? !purl.hasNamespace() : purl.hasNamespace() && purl.namespaceFits(namespace))
                && versionFits(purl, whenAbsent);
    }

    private boolean versionFits(Purl purl, boolean whenAbsent) {
        if (version == null) {
            return true;
        }
        return purl.hasVersion() ? purl.versionFits(version) : whenAbsent || version.fits("");
    }

    /** The pattern as written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PurlPattern that && text.equals(that.text);
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

    /**
     * Where the parts of a package URL stand in its text. Nothing is copied until a part is asked for; one object serves
     * for all packages of an attestation.
     */
    static final class Purl {
        /** Types whose names are the same with {@code _} and {@code -}. */
        static final Set<String> FOLDING_TYPES = Set.of("pypi");

        private static final int MAX_CHARS = 4096;

        private String text = "";
        private int typeStart;
        private int typeEnd;
        private int namespaceEnd;
        private int nameStart;
        private int nameEnd;
        private int versionEnd;

        static Purl of(String purl) {
            Purl parts = new Purl();
            parts.set(purl);
            return parts;
        }

        /**
         * Cuts another one.
         *
         * @throws MalformedDataException when it is not a package URL
         */
        void set(String purl) {
            if (purl.length() > MAX_CHARS) {
                throw malformed(purl, "has more than " + MAX_CHARS + " characters");
            }
            if (!purl.regionMatches(true, 0, "pkg:", 0, 4)) {
                throw malformed(purl, "does not begin with pkg:");
            }
            if (!scan(purl)) {
                // What needs to be decoded or folded takes the way of the specification.
                String plain = purl.indexOf('%') >= 0 || purl.contains("//") || folds(purl) ? canonical(purl) : purl;
                if (!split(plain)) {
                    throw malformed(purl, "is not a package URL");
                }
            }
        }

        /** Finds the parts of a plain package URL in one pass; false when a closer look is needed. */
        private boolean scan(String purl) {
            text = purl;
            typeStart = 4;
            typeEnd = purl.indexOf('/', typeStart);
            if (typeEnd <= typeStart || !purl.startsWith("pkg:") || folds(purl)) {
                return false;
            }
            int slash = typeEnd;
            int at = -1;
            int i = typeEnd + 1;
            for (; i < purl.length(); i++) {
                char c = purl.charAt(i);
                // Most are, and mean nothing here.
                if (c > '@' || (c >= '0' && c <= '9') || c == '.' || c == '-') {
                    continue;
                }
                if (c == '?' || c == '#') {
                    break;
                }
                if (c == '%' || (c == '/' && (at >= 0 || slash == i - 1)) || (c == '@' && at >= 0)) {
                    return false;
                }
                if (c == '/') {
                    slash = i;
                } else if (c == '@') {
                    at = i;
                }
            }
            versionEnd = i;
            nameEnd = at < 0 ? i : at;
            nameStart = slash + 1;
            namespaceEnd = slash;
            return nameStart < nameEnd;
        }

        private static boolean folds(String purl) {
            // Most packages are of a type that is known not to.
            if (purl.startsWith("maven/", 4) || purl.startsWith("npm/", 4)) {
                return false;
            }
            for (String type : FOLDING_TYPES) {
                if (purl.regionMatches(true, 4, type, 0, type.length())) {
                    return true;
                }
            }
            return false;
        }

        /** The package with its parts decoded: a text to compare, not a package URL. */
        private static String canonical(String purl) {
            PackageUrl parsed = PackageUrl.parse(purl);
            return "pkg:" + parsed.type()
                    + parsed.namespace()
                            .map(space -> "/" + masked(space, false))
                            .orElse("")
                    + "/" + masked(parsed.name(), true)
                    + parsed.version()
                            .map(version -> "@" + masked(version, true))
                            .orElse("");
        }

        /** A decoded part with other signs for those that would end it. */
        static String masked(String decoded, boolean single) {
            String masked = decoded.replace('?', '\u001C').replace('#', '\u001D');
            return single ? masked.replace('/', '\u001E').replace('@', '\u001F') : masked;
        }

        /** Finds the parts; false when there is no type or no name. */
        boolean split(String purl) {
            text = purl;
            if (!purl.regionMatches(true, 0, "pkg:", 0, 4)) {
                return false;
            }
            typeStart = 4;
            while (typeStart < purl.length() && purl.charAt(typeStart) == '/') {
                typeStart++;
            }
            versionEnd = end(purl);
            typeEnd = purl.indexOf('/', typeStart);
            if (typeEnd <= typeStart || typeEnd >= versionEnd) {
                return false;
            }
            int at = versionSign();
            nameEnd = at < 0 ? versionEnd : at;
            int slash = purl.lastIndexOf('/', nameEnd - 1);
            nameStart = slash + 1;
            namespaceEnd = slash;
            return nameStart < nameEnd && slash >= typeEnd;
        }

        private static int end(String purl) {
            int hash = purl.indexOf('#');
            int end = hash < 0 ? purl.length() : hash;
            int question = purl.indexOf('?');
            return question >= 0 && question < end ? question : end;
        }

        /** The sign before the version; one that begins a segment before another is that of a scope. */
        private int versionSign() {
            int at = text.lastIndexOf('@', versionEnd - 1);
            if (at <= typeEnd) {
                return -1;
            }
            int next = text.indexOf('/', at);
            return text.charAt(at - 1) == '/' && next >= 0 && next < versionEnd ? -1 : at;
        }

        boolean isOfType(String type) {
            return typeEnd - typeStart == type.length()
                    && (text.startsWith(type, typeStart)
                            || text.regionMatches(true, typeStart, type, 0, type.length()));
        }

        boolean nameFits(WildcardPattern pattern) {
            return pattern.fitsIgnoringCase(text, nameStart, nameEnd);
        }

        boolean namespaceFits(WildcardPattern pattern) {
            return pattern.fitsIgnoringCase(text, typeEnd + 1, namespaceEnd);
        }

        boolean versionFits(WildcardPattern pattern) {
            return pattern.fitsIgnoringCase(text, nameEnd + 1, versionEnd);
        }

        boolean hasNamespace() {
            return namespaceEnd > typeEnd;
        }

        boolean hasVersion() {
            return nameEnd < versionEnd;
        }

        String type() {
            return text.substring(typeStart, typeEnd);
        }

        String namespace() {
            return text.substring(typeEnd + 1, namespaceEnd);
        }

        String name() {
            return text.substring(nameStart, nameEnd);
        }

        String version() {
            return text.substring(nameEnd + 1, versionEnd);
        }
    }
}
