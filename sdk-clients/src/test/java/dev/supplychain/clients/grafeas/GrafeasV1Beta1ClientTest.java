package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Json;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1beta1.Note;
import dev.supplychain.model.grafeas.v1beta1.NoteKind;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import dev.supplychain.model.grafeas.v1beta1.Resource;
import dev.supplychain.model.grafeas.v1beta1.project.Project;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the open-source server needs and says; the methods are those of ../shared/spec/grafeas-oss-v1beta1.swagger.json. */
class GrafeasV1Beta1ClientTest {
    private static final ProjectName PROJECT = ProjectName.of("p");

    /** As version 0.1 writes: every field, with its default. */
    private static final String EVERY_FIELD = """
            {"name": "projects/p/occurrences/o", "resource": {"name": "", "uri": "https://host/i", "contentHash": null},
             "noteName": "projects/p/notes/n", "kind": "DEPLOYMENT", "remediation": "",
             "createTime": "0001-01-01T00:00:00Z", "updateTime": null, "vulnerability": null, "build": null,
             "derivedImage": null, "installation": null, "deployment": {"deployment": null}, "discovered": null,
             "attestation": null, "intoto": null, "envelope": null}
            """;

    private final MockWebServer server = new MockWebServer();
    private GrafeasV1Beta1Client grafeas;

    @BeforeEach
    void start() throws Exception {
        server.start();
        grafeas = GrafeasV1Beta1Client.create(
                new Recorded().options(server.url("/").toString()).build());
    }

    @AfterEach
    void stop() {
        grafeas.close();
        server.close();
    }

    @Test
    void makes_looks_up_lists_and_removes_projects() throws Exception {
        answer(200, "{\"name\":\"projects/p\"}");
        answer(200, "{\"name\":\"projects/p\"}");
        answer(200, "{\"projects\":[{\"name\":\"projects/a\"}],\"nextPageToken\":\"2\"}");
        answer(200, "{\"projects\":[{\"name\":\"projects/b\"}],\"nextPageToken\":\"\"}");
        answer(200, "{}");

        assertThat(grafeas.createProject(PROJECT).name()).contains("projects/p");
        assertThat(grafeas.getProject(PROJECT).name()).contains("projects/p");
        assertThat(grafeas.listProjects()).extracting(Project::name).hasSize(2);
        grafeas.deleteProject(PROJECT);

        RecordedRequest create = server.takeRequest();
        assertThat(create.getRequestLine()).isEqualTo("POST /v1beta1/projects HTTP/1.1");
        assertThat(Http.body(create)).isEqualTo("{\"name\":\"projects/p\"}");
        assertThat(nextLine()).isEqualTo("GET /v1beta1/projects/p HTTP/1.1");
        assertThat(nextLine()).isEqualTo("GET /v1beta1/projects?pageSize=100 HTTP/1.1");
        assertThat(nextLine()).isEqualTo("GET /v1beta1/projects?pageSize=100&pageToken=2 HTTP/1.1");
        assertThat(nextLine()).isEqualTo("DELETE /v1beta1/projects/p HTTP/1.1");
    }

    @Test
    void a_location_is_no_project() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grafeas.createProject(ProjectName.of("p", "eu")))
                .withMessage("projects/p/locations/eu is a location of a project, not a project");
    }

    @Test
    void sends_the_kind_which_nobody_else_would_set() throws Exception {
        answer(200, EVERY_FIELD);

        grafeas.createOccurrence(PROJECT, occurrence());

        assertThat(Json.parse(Http.body(server.takeRequest()))).isEqualTo(Json.parse("""
                {"resource": {"uri": "https://host/i"}, "noteName": "projects/p/notes/n", "kind": "DEPLOYMENT"}"""));
    }

    @Test
    void reads_an_answer_with_every_field() {
        answer(200, EVERY_FIELD);

        Occurrence read = grafeas.getOccurrence(PROJECT.occurrence("o"));

        assertThat(read.resource().orElseThrow().uri()).contains("https://host/i");
        assertThat(read.details()).isPresent();
        assertThat(read.unknownFields()).isEmpty();
    }

    /** The store in memory answers with what it was sent, which has no name. */
    @Test
    void a_changed_occurrence_has_its_name_whatever_the_server_answers() throws Exception {
        answer(200, "{\"noteName\":\"projects/p/notes/n\"}");
        answer(200, "{\"name\":\"\",\"shortDescription\":\"d\"}");

        Occurrence occurrence = grafeas.patchOccurrence(
                PROJECT.occurrence("o"), occurrence(), UpdateMask.of("remediation", "resource.uri"));
        Note note = grafeas.patchNote(PROJECT.note("n"), Note.builder().build(), UpdateMask.of("shortDescription"));

        assertThat(occurrence.name()).contains("projects/p/occurrences/o");
        assertThat(note.name()).contains("projects/p/notes/n");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("PATCH");
        assertThat(request.getUrl().queryParameter("updateMask")).isEqualTo("remediation,resource.uri");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error": "occurrence is invalid: [details is required]", "code": 3, "message": "occurrence is invalid: [details is required]", "details": []}
            {"code": 3, "message": "occurrence is invalid: [details is required]", "details": []}
            {"error": "occurrence is invalid: [details is required]", "message": "occurrence is invalid: [details is required]", "code": 3}
            """)
    void reads_the_errors_of_both_lines_of_the_open_source_server(String body) {
        answer(400, body);

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> grafeas.createOccurrence(PROJECT, occurrence()));

        assertThat(e)
                .hasMessage("POST /v1beta1/projects/p/occurrences failed: 400 INVALID_ARGUMENT: "
                        + "occurrence is invalid: [details is required] (1 attempt)");
        assertThat(e.status().orElseThrow().code()).hasValue(3);
        assertThat(e.mayHaveActed()).isFalse();
    }

    @Test
    void a_filter_may_name_a_kind_of_this_version() throws Exception {
        answer(200, "{}");

        grafeas.listOccurrences(PROJECT, OccurrenceFilter.kind(NoteKind.INTOTO)).forEach(occurrence -> {});

        assertThat(server.takeRequest().getUrl().queryParameter("filter")).isEqualTo("kind=\"INTOTO\"");
    }

    @Test
    void a_batch_leaves_out_the_times_and_keeps_the_kinds() throws Exception {
        answer(200, "{\"occurrences\":[" + EVERY_FIELD + "]}");

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, List.of(occurrence()));

        assertThat(batch.isComplete()).isTrue();
        assertThat(Json.parse(Http.body(server.takeRequest()))).isEqualTo(Json.parse("""
                {"occurrences": [
                  {"resource": {"uri": "https://host/i"}, "noteName": "projects/p/notes/n", "kind": "DEPLOYMENT"}]}"""));
    }

    private static Occurrence occurrence() {
        return Occurrence.builder()
                .name("projects/p/occurrences/o")
                .resource(Resource.builder().uri("https://host/i").build())
                .noteName("projects/p/notes/n")
                .kind(NoteKind.DEPLOYMENT)
                .build();
    }

    private String nextLine() throws InterruptedException {
        return server.takeRequest().getRequestLine();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }
}
