package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PackageCoordinates;
import java.util.List;
import java.util.Optional;

/** What a request to the Governor is about; one record per operation. */
sealed interface GovernorPath {
    /** The one problem whose type the documentation tells. */
    Json BAD_REQUEST = Json.parse("""
            {"type": "urn:gradle:develocity:provenance-governor:problems:bad-request"}""");

    /** The package in the path. */
    PackageCoordinates coordinates();

    /** {@code POST …/attestations}. */
    record Publish(PackageCoordinates coordinates) implements GovernorPath {}

    /** {@code POST …/policy-scans/{scan}}. */
    record Evaluate(PackageCoordinates coordinates, String scan) implements GovernorPath {}

    /** {@code GET …/{digestType}:{digest}/attestations/{instance}/{id}}. */
    record Fetch(PackageCoordinates coordinates, String digest, String instance, String id) implements GovernorPath {}

    /**
     * The operation at this path; absent when there is none.
     *
     * @throws Refusal when the package cannot be one
     */
    static Optional<GovernorPath> parse(String method, List<String> path) {
        int size = path.size();
        if (!path.get(0).equals("packages")) {
            return Optional.empty();
        }
        if (method.equals("POST") && size >= 5 && path.get(size - 1).equals("attestations")) {
            return Optional.of(new Publish(coordinates(path.subList(1, size - 1))));
        }
        if (method.equals("POST") && size >= 6 && path.get(size - 2).equals("policy-scans")) {
            return Optional.of(new Evaluate(coordinates(path.subList(1, size - 2)), path.get(size - 1)));
        }
        if (method.equals("GET") && size >= 8 && path.get(size - 3).equals("attestations")) {
            return Optional.of(new Fetch(
                    coordinates(path.subList(1, size - 4)),
                    path.get(size - 4),
                    path.get(size - 2),
                    path.get(size - 1)));
        }
        return Optional.empty();
    }

    /** Type, the namespace's parts, name and version. */
    private static PackageCoordinates coordinates(List<String> parts) {
        int size = parts.size();
        String namespace = String.join("/", parts.subList(1, size - 2));
        if (parts.get(0).equals("maven") && namespace.isEmpty()) {
            throw Refusal.invalid("namespace is required for maven packages").with(BAD_REQUEST);
        }
        try {
            return new PackageCoordinates(
                    parts.get(0),
                    namespace.isEmpty() ? Optional.empty() : Optional.of(namespace),
                    parts.get(size - 2),
                    parts.get(size - 1));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("Invalid request content. " + e.getMessage());
        }
    }
}
