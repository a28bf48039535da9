package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PackageCoordinates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a publish request.
 *
 * @param uri where the request was sent
 * @param coordinates the package
 * @param criteria what was asked for
 * @param made the attestations
 * @param unknownBuildScans ids that Develocity does not know
 */
record GovernorPublication(
        String uri,
        PackageCoordinates coordinates,
        GovernorCriteria criteria,
        List<GovernorAttestation> made,
        List<String> unknownBuildScans) {
    /** The body of a success, and the extensions of a problem. */
    Json toJson() {
        Map<String, Json> request = new LinkedHashMap<>();
        request.put("uri", Json.of(uri));
        request.put("pkg", pkg());
        request.put("criteria", criteria.toJson());
        Map<String, Json> publication = new LinkedHashMap<>();
        publication.put("request", Json.object(request));
        publication.put(
                "successes",
                Json.array(made.stream().map(GovernorAttestation::toJson).toList()));
        publication.put(
                "errors",
                Json.array(unknownBuildScans.stream()
                        .map(GovernorPublication::unknownBuildScan)
                        .toList()));
        return Json.object(publication);
    }

    private Json pkg() {
        Map<String, Json> pkg = new LinkedHashMap<>();
        pkg.put("type", Json.of(coordinates.type()));
        coordinates.namespace().ifPresent(namespace -> pkg.put("namespace", Json.of(namespace)));
        pkg.put("name", Json.of(coordinates.name()));
        pkg.put("version", Json.of(coordinates.version()));
        return Json.object(pkg);
    }

    /** What Develocity answered, as the Governor passes it on. */
    private static Json unknownBuildScan(String id) {
        Map<String, Json> error = new LinkedHashMap<>();
        error.put("status", Json.of(404));
        error.put("message", Json.of("404 Not Found from GET https://develocity.example.com/api/builds/" + id));
        error.put("headers", Json.object(Map.of("Content-Type", Json.strings(List.of("application/problem+json")))));
        error.put("body", Json.object(Map.of("title", Json.of("Not Found"), "status", Json.of(404))));
        return Json.object(error);
    }
}
