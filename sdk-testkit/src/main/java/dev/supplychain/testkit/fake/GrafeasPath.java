package dev.supplychain.testkit.fake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a note or occurrence, or of all of a project or location.
 *
 * @param parent {@code projects/P} or {@code projects/P/locations/L}
 * @param collection {@code notes} or {@code occurrences}
 * @param id the last segment; empty when the collection is meant
 */
record GrafeasPath(String parent, String collection, String id) {
    private static final Pattern NAME = Pattern.compile(
            "(?<parent>projects/[^/]+(/locations/[^/]+)?)/(?<collection>notes|occurrences)(/(?<id>[^/:]+))?");

    /** The path of a request; absent when the API has none such. */
    static Optional<GrafeasPath> parse(List<String> segments) {
        if (!segments.get(0).equals("v1") || segments.stream().anyMatch(s -> s.contains("/"))) {
            return Optional.empty();
        }
        var matcher = NAME.matcher(String.join("/", segments.subList(1, segments.size())));
        return matcher.matches()
                ? Optional.of(new GrafeasPath(
                        matcher.group("parent"),
                        matcher.group("collection"),
                        Optional.ofNullable(matcher.group("id")).orElse("")))
                : Optional.empty();
    }

    static boolean isNoteName(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches() && matcher.group("collection").equals("notes") && matcher.group("id") != null;
    }

    boolean isCollection() {
        return id.isEmpty();
    }

    boolean isNotes() {
        return collection.equals("notes");
    }

    /** The name of the resource, as in its field {@code name}. */
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
