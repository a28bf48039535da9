package dev.supplychain.testkit.fake;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a publish or evaluate request, whether it came as JSON or as a form.
 *
 * @param digest the SHA-256 of the package
 * @param repositoryUrl where the package is
 * @param buildScanIds the Build Scans to attest; empty in an evaluate request
 * @param buildScanQueries searches for more Build Scans; empty in an evaluate request
 */
record GovernorCriteria(Digest digest, String repositoryUrl, List<String> buildScanIds, List<String> buildScanQueries) {
    private static final String BAD_CRITERIA = "Invalid request content. Bad criteria (sha256 or repositoryUrl).";

    /**
     * Reads them.
     *
     * @throws Refusal when the digest or the repository is missing, or the content type is none that is served
     */
    static GovernorCriteria parse(FakeRequest request) {
        String contentType = request.header("Content-Type").orElse("");
        String mediaType = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return switch (mediaType) {
            case "application/json" -> ofJson(request.json());
            case "application/x-www-form-urlencoded" -> ofForm(request.form());
            case "multipart/form-data" ->
                ofForm(parts(contentType, request.body().toByteArray()));
            default ->
                throw Refusal.of(
                        RpcCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type '" + contentType + "' is not supported.");
        };
    }

    private static GovernorCriteria ofJson(Json body) {
        Json buildScan = body.get("buildScan").orElse(Json.ofNull());
        return of(
                body.get("sha256").map(Json::string).orElse(""),
                body.get("repositoryUrl").map(Json::string).orElse(""),
                strings(buildScan, "ids"),
                strings(buildScan, "queries"));
    }

    private static GovernorCriteria ofForm(Map<String, List<String>> form) {
        return of(
                form.getOrDefault("sha256", List.of("")).get(0),
                form.getOrDefault("repositoryUrl", List.of("")).get(0),
                form.getOrDefault("buildScan.ids", List.of()),
                form.getOrDefault("buildScan.queries", List.of()));
    }

    /** The digest may come with its algorithm in front. */
    private static GovernorCriteria of(String sha256, String repositoryUrl, List<String> ids, List<String> queries) {
        if (repositoryUrl.isEmpty()) {
            throw Refusal.invalid(BAD_CRITERIA);
        }
        try {
            String hex = sha256.startsWith("sha256:") ? sha256.substring("sha256:".length()) : sha256;
            return new GovernorCriteria(Digest.ofSha256(hex), repositoryUrl, List.copyOf(ids), List.copyOf(queries));
        } catch (MalformedDataException e) {
            throw Refusal.invalid(BAD_CRITERIA);
        }
    }

    private static List<String> strings(Json object, String name) {
        return object.get(name).map(Json::elements).orElse(List.of()).stream()
                .map(Json::string)
                .toList();
    }

    private static Map<String, List<String>> parts(String contentType, byte[] body) {
        MediaType type = MediaType.parse(contentType);
        String boundary = type == null ? null : type.parameter("boundary");
        if (boundary == null) {
            throw Refusal.invalid("Invalid request content. The multipart boundary is missing.");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                String name = name(part.headers().get("Content-Disposition"));
                values.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(part.body().readUtf8());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static String name(@Nullable String disposition) {
        String text = disposition == null ? "" : disposition;
        int start = text.indexOf("name=\"") + "name=\"".length();
        int end = text.indexOf('"', start);
        if (start < "name=\"".length() || end < 0) {
            throw Refusal.invalid("Invalid request content. A part has no name.");
        }
        return text.substring(start, end);
    }

    /** The criteria as the service repeats them in its answers. */
    Json toJson() {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("sha256", Json.of(digest.hex()));
        json.put("repositoryUrl", Json.of(repositoryUrl));
        Map<String, Json> buildScan = new LinkedHashMap<>();
        buildScan.put("ids", Json.strings(buildScanIds));
        buildScan.put("queries", Json.strings(buildScanQueries));
        json.put("buildScan", Json.object(buildScan));
        return Json.object(json);
    }
}
