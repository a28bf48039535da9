package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Google's Container Analysis or an open-source Grafeas server, which keeps notes and occurrences in memory.
 *
 * <p>{@link #start} is Google's: every method of versions 1 and 1beta1 on notes and occurrences, of projects and of their
 * locations, and on resources. What is stored by one version is not seen by the other. It refuses occurrences of missing
 * notes, details that do not fit the note's kind, the same attestation twice, members the contract does not have, pages and
 * batches of more than 1,000, masks of unknown fields, changes of fields that cannot be changed, policies with an old {@code
 * etag}; a batch is stored whole or not at all. It assigns {@code name}, {@code kind}, {@code createTime} and {@code
 * updateTime}. A list of occurrences takes the filters {@code kind}, {@code resourceUrl}, {@code noteName}, {@code
 * noteProjectId} and {@code noteId} with {@code =}, {@code has_prefix(resourceUrl, "…")} and {@code has_suffix(resourceUrl,
 * "…")}, a list of notes {@code kind}, {@code createTime} and {@code updateTime}, joined with {@code AND} and {@code OR}; all
 * others get a bare 400.
 *
 * <p>{@link #startOpenSource} serves version 1beta1 with projects that have to be made first. It ignores filters and masks,
 * believes in notes that are not there, stores the kind that it is sent, and leaves out of a batch's answer what it could not
 * store.
 *
 * <pre>{@code
 * try (FakeGrafeas grafeas = FakeGrafeas.start()) {
 *     GrafeasClient client = GrafeasClient.create(ClientOptions.of(grafeas.url()));
 *     …
 * }
 * }</pre>
 *
 * @see <a href="https://cloud.google.com/artifact-analysis/docs/reference/rest">Container Analysis API</a>
 */
public final class FakeGrafeas extends FakeServer {
    private final GrafeasService v1;
    private final GrafeasService v1beta1;
    private final @Nullable OpenSourceGrafeas openSource;
    private final Set<String> unreachable = new TreeSet<>();

    private FakeGrafeas(boolean isOpenSource) {
        this.v1 = new GrafeasService(this, GrafeasVersion.V1);
        this.v1beta1 = new GrafeasService(this, GrafeasVersion.V1BETA1);
        this.openSource = isOpenSource ? new OpenSourceGrafeas(this) : null;
    }

    /**
     * Starts an empty one of Google's.
     *
     * @throws UncheckedIOException when no port is free
     */
    public static FakeGrafeas start() {
        return listening(new FakeGrafeas(false));
    }

    /**
     * Starts an empty open-source server.
     *
     * @throws UncheckedIOException when no port is free
     */
    public static FakeGrafeas startOpenSource() {
        return listening(new FakeGrafeas(true));
    }

    private static FakeGrafeas listening(FakeGrafeas fake) {
        fake.listen();
        return fake;
    }

    /**
     * Changes what is stored, as a store that cannot be trusted would; the next GET and list show it.
     *
     * @param name the name of a note or occurrence, such as {@code projects/p/occurrences/…}
     * @throws IllegalArgumentException when there is none of that name
     */
    public void tamper(String name, UnaryOperator<Json> change) {
        locked(() -> {
            if (stores().noneMatch(store -> store.tamper(name, change))) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return name;
        });
    }

    private Stream<GrafeasStore> stores() {
        return openSource == null ? Stream.of(v1.store(), v1beta1.store()) : Stream.of(openSource.store());
    }

    /**
     * Makes Google's locations fail, such as {@code europe-west1}: from now on the lists and summaries of whole projects
     * name them when the caller allows a partial success, and get 503 otherwise.
     */
    public void unreachable(String... locations) {
        locked(() -> unreachable.addAll(Arrays.asList(locations)));
    }

    /** The answer, with the locations that are missing from it. */
    Json withUnreachable(GrafeasPath path, FakeRequest request, Json answer) {
        if (unreachable.isEmpty() || path.isOfLocation()) {
            return answer;
        }
        if (!request.query("returnPartialSuccess").equals(Optional.of("true"))) {
            throw Refusal.of(RpcCode.UNAVAILABLE, "Some locations could not be reached: " + unreachable);
        }
        List<Json> names = unreachable.stream()
                .map(location -> Json.of(path.parent() + "/locations/" + location))
                .toList();
        return GrafeasJson.with(answer, List.of("unreachable"), Optional.of(Json.array(names)));
    }

    @Override
    FakeAnswer handle(FakeRequest request) {
        List<String> segments = request.segments();
        List<String> path = segments.subList(1, segments.size());
        return (openSource == null
                        ? google(segments.get(0), path, request)
                        : openSource(segments.get(0), path, request))
                .map(body -> FakeAnswer.json(200, body))
                .orElseGet(() -> noSuchPage(request));
    }

    private Optional<Json> google(String version, List<String> path, FakeRequest request) {
        return Stream.of(v1, v1beta1)
                .filter(service -> service.version().segment().equals(version))
                .findFirst()
                .flatMap(service -> GrafeasPath.parse(path).flatMap(parsed -> service.handle(parsed, request)));
    }

    private Optional<Json> openSource(String version, List<String> path, FakeRequest request) {
        return Optional.ofNullable(openSource)
                .filter(server -> version.equals(GrafeasVersion.V1BETA1.segment()))
                .flatMap(server -> server.handle(path, request));
    }

    /** Google's front end answers unknown paths before the service sees them. */
    private FakeAnswer noSuchPage(FakeRequest request) {
        if (openSource != null) {
            return refusal(Refusal.notFound("Not Found"), request);
        }
        return FakeAnswer.text(
                404,
                "text/html; charset=UTF-8",
                "<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p>The requested URL <code>"
                        + request.path() + "</code> was not found on this server.");
    }

    @Override
    Refusal malformed(MalformedDataException problem) {
        return Refusal.invalid("Invalid JSON payload received. " + problem.getMessage());
    }

    @Override
    Refusal unauthorized() {
        return Refusal.of(
                RpcCode.UNAUTHENTICATED,
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other "
                        + "valid authentication credential.");
    }

    @Override
    FakeAnswer refusal(Refusal refusal, FakeRequest request) {
        int status = refusal.code().httpStatus();
        return FakeAnswer.json(status, openSource == null ? googleError(refusal) : gatewayError(refusal));
    }

    private static Json googleError(Refusal refusal) {
        Map<String, Json> error = new LinkedHashMap<>();
        error.put("code", Json.of(refusal.code().httpStatus()));
        error.put("message", Json.of(refusal.reason()));
        error.put("status", Json.of(refusal.code().name()));
        if (!refusal.details().isEmpty()) {
            error.put("details", Json.array(refusal.details()));
        }
        return Json.object(Map.of("error", Json.object(error)));
    }

    private static Json gatewayError(Refusal refusal) {
        Map<String, Json> error = new LinkedHashMap<>();
        error.put("code", Json.of(refusal.code().number()));
        error.put("message", Json.of(refusal.reason()));
        error.put("details", Json.array(List.of()));
        return Json.object(error);
    }
}
