package dev.supplychain.testkit.fake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a request below the version, taken apart.
 *
 * @param parent {@code projects/P} or {@code projects/P/locations/L}
 * @param collection {@code notes}, {@code occurrences} or {@code resources}
 * @param id the note's or occurrence's id, or the URL of a resource; empty when the collection is meant
 * @param below the collection below a note or occurrence; empty for none
 * @param verb what stands behind a colon; empty for none
 */
record GrafeasPath(String parent, String collection, String id, String below, String verb) {
    private static final String PARENT = "(?<parent>projects/[^/]+(/locations/[^/]+)?)/";
    private static final Pattern COLLECTION =
            Pattern.compile(PARENT + "(?<collection>notes|occurrences)(:(?<verb>batchCreate|vulnerabilitySummary))?");
    private static final Pattern RESOURCE = Pattern.compile(PARENT + "(?<collection>notes|occurrences)/(?<id>[^/]+?)"
            + "(/(?<below>notes|occurrences)|:(?<verb>getIamPolicy|setIamPolicy|testIamPermissions))?");
    private static final Pattern URL =
            Pattern.compile(PARENT + "(?<collection>resources)/(?<id>.+):(?<verb>exportSBOM|generatePackagesSummary)");

    /**
     * The path in these decoded segments; absent when the API has none such.
     *
     * @param segments what follows the version
     */
    static Optional<GrafeasPath> parse(List<String> segments) {
        String path = String.join("/", segments);
        return match(URL, path)
                .or(() -> segments.stream().anyMatch(segment -> segment.contains("/"))
                        ? Optional.empty()
                        : match(COLLECTION, path).or(() -> match(RESOURCE, path)));
    }

    private static Optional<GrafeasPath> match(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches()
                ? Optional.of(new GrafeasPath(
                        matcher.group("parent"),
                        matcher.group("collection"),
                        pattern == COLLECTION ? "" : matcher.group("id"),
                        pattern == RESOURCE ? orEmpty(matcher.group("below")) : "",
                        orEmpty(matcher.group("verb"))))
                : Optional.empty();
    }

    private static String orEmpty(String group) {
        return Optional.ofNullable(group).orElse("");
    }

    static boolean isNoteName(String name) {
        return match(RESOURCE, name)
                .filter(path ->
                        path.isNotes() && path.below().isEmpty() && path.verb().isEmpty())
                .isPresent();
    }

    boolean isNotes() {
        return collection.equals("notes");
    }

    /** Whether a location is named. */
    boolean isOfLocation() {
        return parent.contains("/locations/");
    }

    /** Which method is meant, beside the verb of HTTP: such as {@code notes}, {@code notes/*:getIamPolicy}. */
    String shape() {
        return collection
                + (id.isEmpty() ? "" : "/*")
                + (below.isEmpty() ? "" : "/" + below)
                + (verb.isEmpty() ? "" : ":" + verb);
    }

    /** The name of the resource, as in its field {@code name}; of a collection the name without an id. */
    String name() {
        return parent + "/" + collection + (id.isEmpty() ? "" : "/" + id);
    }

    /** The name of one resource of this collection. */
    String child(String childId) {
        return name() + "/" + childId;
    }

    boolean isParentOf(String childName) {
        return childName.startsWith(name() + "/");
    }
}
