package dev.supplychain.clients.grafeas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.iam.v1.Binding;
import dev.supplychain.model.iam.v1.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every method of Google's discovery documents is sent with the verb, path, query and body that they say. */
class DiscoveryContractTest {
    private static final String RESOURCE = "https://host/repo/image@sha256:ab";
    private static final Policy POLICY = Policy.builder()
            .addBindings(Binding.builder()
                    .role("roles/viewer")
                    .addMembers("user:a@example.com")
                    .build())
            .build();

    private final MockWebServer server = new MockWebServer();
    private GrafeasClient v1;
    private GrafeasV1Beta1Client v1beta1;

    @BeforeEach
    void start() throws Exception {
        server.start();
        v1 = GrafeasClient.create(
                new Recorded().options(server.url("/").toString()).build());
        v1beta1 = GrafeasV1Beta1Client.create(
                new Recorded().options(server.url("/").toString()).build());
    }

    @AfterEach
    void stop() {
        v1.close();
        v1beta1.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> every_method_of_version_1() throws IOException {
        Map<String, Consumer<ProjectName>> calls = calls(v1, v1Occurrence(), v1Note());
        calls.put("occurrences.getVulnerabilitySummary", p -> v1.getReachableVulnerabilitySummary(p, aFilter()));
        calls.put("resources.exportSBOM", p -> v1.exportSbom(p, RESOURCE));
        return tests("v1", 44, calls);
    }

    @TestFactory
    Stream<DynamicTest> every_method_of_version_1beta1() throws IOException {
        Map<String, Consumer<ProjectName>> calls = calls(v1beta1, v1beta1Occurrence(), v1beta1Note());
        calls.put("occurrences.getVulnerabilitySummary", p -> v1beta1.getReachableVulnerabilitySummary(p, aFilter()));
        calls.put("resources.exportSBOM", p -> v1beta1.exportSbom(p, RESOURCE));
        calls.put("resources.generatePackagesSummary", p -> v1beta1.generatePackagesSummary(p, RESOURCE));
        return tests("v1beta1", 46, calls);
    }

    private static <O extends Message, N extends Message> Map<String, Consumer<ProjectName>> calls(
            Grafeas<O, N> grafeas, O occurrence, N note) {
        UpdateMask mask = UpdateMask.of("remediation");
        Map<String, Consumer<ProjectName>> calls = new HashMap<>();
        calls.put("occurrences.batchCreate", p -> grafeas.batchCreateOccurrences(p, List.of(occurrence)));
        calls.put("occurrences.create", p -> grafeas.createOccurrence(p, occurrence));
        calls.put("occurrences.delete", p -> grafeas.deleteOccurrence(p.occurrence("o")));
        calls.put("occurrences.get", p -> grafeas.getOccurrence(p.occurrence("o")));
        calls.put("occurrences.getIamPolicy", p -> grafeas.getIamPolicy(p.occurrence("o")));
        calls.put("occurrences.getNotes", p -> grafeas.getOccurrenceNote(p.occurrence("o")));
        calls.put(
                "occurrences.list",
                p -> grafeas.listReachableOccurrences(p, aFilter(), 7, missing -> {})
                        .forEach(o -> {}));
        calls.put("occurrences.patch", p -> grafeas.patchOccurrence(p.occurrence("o"), occurrence, mask));
        calls.put("occurrences.setIamPolicy", p -> grafeas.setIamPolicy(p.occurrence("o"), POLICY));
        calls.put("occurrences.testIamPermissions", p -> grafeas.testIamPermissions(p.occurrence("o"), List.of("x")));
        calls.put("notes.batchCreate", p -> grafeas.batchCreateNotes(p, Map.of("n", note)));
        calls.put("notes.create", p -> grafeas.createNote(p.note("n"), note));
        calls.put("notes.delete", p -> grafeas.deleteNote(p.note("n")));
        calls.put("notes.get", p -> grafeas.getNote(p.note("n")));
        calls.put("notes.getIamPolicy", p -> grafeas.getIamPolicy(p.note("n")));
        calls.put(
                "notes.list",
                p -> grafeas.listReachableNotes(p, new NoteFilter("kind=\"BUILD\""), 7, missing -> {})
                        .forEach(n -> {}));
        calls.put(
                "notes.occurrences.list",
                p -> grafeas.listNoteOccurrences(p.note("n"), aFilter()).forEach(o -> {}));
        calls.put("notes.patch", p -> grafeas.patchNote(p.note("n"), note, mask));
        calls.put("notes.setIamPolicy", p -> grafeas.setIamPolicy(p.note("n"), POLICY));
        calls.put("notes.testIamPermissions", p -> grafeas.testIamPermissions(p.note("n"), List.of("x")));
        return calls;
    }

    private Stream<DynamicTest> tests(String version, int count, Map<String, Consumer<ProjectName>> calls)
            throws IOException {
        Map<String, Json> schemas = spec("containeranalysis-" + version + ".json")
                .get("schemas")
                .orElseThrow()
                .members();
        List<Json> methods = spec("containeranalysis-endpoints.json")
                .get(version)
                .flatMap(v -> v.get("methods"))
                .orElseThrow()
                .elements();
        assertThat(methods).hasSize(count);
        return methods.stream()
                .map(method -> DynamicTest.dynamicTest(text(method, "id"), () -> check(method, calls, schemas)));
    }

    private void check(Json method, Map<String, Consumer<ProjectName>> calls, Map<String, Json> schemas)
            throws InterruptedException {
        String id = text(method, "id").substring("containeranalysis.projects.".length());
        boolean ofLocation = id.startsWith("locations.");
        ProjectName project = ofLocation ? ProjectName.of("p", "l") : ProjectName.of("p");
        boolean isList = id.endsWith(".list");
        if (isList) {
            answer("{\"nextPageToken\": \"t\"}");
        }
        answer("{}");

        requireNonNull(calls.get(id.replaceFirst("^locations\\.", "")), id).accept(project);

        RecordedRequest request = server.takeRequest();
        if (isList) {
            request = server.takeRequest();
        }
        assertThat(request.getMethod()).isEqualTo(text(method, "http"));
        assertThat(request.getUrl().encodedPath()).isEqualTo("/" + path(method));
        assertThat(request.getUrl().queryParameterNames()).isEqualTo(queryOf(method));
        assertBody(request, method.get("request"), schemas);
    }

    private static String path(Json method) {
        return text(method, "flatPath")
                .replace("{projectsId}", "p")
                .replace("{locationsId}", "l")
                .replace("{notesId}", "n")
                .replace("{occurrencesId}", "o")
                .replace("{resourcesId}", "https%3A%2F%2Fhost/repo/image@sha256:ab");
    }

    private static Set<String> queryOf(Json method) {
        return method.get("query").orElseThrow().elements().stream()
                .map(Json::string)
                .collect(Collectors.toSet());
    }

    private static void assertBody(RecordedRequest request, Optional<Json> schema, Map<String, Json> schemas) {
        if (schema.isEmpty()) {
            assertThat(request.getBodySize()).isZero();
            return;
        }
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertFits(Json.parse(Http.body(request)), schema.get().string(), schemas);
    }

    /** Every member has a property in the schema, at every level. */
    private static void assertFits(Json message, String schema, Map<String, Json> schemas) {
        Map<String, Json> properties = requireNonNull(schemas.get(schema), schema)
                .get("properties")
                .map(Json::members)
                .orElse(Map.of());
        assertThat(properties)
                .as(schema)
                .containsKeys(message.members().keySet().toArray(String[]::new));
        message.members()
                .forEach((name, value) -> assertFitsProperty(value, requireNonNull(properties.get(name)), schemas));
    }

    private static void assertFitsProperty(Json value, Json property, Map<String, Json> schemas) {
        property.get("$ref").ifPresent(ref -> assertFits(value, ref.string(), schemas));
        property.get("items")
                .ifPresent(items -> value.elements().forEach(element -> assertFitsProperty(element, items, schemas)));
        property.get("additionalProperties")
                .ifPresent(values -> value.members().values().forEach(v -> assertFitsProperty(v, values, schemas)));
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json; charset=UTF-8")
                .body(body)
                .build());
    }

    private static OccurrenceFilter aFilter() {
        return new OccurrenceFilter("kind=\"BUILD\"");
    }

    private static dev.supplychain.model.grafeas.v1.Occurrence v1Occurrence() {
        return dev.supplychain.model.grafeas.v1.Occurrence.builder()
                .name("projects/p/occurrences/o")
                .resourceUri(RESOURCE)
                .noteName("projects/p/notes/n")
                .remediation("update")
                .build();
    }

    private static dev.supplychain.model.grafeas.v1.Note v1Note() {
        return dev.supplychain.model.grafeas.v1.Note.attestation("ci");
    }

    private static dev.supplychain.model.grafeas.v1beta1.Occurrence v1beta1Occurrence() {
        return dev.supplychain.model.grafeas.v1beta1.Occurrence.builder()
                .name("projects/p/occurrences/o")
                .resource(dev.supplychain.model.grafeas.v1beta1.Resource.builder()
                        .uri(RESOURCE)
                        .build())
                .noteName("projects/p/notes/n")
                .remediation("update")
                .build();
    }

    private static dev.supplychain.model.grafeas.v1beta1.Note v1beta1Note() {
        return dev.supplychain.model.grafeas.v1beta1.Note.builder()
                .shortDescription("ci")
                .build();
    }

    private static String text(Json json, String member) {
        return json.get(member).orElseThrow().string();
    }

    private static Json spec(String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/spec"))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(folder != null, "the folder shared/spec is missing");
        return Json.parse(
                Files.readAllBytes(requireNonNull(folder).resolve("shared/spec").resolve(name)));
    }
}
