package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What Google's service counts: vulnerabilities by resource and severity, packages by licence. */
final class GrafeasReports {
    private final GrafeasVersion version;
    private final GrafeasStore store;

    GrafeasReports(GrafeasVersion version, GrafeasStore store) {
        this.version = version;
        this.store = store;
    }

    private record Key(String resource, String severity) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return (resource + " " + severity).compareTo(other.resource + " " + other.severity);
        }
    }

    private record Count(long fixable, long total) {
        Count plus(Count other) {
            return new Count(fixable + other.fixable, total + other.total);
        }
    }

    /** The counts of those occurrences of a project that pass; no member where there are none. */
    Map<String, Json> vulnerabilities(GrafeasPath path, Predicate<Json> filter) {
        Map<Key, Count> counts = new TreeMap<>();
        occurrences(path, "VULNERABILITY").filter(filter).forEach(occurrence -> {
            Json vulnerability = occurrence.get("vulnerability").orElseThrow();
            Key key = new Key(version.resourceUriOf(occurrence), severity(vulnerability));
            counts.merge(key, new Count(isFixable(vulnerability) ? 1 : 0, 1), Count::plus);
        });
        Map<String, Json> answer = new LinkedHashMap<>();
        if (!counts.isEmpty()) {
            answer.put(
                    "counts",
                    Json.array(counts.entrySet().stream()
                            .map(entry -> count(entry.getKey(), entry.getValue()))
                            .toList()));
        }
        return answer;
    }

    private Json count(Key key, Count count) {
        Json numbers = Json.object(Map.of(
                "severity", Json.of(key.severity()),
                "fixableCount", Json.of(Long.toString(count.fixable())),
                "totalCount", Json.of(Long.toString(count.total()))));
        return GrafeasJson.with(numbers, version.resourceUri(), Optional.of(Json.of(key.resource())));
    }

    private static String severity(Json vulnerability) {
        return Stream.of("effectiveSeverity", "severity")
                .map(name -> GrafeasJson.text(vulnerability, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("SEVERITY_UNSPECIFIED");
    }

    private static boolean isFixable(Json vulnerability) {
        return GrafeasJson.elements(vulnerability, "packageIssue").stream()
                .anyMatch(issue -> issue.get("fixAvailable").equals(Optional.of(Json.of(true)))
                        || issue.get("fixedLocation").isPresent());
    }

    /** The licences of the packages that are installed in a resource. */
    Json packages(GrafeasPath path) {
        Map<String, Long> counts = new TreeMap<>();
        occurrences(path, "PACKAGE")
                .filter(occurrence -> version.resourceUriOf(occurrence).equals(path.id()))
                .forEach(occurrence -> counts.merge(license(occurrence), 1L, Long::sum));
        List<Json> licenses = counts.entrySet().stream()
                .map(entry -> Json.object(
                        Map.of("license", Json.of(entry.getKey()), "count", Json.of(Long.toString(entry.getValue())))))
                .toList();
        return Json.object(Map.of("resourceUrl", Json.of(path.id()), "licensesSummary", Json.array(licenses)));
    }

    private static String license(Json occurrence) {
        return GrafeasJson.textAt(occurrence, List.of("installation", "installation", "license", "expression"));
    }

    private Stream<Json> occurrences(GrafeasPath path, String kind) {
        String prefix = path.parent() + "/occurrences/";
        return store.occurrences().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .filter(occurrence -> GrafeasJson.text(occurrence, "kind").equals(kind));
    }
}
