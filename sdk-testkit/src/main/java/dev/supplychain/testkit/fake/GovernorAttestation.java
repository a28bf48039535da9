package dev.supplychain.testkit.fake;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.governor.PackageCoordinates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An attestation in the fake Governor's store, which is an Artifactory.
 *
 * @param coordinates the package
 * @param digest the package's digest
 * @param repositoryUrl where the package is, with or without scheme
 * @param predicateType what is attested
 * @param sourcedFromUri the Build Scan
 * @param envelope what was signed
 * @param createdAt when
 * @param number tells attestations of the same package and predicate apart
 */
record GovernorAttestation(
        PackageCoordinates coordinates,
        Digest digest,
        String repositoryUrl,
        String predicateType,
        String sourcedFromUri,
        Envelope envelope,
        Instant createdAt,
        String number) {
    /** The name of the one store, as it stands in paths. */
    static final String INSTANCE = "af:main";

    private static final String STORE_URI = "https://artifactory.example.com";

    GovernorAttestation withEnvelope(Envelope other) {
        return new GovernorAttestation(
                coordinates, digest, repositoryUrl, predicateType, sourcedFromUri, other, createdAt, number);
    }

    /** What a fetch and the results of a scan name it by. */
    String uri() {
        return coordinates.path() + "/" + digest + "/attestations/" + INSTANCE + "/" + id();
    }

    /** Base64 of the path in the store, often with padding: clients must not look into it. */
    String id() {
        return Base64.getEncoder().encodeToString(storePath().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The purl that a statement names the package by. That of an OCI image has the digest for a version and the version
     * as its tag, as the Governor writes it.
     */
    static String purl(PackageCoordinates coordinates, Digest digest, String repositoryUrl) {
        String base = "pkg:" + coordinates.type() + "/";
        if (coordinates.type().equals("oci")) {
            String repository = withoutScheme(repositoryUrl)
                    + coordinates.namespace().map(namespace -> "/" + namespace).orElse("");
            return base + encode(coordinates.name()) + "@" + digest.hex() + "?repository_url=" + encode(repository)
                    + "&tag=" + encode(coordinates.version());
        }
        String path = coordinates
                .path()
                .substring("/packages/".length() + coordinates.type().length() + 1);
        int version = path.lastIndexOf('/');
        return base + path.substring(0, version) + "@" + path.substring(version + 1);
    }

    /** How a publish request answers about it. */
    Json toJson() {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("storeType", Json.of("artifactory"));
        json.put("storeUri", Json.of(STORE_URI));
        json.put("storeRequest", storeRequest());
        json.put("storeResponse", storeResponse());
        return Json.object(json);
    }

    private Json storeRequest() {
        Map<String, Json> request = new LinkedHashMap<>();
        request.put("uri", Json.of(STORE_URI + "/evidence/api/v1/subject/" + repository() + "/" + packagePath()));
        request.put("body", Json.parse(envelope.toJson()));
        return Json.object(request);
    }

    private Json storeResponse() {
        Map<String, Json> response = new LinkedHashMap<>();
        response.put("name", Json.of(fileName()));
        response.put("sha256", Json.of(Digest.sha256(envelope.toJson()).hex()));
        response.put("path", Json.of(packagePath()));
        response.put("predicate_category", Json.of("Custom"));
        response.put("created_at", Json.of(createdAt.toString()));
        response.put("predicate_slug", Json.of(slug()));
        response.put("uri", Json.of(storePath()));
        response.put("predicate_type", Json.of(predicateType));
        response.put("created_by", Json.of("governor"));
        response.put("repository", Json.of(repository()));
        response.put("verified", Json.of(true));
        return Json.object(response);
    }

    private String storePath() {
        String place =
                Digest.sha256(packagePath().getBytes(StandardCharsets.UTF_8)).hex();
        return repository() + "/.evidence/" + place + "/" + digest.hex() + "/" + fileName();
    }

    private String packagePath() {
        return coordinates.namespace().map(namespace -> namespace + "/").orElse("") + coordinates.name() + "/"
                + coordinates.version() + "/manifest.json";
    }

    private String fileName() {
        return slug() + "-" + createdAt.toEpochMilli() + "-" + number + ".json";
    }

    /** Such as {@code gradle-build-tool}. */
    private String slug() {
        String[] segments = predicateType.split("/", -1);
        return "gradle-" + segments[segments.length - 2];
    }

    private String repository() {
        String url = withoutScheme(repositoryUrl);
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String withoutScheme(String url) {
        int scheme = url.indexOf("://");
        return scheme < 0 ? url : url.substring(scheme + "://".length());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
