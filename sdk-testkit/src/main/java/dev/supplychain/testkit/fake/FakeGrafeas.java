package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A Container Analysis v1 that keeps notes and occurrences in memory.
 *
 * <p>Served are create, get and list of both, below {@code /v1/projects/…} and {@code /v1/projects/…/locations/…}. As
 * Google's, and unlike the open-source server, it refuses occurrences of missing notes, details that do not fit the
 * note's kind, the same attestation twice, and members the contract does not have; it assigns {@code name}, {@code
 * kind}, {@code createTime} and {@code updateTime}. A list takes the filters {@code kind}, {@code resourceUrl}, {@code
 * noteName}, {@code noteProjectId} and {@code noteId} with {@code =}, {@code has_prefix(resourceUrl, "…")} and {@code
 * has_suffix(resourceUrl, "…")}, joined with {@code AND}; all others get a bare 400.
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
    private static final int MAX_NOTE_ID_CHARS = 100;

    /** Google's words when it does not say what is wrong. */
    private static final String BARE_400 = "Request contains an invalid argument.";

    private static final Map<String, String> KINDS_BY_DETAILS = Map.ofEntries(
            Map.entry("vulnerability", "VULNERABILITY"),
            Map.entry("build", "BUILD"),
            Map.entry("image", "IMAGE"),
            Map.entry("package", "PACKAGE"),
            Map.entry("deployment", "DEPLOYMENT"),
            Map.entry("discovery", "DISCOVERY"),
            Map.entry("attestation", "ATTESTATION"),
            Map.entry("upgrade", "UPGRADE"),
            Map.entry("compliance", "COMPLIANCE"),
            Map.entry("dsseAttestation", "DSSE_ATTESTATION"),
            Map.entry("vulnerabilityAssessment", "VULNERABILITY_ASSESSMENT"),
            Map.entry("sbomReference", "SBOM_REFERENCE"),
            Map.entry("secret", "SECRET"),
            Map.entry("aiSkillAnalysis", "AI_SKILL_ANALYSIS"));

    private final WireSchema schema = WireSchema.load("grafeas-v1.json");
    private final Map<String, Json> notes = new LinkedHashMap<>();
    private final Map<String, Json> occurrences = new LinkedHashMap<>();

    private FakeGrafeas() {}

    /**
     * Starts an empty one.
     *
     * @throws UncheckedIOException when no port is free
     */
    public static FakeGrafeas start() {
        FakeGrafeas fake = new FakeGrafeas();
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
            Map<String, Json> store = notes.containsKey(name) ? notes : occurrences;
            Json now = store.computeIfPresent(name, (n, resource) -> change.apply(resource));
            if (now == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return now;
        });
    }

    @Override
    FakeAnswer handle(FakeRequest request) {
        Optional<GrafeasPath> path = GrafeasPath.parse(request.segments());
        if (path.isPresent() && request.is("POST") && path.get().isCollection()) {
            return path.get().isNotes() ? createNote(path.get(), request) : createOccurrence(path.get(), request);
        }
        if (path.isPresent() && request.is("GET")) {
            return path.get().isCollection() ? list(path.get(), request) : get(path.get());
        }
        return noSuchPage(request);
    }

    private FakeAnswer createNote(GrafeasPath notesPath, FakeRequest request) {
        String id = request.query("noteId").orElseThrow(() -> Refusal.invalid("note_id is required"));
        if (id.length() > MAX_NOTE_ID_CHARS || id.contains("/")) {
            throw Refusal.invalid(
                    "note_id \"" + id + "\" is not at most " + MAX_NOTE_ID_CHARS + " characters without /");
        }
        Json sent = schema.read("Note", "note", request.json());
        String kind = kindOf(sent, "note");
        if (kind.equals("ATTESTATION")) {
            requireText(sent, "note", "attestation", "hint", "humanReadableName");
        }
        String name = notesPath.child(id);
        if (notes.containsKey(name)) {
            throw Refusal.of(RpcCode.ALREADY_EXISTS, "note \"" + name + "\" already exists");
        }
        return store(notes, name, kind, sent);
    }

    private FakeAnswer createOccurrence(GrafeasPath occurrencesPath, FakeRequest request) {
        Json sent = schema.read("Occurrence", "occurrence", request.json());
        requireText(sent, "occurrence", "resourceUri");
        String noteName = requireText(sent, "occurrence", "noteName");
        String kind = kindOf(sent, "occurrence");
        if (!GrafeasPath.isNoteName(noteName)) {
            throw Refusal.invalid("note_name \"" + noteName + "\" is not projects/[PROVIDER_ID]/notes/[NOTE_ID]");
        }
        if (kind.equals("ATTESTATION")) {
            checkAttestation(sent);
        }
        Json note = notes.get(noteName);
        if (note == null) {
            throw Refusal.notFound("note \"" + noteName + "\" does not exist");
        }
        if (!text(note, "kind").equals(kind)) {
            throw Refusal.invalid(
                    "details of kind " + kind + " do not fit note \"" + noteName + "\" of kind " + text(note, "kind"));
        }
        refuseDuplicate(kind, sent);
        return store(occurrences, occurrencesPath.child(nextId().toString()), kind, sent);
    }

    private static void checkAttestation(Json occurrence) {
        Json attestation = occurrence.get("attestation").orElseThrow();
        List<Json> signatures = elements(attestation, "signatures");
        if (elements(attestation, "jwts").isEmpty()) {
            requireText(occurrence, "occurrence", "attestation", "serializedPayload");
            if (signatures.isEmpty()) {
                throw Refusal.invalid("occurrence.attestation.signatures is required");
            }
        }
        for (Json signature : signatures) {
            requireText(signature, "occurrence.attestation.signatures", "publicKeyId");
        }
    }

    /** The same attestation again is a conflict; other kinds may be reported as often as a scanner runs. */
    private void refuseDuplicate(String kind, Json sent) {
        if (!kind.equals("ATTESTATION") && !kind.equals("DSSE_ATTESTATION")) {
            return;
        }
        occurrences.forEach((name, stored) -> {
            if (isSame(stored, sent)) {
                throw Refusal.of(RpcCode.ALREADY_EXISTS, "occurrence \"" + name + "\" already exists");
            }
        });
    }

    private static boolean isSame(Json stored, Json sent) {
        return Stream.of("noteName", "resourceUri", "attestation", "dsseAttestation")
                .allMatch(name -> stored.get(name).equals(sent.get(name)));
    }

    private FakeAnswer store(Map<String, Json> store, String name, String kind, Json sent) {
        Map<String, Json> resource = new LinkedHashMap<>();
        resource.put("name", Json.of(name));
        resource.putAll(sent.members());
        resource.put("name", Json.of(name));
        resource.put("kind", Json.of(kind));
        resource.put("createTime", Json.of(now().toString()));
        resource.put("updateTime", Json.of(now().toString()));
        store.put(name, Json.object(resource));
        return FakeAnswer.json(200, Json.object(resource));
    }

    private FakeAnswer get(GrafeasPath path) {
        Json resource = (path.isNotes() ? notes : occurrences).get(path.name());
        if (resource == null) {
            throw Refusal.notFound(
                    (path.isNotes() ? "note" : "occurrence") + " \"" + path.name() + "\" does not exist");
        }
        return FakeAnswer.json(200, resource);
    }

    private FakeAnswer list(GrafeasPath path, FakeRequest request) {
        GrafeasFilter filter = GrafeasFilter.parse(request.query("filter").orElse(""), path.isNotes())
                .orElseThrow(() -> Refusal.invalid(BARE_400));
        GrafeasPager pager = GrafeasPager.of(request);
        List<Json> found = (path.isNotes() ? notes : occurrences)
                .entrySet().stream()
                        .filter(entry -> path.isParentOf(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(filter::matches)
                        .toList();
        return FakeAnswer.json(200, pager.page(path.isNotes() ? "notes" : "occurrences", found));
    }

    /** The kind that belongs to the one details member. */
    private static String kindOf(Json resource, String what) {
        List<String> details = resource.members().keySet().stream()
                .filter(KINDS_BY_DETAILS::containsKey)
                .toList();
        if (details.isEmpty()) {
            throw Refusal.invalid(what + " details are required");
        }
        if (details.size() > 1) {
            throw Refusal.invalid("Invalid value at '" + what
                    + "' (oneof), oneof field 'type' is already set. Cannot set '" + details.get(1) + "'");
        }
        return KINDS_BY_DETAILS.getOrDefault(details.get(0), "");
    }

    private static String requireText(Json resource, String what, String... path) {
        Optional<Json> value = Optional.of(resource);
        for (String name : path) {
            value = value.flatMap(v -> v.get(name));
        }
        String text = value.map(Json::string).orElse("");
        if (text.isEmpty()) {
            throw Refusal.invalid(what + "." + String.join(".", path) + " is required");
        }
        return text;
    }

    private static String text(Json resource, String name) {
        return resource.get(name).map(Json::string).orElse("");
    }

    private static List<Json> elements(Json resource, String name) {
        return resource.get(name).map(Json::elements).orElse(List.of());
    }

    /** Google's front end answers unknown paths before the service sees them. */
    private static FakeAnswer noSuchPage(FakeRequest request) {
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
        Map<String, Json> error = new LinkedHashMap<>();
        error.put("code", Json.of(refusal.code().httpStatus()));
        error.put("message", Json.of(refusal.reason()));
        error.put("status", Json.of(refusal.code().name()));
        if (!refusal.details().isEmpty()) {
            error.put("details", Json.array(refusal.details()));
        }
        return FakeAnswer.json(refusal.code().httpStatus(), Json.object(Map.of("error", Json.object(error))));
    }
}
