package dev.supplychain.testkit.fake;

import dev.supplychain.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The open-source server with its store in memory. It believes more than Google's service: notes need not exist, filters
 * and update masks are ignored, and what a batch cannot store is left out of the answer.
 *
 * @see <a href="https://github.com/grafeas/grafeas">Grafeas</a>
 */
final class OpenSourceGrafeas {
    private static final int MAX_BATCH = 1000;
    private static final Pattern PROJECT = Pattern.compile("projects/[^/]+");

    private final FakeGrafeas fake;
    private final WireSchema schema = GrafeasVersion.V1BETA1.schema();
    private final Map<String, Json> projects = new LinkedHashMap<>();
    private final GrafeasStore store = new GrafeasStore();

    OpenSourceGrafeas(FakeGrafeas fake) {
        this.fake = fake;
    }

    GrafeasStore store() {
        return store;
    }

    /**
     * The answer's body; absent when the server has no such method.
     *
     * @param segments the path behind the version
     */
    Optional<Json> handle(List<String> segments, FakeRequest request) {
        String path = String.join("/", segments);
        if (path.equals("projects")) {
            return Optional.ofNullable(
                    switch (request.method()) {
                        case "POST" -> createProject(request.json());
                        case "GET" -> GrafeasPager.of(request).page("projects", List.copyOf(projects.values()));
                        default -> null;
                    });
        }
        return PROJECT.matcher(path).matches()
                ? project(path, request)
                : GrafeasPath.parse(segments).flatMap(parsed -> resource(parsed, request));
    }

    private Json createProject(Json body) {
        String name = GrafeasJson.text(body, "name");
        if (!PROJECT.matcher(name).matches()) {
            throw Refusal.invalid(name.isEmpty() ? "Project name must not be empty" : "Invalid project name");
        }
        Json project = Json.object(Map.of("name", Json.of(name)));
        if (projects.putIfAbsent(name, project) != null) {
            throw Refusal.of(RpcCode.ALREADY_EXISTS, "Project with name \"" + name + "\" already exists");
        }
        return project;
    }

    private Optional<Json> project(String name, FakeRequest request) {
        if (!request.is("GET") && !request.is("DELETE")) {
            return Optional.empty();
        }
        Json project = requireProject(name);
        if (request.is("DELETE")) {
            projects.remove(name);
            return Optional.of(Json.object(Map.of()));
        }
        return Optional.of(project);
    }

    private Json requireProject(String name) {
        Json project = projects.get(name);
        if (project == null) {
            throw Refusal.notFound("Project with name \"" + name + "\" does not Exist");
        }
        return project;
    }

    private Optional<Json> resource(GrafeasPath path, FakeRequest request) {
        if (path.isOfLocation()) {
            throw Refusal.invalid("name \"" + path.name() + "\" is not projects/{project_id}/" + path.collection());
        }
        requireProject(path.parent());
        return Optional.ofNullable(
                switch (request.method() + " " + path.shape()) {
                    case "POST notes" ->
                        createNote(path, request.query("noteId").orElse(""), request.json());
                    case "POST occurrences" -> createOccurrence(path, request.json());
                    case "POST notes:batchCreate" -> batchCreateNotes(path, request.json());
                    case "POST occurrences:batchCreate" -> batchCreateOccurrences(path, request.json());
                    case "GET notes", "GET occurrences" -> list(path, request);
                    case "GET notes/*", "GET occurrences/*" -> store.require(path);
                    case "GET notes/*/occurrences" -> listOccurrencesOfNote(path, request);
                    case "GET occurrences/*/notes" -> noteOf(path);
                    case "PATCH notes/*", "PATCH occurrences/*" -> replace(path, request.json());
                    case "DELETE notes/*", "DELETE occurrences/*" -> delete(path);
                    case "GET occurrences:vulnerabilitySummary" -> Json.object(Map.of());
                    default -> null;
                });
    }

    private Json createNote(GrafeasPath path, String id, Json body) {
        Json sent = schema.read("Note", "note", body);
        requireNone("note", hasDetails(sent) ? List.of() : List.of("type is required"));
        if (id.isEmpty()) {
            throw Refusal.invalid("CreateNoteRequest message is invalid: [a noteId must be specified]");
        }
        String name = path.child(id);
        if (store.notes().containsKey(name)) {
            throw Refusal.of(RpcCode.ALREADY_EXISTS, "Note with name \"" + name + "\" already exists");
        }
        return put(store.notes(), name, sent);
    }

    private Json createOccurrence(GrafeasPath path, Json body) {
        Json sent = schema.read("Occurrence", "occurrence", body);
        requireOccurrence(sent);
        return put(store.occurrences(), path.child(fake.nextId().toString()), sent);
    }

    private static void requireOccurrence(Json occurrence) {
        List<String> problems = new ArrayList<>();
        if (occurrence.get("resource").isEmpty()) {
            problems.add("resource is required");
        }
        if (GrafeasJson.text(occurrence, "noteName").isEmpty()) {
            problems.add("note_name is required");
        }
        if (!hasDetails(occurrence)) {
            problems.add("details is required");
        }
        requireNone("occurrence", problems);
    }

    private static boolean hasDetails(Json resource) {
        return resource.members().keySet().stream()
                .anyMatch(member -> GrafeasVersion.V1BETA1.kindOf(member).isPresent());
    }

    /** Everything that is wrong is one message. */
    private static void requireNone(String what, List<String> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(what + " is invalid: [" + String.join(" ", problems) + "]");
        }
    }

    private Json batchCreateNotes(GrafeasPath path, Json body) {
        Map<String, Json> sent = schema.read("BatchCreateNotesRequest", "request", body)
                .get("notes")
                .map(Json::members)
                .orElse(Map.of());
        requireBatch("note", sent.size());
        List<Json> created = new ArrayList<>();
        sent.forEach((id, note) -> {
            if (!store.notes().containsKey(path.child(id))) {
                created.add(createNote(path, id, note));
            }
        });
        return Json.object(Map.of("notes", Json.array(created)));
    }

    private Json batchCreateOccurrences(GrafeasPath path, Json body) {
        Json request = schema.read("BatchCreateOccurrencesRequest", "request", body);
        List<Json> sent = GrafeasJson.elements(request, "occurrences");
        requireBatch("occurrence", sent.size());
        sent.forEach(OpenSourceGrafeas::requireOccurrence);
        return Json.object(Map.of(
                "occurrences",
                Json.array(sent.stream()
                        .map(occurrence -> createOccurrence(path, occurrence))
                        .toList())));
    }

    private static void requireBatch(String what, int size) {
        if (size == 0) {
            throw Refusal.invalid("at least one " + what + " must be specified");
        }
        if (size > MAX_BATCH) {
            throw Refusal.invalid(size + " is too many " + what + " to batch create, a maximum of " + MAX_BATCH + " "
                    + what + " is allowed per batch create");
        }
    }

    /** The kind is the one that was sent. */
    private Json put(Map<String, Json> collection, String name, Json sent) {
        Map<String, Json> resource = new LinkedHashMap<>();
        resource.put("name", Json.of(name));
        resource.putAll(sent.members());
        resource.put("name", Json.of(name));
        resource.put("createTime", Json.of(fake.now().toString()));
        Json stored = Json.object(resource);
        collection.put(name, stored);
        return stored;
    }

    private Json noteOf(GrafeasPath occurrence) {
        String noteName = GrafeasJson.text(store.require(occurrence), "noteName");
        return Optional.ofNullable(store.notes().get(noteName))
                .orElseThrow(() -> Refusal.notFound("note \"" + noteName + "\" does not exist"));
    }

    /** The store looks at how names begin: those of project {@code p2} are among those of {@code p}. */
    private Json list(GrafeasPath path, FakeRequest request) {
        String infix = "/" + path.collection() + "/";
        List<Json> found = store.collection(path).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(path.parent())
                        && entry.getKey().contains(infix))
                .map(Map.Entry::getValue)
                .toList();
        return GrafeasPager.of(request).page(path.collection(), found);
    }

    private Json listOccurrencesOfNote(GrafeasPath note, FakeRequest request) {
        List<Json> found = store.occurrences().values().stream()
                .filter(occurrence -> GrafeasJson.text(occurrence, "noteName").equals(note.name()))
                .toList();
        return GrafeasPager.of(request).page("occurrences", found);
    }

    /** The whole message as it was sent, without the name. */
    private Json replace(GrafeasPath path, Json body) {
        store.require(path);
        boolean isNote = path.isNotes();
        Json sent = schema.read(isNote ? "Note" : "Occurrence", isNote ? "note" : "occurrence", body);
        store.collection(path).put(path.name(), sent);
        return sent;
    }

    private Json delete(GrafeasPath path) {
        store.remove(path);
        return Json.object(Map.of());
    }
}
