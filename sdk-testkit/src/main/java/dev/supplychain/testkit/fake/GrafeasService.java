package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One version of Google's service: its methods, and what they keep. */
final class GrafeasService {
    /** Google's words when it does not say what is wrong. */
    private static final String BARE_400 = "Request contains an invalid argument.";

    private static final int MAX_BATCH = 1000;

    private static final Set<String> OF_LISTS = Set.of("filter", "pageSize", "pageToken", "returnPartialSuccess");

    /** The parameters of the methods that have some. */
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "POST notes", Set.of("noteId"),
            "GET notes", OF_LISTS,
            "GET occurrences", OF_LISTS,
            "GET notes/*/occurrences", Set.of("filter", "pageSize", "pageToken"),
            "GET occurrences:vulnerabilitySummary", Set.of("filter", "returnPartialSuccess"),
            "PATCH notes/*", Set.of("updateMask"),
            "PATCH occurrences/*", Set.of("updateMask"));

    private final FakeGrafeas fake;
    private final GrafeasVersion version;
    private final WireSchema schema;
    private final GrafeasStore store = new GrafeasStore();
    private final GrafeasRules rules;
    private final GrafeasPatch patch;
    private final GrafeasIam iam;
    private final GrafeasReports reports;

    GrafeasService(FakeGrafeas fake, GrafeasVersion version) {
        this.fake = fake;
        this.version = version;
        this.schema = version.schema();
        this.rules = new GrafeasRules(version, store);
        this.patch = new GrafeasPatch(version, schema);
        this.iam = new GrafeasIam(schema);
        this.reports = new GrafeasReports(version, store);
    }

    GrafeasVersion version() {
        return version;
    }

    GrafeasStore store() {
        return store;
    }

    /** The answer's body; absent when the API has no such method. */
    Optional<Json> handle(GrafeasPath path, FakeRequest request) {
        String method = request.method() + " " + path.shape();
        requireParameters(request.query().keySet(), PARAMETERS.getOrDefault(method, Set.of()));
        return Optional.ofNullable(
                switch (method) {
                    case "POST notes" -> createNote(path, noteId(request), request.json());
                    case "POST occurrences" -> createOccurrence(path, "occurrence", request.json());
                    case "POST notes:batchCreate" -> batchCreateNotes(path, request.json());
                    case "POST occurrences:batchCreate" -> batchCreateOccurrences(path, request.json());
                    case "GET notes", "GET occurrences" -> list(path, request);
                    case "GET notes/*", "GET occurrences/*" -> store.require(path);
                    case "GET notes/*/occurrences" -> listOccurrencesOfNote(path, request);
                    case "GET occurrences/*/notes" -> noteOf(path);
                    case "PATCH notes/*", "PATCH occurrences/*" -> patch(path, request);
                    case "DELETE notes/*", "DELETE occurrences/*" -> delete(path);
                    case "POST notes/*:getIamPolicy", "POST occurrences/*:getIamPolicy" ->
                        iam.get(existing(path), request.json());
                    case "POST notes/*:setIamPolicy", "POST occurrences/*:setIamPolicy" ->
                        iam.set(existing(path), request.json());
                    case "POST notes/*:testIamPermissions", "POST occurrences/*:testIamPermissions" ->
                        iam.test(existing(path), request.json());
                    case "GET occurrences:vulnerabilitySummary" -> summary(path, request);
                    case "POST resources/*:exportSBOM" -> exportSbom(path, request.json());
                    case "POST resources/*:generatePackagesSummary" -> packagesSummary(path, request.json());
                    default -> null;
                });
    }

    private static void requireParameters(Set<String> sent, Set<String> known) {
        for (String name : sent) {
            if (!known.contains(name)) {
                throw Refusal.invalid("Invalid JSON payload received. Unknown name \"" + name
                        + "\": Cannot bind query parameter. Field '" + name
                        + "' could not be found in request message.");
            }
        }
    }

    private GrafeasPath existing(GrafeasPath path) {
        store.require(path);
        return path;
    }

    private static String noteId(FakeRequest request) {
        return request.query("noteId").orElseThrow(() -> Refusal.invalid("note_id is required"));
    }

    private Json createNote(GrafeasPath notes, String id, Json body) {
        GrafeasRules.requireNoteId(id);
        Json sent = schema.read("Note", "note", body);
        String kind = rules.requireNote(sent);
        String name = notes.child(id);
        if (store.notes().containsKey(name)) {
            throw Refusal.of(RpcCode.ALREADY_EXISTS, "note \"" + name + "\" already exists");
        }
        return put(store.notes(), name, kind, sent);
    }

    private Json createOccurrence(GrafeasPath occurrences, String place, Json body) {
        Json sent = schema.read("Occurrence", place, body);
        String kind = rules.requireOccurrence(sent);
        rules.refuseDuplicate(kind, sent);
        return put(store.occurrences(), occurrences.child(fake.nextId().toString()), kind, sent);
    }

    private Json batchCreateNotes(GrafeasPath path, Json body) {
        Map<String, Json> sent = schema.read("BatchCreateNotesRequest", "request", body)
                .get("notes")
                .map(Json::members)
                .orElse(Map.of());
        requireBatch(sent.size());
        return Json.object(Map.of(
                "notes",
                Json.array(store.allOrNothing(() -> sent.entrySet().stream()
                        .map(note -> createNote(path, note.getKey(), note.getValue()))
                        .toList()))));
    }

    private Json batchCreateOccurrences(GrafeasPath path, Json body) {
        Json request = schema.read("BatchCreateOccurrencesRequest", "request", body);
        List<Json> sent = GrafeasJson.elements(request, "occurrences");
        requireBatch(sent.size());
        return Json.object(Map.of("occurrences", Json.array(store.allOrNothing(() -> {
            List<Json> created = new ArrayList<>();
            for (Json occurrence : sent) {
                created.add(createOccurrence(path, "occurrences[" + created.size() + "]", occurrence));
            }
            return created;
        }))));
    }

    private static void requireBatch(int size) {
        if (size < 1 || size > MAX_BATCH) {
            throw Refusal.invalid("a batch has 1 to " + MAX_BATCH + " items, not " + size);
        }
    }

    private Json put(Map<String, Json> collection, String name, String kind, Json sent) {
        Map<String, Json> resource = new LinkedHashMap<>();
        resource.put("name", Json.of(name));
        resource.putAll(sent.members());
        resource.put("name", Json.of(name));
        resource.put("kind", Json.of(kind));
        resource.put("createTime", Json.of(fake.now().toString()));
        resource.put("updateTime", Json.of(fake.now().toString()));
        Json stored = Json.object(resource);
        collection.put(name, stored);
        return stored;
    }

    private Json noteOf(GrafeasPath occurrence) {
        String noteName = GrafeasJson.text(store.require(occurrence), "noteName");
        return Optional.ofNullable(store.notes().get(noteName))
                .orElseThrow(() -> Refusal.notFound("note \"" + noteName + "\" does not exist"));
    }

    private Json patch(GrafeasPath path, FakeRequest request) {
        Json stored = store.require(path);
        boolean isNote = path.isNotes();
        Json sent = schema.read(isNote ? "Note" : "Occurrence", isNote ? "note" : "occurrence", request.json());
        String mask = request.query("updateMask")
                .orElseGet(() -> String.join(",", new TreeSet<>(sent.members().keySet())));
        Json changed = patch.apply(path, stored, sent, mask);
        if (!rules.kindOf(changed, isNote ? "note" : "occurrence").equals(GrafeasJson.text(stored, "kind"))) {
            throw Refusal.invalid("the kind of \"" + path.name() + "\" cannot be changed");
        }
        Json updated = GrafeasJson.with(
                changed, List.of("updateTime"), Optional.of(Json.of(fake.now().toString())));
        store.collection(path).put(path.name(), updated);
        return updated;
    }

    private Json delete(GrafeasPath path) {
        store.remove(path);
        iam.forget(path);
        return Json.object(Map.of());
    }

    private Json list(GrafeasPath path, FakeRequest request) {
        Predicate<Json> filter = filter(request, path.isNotes());
        GrafeasPager pager = GrafeasPager.of(request);
        List<Json> found = store.collection(path).entrySet().stream()
                .filter(entry -> path.isParentOf(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(filter)
                .toList();
        return fake.withUnreachable(path, request, pager.page(path.collection(), found));
    }

    private Json listOccurrencesOfNote(GrafeasPath note, FakeRequest request) {
        store.require(note);
        Predicate<Json> filter = filter(request, false);
        List<Json> found = store.occurrences().values().stream()
                .filter(occurrence -> GrafeasJson.text(occurrence, "noteName").equals(note.name()))
                .filter(filter)
                .toList();
        return GrafeasPager.of(request).page("occurrences", found);
    }

    private Predicate<Json> filter(FakeRequest request, boolean ofNotes) {
        return GrafeasFilter.parse(request.query("filter").orElse(""), ofNotes, version::resourceUriOf)
                .orElseThrow(() -> Refusal.invalid(BARE_400));
    }

    private Json summary(GrafeasPath path, FakeRequest request) {
        Json counts = Json.object(reports.vulnerabilities(path, filter(request, false)));
        return fake.withUnreachable(path, request, counts);
    }

    /** The export itself is never done. */
    private Json exportSbom(GrafeasPath path, Json body) {
        schema.read("ExportSBOMRequest", "request", body);
        String name = path.parent() + "/occurrences/" + fake.nextId();
        Json status = Json.parse("{\"sbomStatus\": {\"sbomState\": \"PENDING\"}}");
        boolean isV1 = version.isV1();
        Json discovery = Json.object(Map.of("noteName", Json.of("projects/goog-analysis/notes/PACKAGE_VULNERABILITY")));
        discovery = GrafeasJson.with(discovery, version.resourceUri(), Optional.of(Json.of(path.id())));
        discovery = GrafeasJson.with(
                discovery, isV1 ? List.of("discovery") : List.of("discovered", "discovered"), Optional.of(status));
        put(store.occurrences(), name, "DISCOVERY", discovery);
        return Json.object(Map.of(isV1 ? "discoveryOccurrence" : "discoveryOccurrenceId", Json.of(name)));
    }

    private Json packagesSummary(GrafeasPath path, Json body) {
        if (version.isV1()) {
            throw Refusal.notFound("Method not found.");
        }
        schema.read("GeneratePackagesSummaryRequest", "request", body);
        return reports.packages(path);
    }
}
