package dev.supplychain.model.governor;

import dev.supplychain.model.internal.Excerpt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The package that a request is about.
 *
 * <p>Only what can travel in a URL path without being taken for something else is accepted: the server refuses an encoded
 * slash, percent sign or semicolon, and dot segments would name another package. A namespace of several parts, such as
 * that of an OCI repository, has slashes between them.
 *
 * <pre>{@code
 * PackageCoordinates.maven("com.example", "my-app", "1.0.0").path(); // /packages/maven/com.example/my-app/1.0.0
 * }</pre>
 *
 * @param type the package type, such as {@code maven} or {@code oci}
 * @param namespace the group, scope or organisation; a Maven package has one
 * @param name the name in the namespace
 * @param version the version or tag
 */
public record PackageCoordinates(String type, Optional<String> namespace, String name, String version) {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9.+-]*");
    private static final Pattern SLASH = Pattern.compile("/");
    private static final String REFUSED_ASCII = "/\\%;";
    private static final String RAW_PUNCTUATION = "-._~@:";

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException when one is empty, {@code .} or {@code ..}, or has a slash, backslash, percent
     *     sign, semicolon, control or formatting character, or when a Maven package has no namespace
     */
    public PackageCoordinates {
        if (!TYPE.matcher(type).matches()) {
            throw refused("type", type, "is not a letter followed by letters, digits, dots, pluses or dashes");
        }
        if (namespace.isEmpty() && type.toLowerCase(Locale.ROOT).equals("maven")) {
            throw new IllegalArgumentException(
                    "the Maven package " + Excerpt.quoted(name) + " needs a namespace, its group id");
        }
        for (String part : parts(namespace)) {
            requireSegment("namespace", part);
        }
        requireSegment("name", name);
        requireSegment("version", version);
    }

    /**
     * A Maven artifact.
     *
     * @throws IllegalArgumentException when a part cannot stand in a path; see the constructor
     */
    public static PackageCoordinates maven(String groupId, String artifactId, String version) {
        return new PackageCoordinates("maven", Optional.of(groupId), artifactId, version);
    }

    /**
     * A container image without namespace.
     *
     * @throws IllegalArgumentException when a part cannot stand in a path; see the constructor
     */
    public static PackageCoordinates oci(String name, String version) {
        return new PackageCoordinates("oci", Optional.empty(), name, version);
    }

    /**
     * {@code /packages/{type}/{namespace}/{name}/{version}}, each segment percent-encoded, to be appended to the server's
     * base URL; without namespace there is no segment for it.
     */
    public String path() {
        StringBuilder path = new StringBuilder("/packages/").append(type);
        for (String part : parts(namespace)) {
            append(path, part);
        }
        append(path, name);
        append(path, version);
        return path.toString();
    }

    private static List<String> parts(Optional<String> namespace) {
        return namespace.map(text -> List.of(SLASH.split(text, -1))).orElse(List.of());
    }

    private static void requireSegment(String part, String text) {
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw refused(part, text, "is empty or a dot segment");
        }
        text.codePoints().filter(c -> !isAllowed(c)).findFirst().ifPresent(c -> {
            throw refused(part, text, String.format(Locale.ROOT, "has the character U+%04X", c));
        });
    }

    private static boolean isAllowed(int codePoint) {
        return codePoint < 0x7F
                ? codePoint >= ' ' && REFUSED_ASCII.indexOf(codePoint) < 0
                : Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static IllegalArgumentException refused(String part, String text, String problem) {
        return new IllegalArgumentException(
                "package " + part + " " + Excerpt.quoted(text) + " " + problem + ": it cannot stand in a request path");
    }

    private static void append(StringBuilder path, String segment) {
        path.append('/');
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || RAW_PUNCTUATION.indexOf(c) >= 0)) {
                path.append(c);
            } else {
                path.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
    }
}
