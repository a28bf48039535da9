package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.NoteKind;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.grafeas.v1.VulnerabilityOccurrencesSummary;
import dev.supplychain.model.iam.v1.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and paths are those of ../shared/spec/containeranalysis-v1.json. */
class GrafeasClientTest {
    private static final String STORED = """
            {"name": "projects/p/occurrences/o", "resourceUri": "https://host/image@sha256:ab",
             "noteName": "projects/p/notes/n", "kind": "A_NEWER_KIND", "createTime": "2026-11-20T12:00:00Z",
             "deployment": {}, "newer": {"a": 1}}
            """;

    private static final ProjectName PROJECT = ProjectName.of("p");
    private static final NoteName NOTE = PROJECT.note("n");

    private final MockWebServer server = new MockWebServer();
    private GrafeasClient grafeas;

    @BeforeEach
    void start() throws Exception {
        server.start();
        grafeas = GrafeasClient.create(
                new Recorded().options(server.url("/").toString()).build());
    }

    @AfterEach
    void stop() {
        grafeas.close();
        server.close();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json; charset=UTF-8")
                .body(body)
                .build());
    }

    @Test
    void creates_an_occurrence_without_what_only_the_service_sets() throws Exception {
        answer(200, STORED);

        Occurrence stored = grafeas.createOccurrence(PROJECT, ModelJson.read(STORED, Occurrence.class));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/projects/p/occurrences HTTP/1.1");
        assertThat(Json.parse(Http.body(request))).isEqualTo(Json.parse("""
                                {"resourceUri": "https://host/image@sha256:ab", "noteName": "projects/p/notes/n",
                                 "deployment": {}, "newer": {"a": 1}}
                                """));
        assertThat(stored.name()).contains("projects/p/occurrences/o");
        assertThat(stored.kind().text()).isEqualTo("A_NEWER_KIND");
        assertThat(stored.unknownFields()).containsKey("newer");
    }

    @Test
    void says_that_an_occurrence_exists_and_does_not_create_it_again() {
        answer(409, "{\"error\":{\"code\":409,\"message\":\"exists: o\",\"status\":\"ALREADY_EXISTS\"}}");

        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> grafeas.createOccurrence(PROJECT, Occurrence.builder().build()));

        assertThat(e).hasMessage("POST /v1/projects/p/occurrences failed: 409 ALREADY_EXISTS: exists: o (1 attempt)");
        assertThat(e.mayHaveActed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "projects/p/occurrences/9a0e-1, /v1/projects/p/occurrences/9a0e-1",
        "projects/example.com:p/locations/us-central1/occurrences/o, /v1/projects/example.com:p/locations/us-central1/occurrences/o"
    })
    void gets_an_occurrence_by_its_name(String name, String target) throws Exception {
        answer(200, STORED);

        assertThat(grafeas.getOccurrence(OccurrenceName.parse(name)).noteName()).contains("projects/p/notes/n");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET " + target + " HTTP/1.1");
    }

    @Test
    void lists_page_by_page() throws Exception {
        answer(200, "{\"occurrences\":[" + STORED + "],\"nextPageToken\":\"a+b/c=\"}");
        answer(200, "{\"occurrences\":[],\"nextPageToken\":\"d\"}");
        answer(200, "{\"occurrences\":[" + STORED + "],\"nextPageToken\":\"\"}");

        assertThat(grafeas.listOccurrences(PROJECT, "kind=\"ATTESTATION\" AND noteId=\"n&x\""))
                .hasSize(2);
        RecordedRequest first = server.takeRequest();
        assertThat(first.getTarget()).startsWith("/v1/projects/p/occurrences?");
        assertThat(first.getUrl().queryParameter("filter")).isEqualTo("kind=\"ATTESTATION\" AND noteId=\"n&x\"");
        assertThat(first.getUrl().queryParameter("pageSize")).isEqualTo("100");
        assertThat(first.getUrl().queryParameterNames()).doesNotContain("pageToken");
        assertThat(server.takeRequest().getUrl().queryParameter("pageToken")).isEqualTo("a+b/c=");
        assertThat(server.takeRequest().getUrl().queryParameter("pageToken")).isEqualTo("d");
    }

    @Test
    void asks_for_a_page_again_but_for_no_page_twice() {
        answer(200, "{\"occurrences\":[" + STORED + "],\"nextPageToken\":\"a\"}");
        answer(503, "{}");
        answer(200, "{\"occurrences\":[],\"nextPageToken\":\"a\"}");

        assertThatThrownBy(() -> grafeas.listOccurrences(PROJECT, OccurrenceFilter.all(), 1000)
                        .forEach(occurrence -> {}))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining(
                        "GET /v1/projects/p/occurrences failed: the server gave the same page token twice");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void refuses_a_page_size_that_the_service_refuses(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grafeas.listOccurrences(PROJECT, OccurrenceFilter.all(), size));
    }

    @Test
    void creates_a_note_under_an_id() throws Exception {
        String note =
                "{\"name\":\"projects/p/notes/n\",\"shortDescription\":\"d\",\"kind\":\"ATTESTATION\",\"attestation\":{\"hint\":{\"humanReadableName\":\"ci\"}}}";
        answer(200, note);

        Note stored =
                grafeas.createNote(ProjectName.of("p", "eu").note("built-by-ci"), ModelJson.read(note, Note.class));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine())
                .isEqualTo("POST /v1/projects/p/locations/eu/notes?noteId=built-by-ci HTTP/1.1");
        assertThat(Http.body(request))
                .isEqualTo("{\"shortDescription\":\"d\",\"attestation\":{\"hint\":{\"humanReadableName\":\"ci\"}}}");
        assertThat(stored.name()).contains("projects/p/notes/n");
    }

    @Test
    void gets_a_note_by_its_name() throws Exception {
        answer(200, "{\"name\":\"projects/p/notes/n\"}");

        assertThat(grafeas.getNote(NOTE).name()).contains("projects/p/notes/n");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/projects/p/notes/n");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error\":{\"code\":404,\"message\":\"m\",\"status\":\"NOT_FOUND\"}}'",
        "'{\"code\":5,\"message\":\"m\",\"details\":[]}'",
        "'{\"error\":\"m\",\"message\":\"m\",\"code\":5}'"
    })
    void reads_the_errors_of_google_and_of_both_open_source_servers(String body) {
        answer(404, body);

        ApiException e = catchThrowableOfType(ApiException.class, () -> grafeas.getOccurrence(PROJECT.occurrence("o")));

        assertThat(e).hasMessage("GET /v1/projects/p/occurrences/o failed: 404 NOT_FOUND: m (1 attempt)");
        assertThat(e.status().orElseThrow().code()).hasValue(5);
    }

    @Test
    void changes_what_the_mask_names() throws Exception {
        answer(200, STORED);

        Occurrence changed = grafeas.patchOccurrence(
                PROJECT.occurrence("o"), ModelJson.read(STORED, Occurrence.class), UpdateMask.of("remediation"));

        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine())
                .isEqualTo("PATCH /v1/projects/p/occurrences/o?updateMask=remediation HTTP/1.1");
        assertThat(Json.parse(Http.body(request)).members())
                .containsOnlyKeys("resourceUri", "noteName", "deployment", "newer");
        assertThat(changed.name()).contains("projects/p/occurrences/o");
    }

    @Test
    void a_change_is_not_sent_twice() {
        answer(503, "{}");

        ApiException e = catchThrowableOfType(
                ApiException.class,
                () -> grafeas.patchNote(NOTE, Note.attestation("ci"), UpdateMask.of("shortDescription")));

        assertThat(e.mayHaveActed()).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void removes_and_asks_again_when_nobody_answers() throws Exception {
        answer(503, "{}");
        answer(404, "{\"error\":{\"code\":404,\"message\":\"gone\",\"status\":\"NOT_FOUND\"}}");

        grafeas.deleteOccurrence(PROJECT.occurrence("o"));

        assertThat(server.takeRequest().getRequestLine()).isEqualTo("DELETE /v1/projects/p/occurrences/o HTTP/1.1");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void says_that_there_was_nothing_to_remove() {
        answer(404, "{\"error\":{\"code\":404,\"message\":\"none\",\"status\":\"NOT_FOUND\"}}");

        ApiException e = catchThrowableOfType(ApiException.class, () -> grafeas.deleteNote(NOTE));

        assertThat(e).hasMessage("DELETE /v1/projects/p/notes/n failed: 404 NOT_FOUND: none (1 attempt)");
    }

    @Test
    void gets_the_note_of_an_occurrence() throws Exception {
        answer(200, "{\"name\":\"projects/goog-vulnz/notes/CVE-2026-1\"}");

        assertThat(grafeas.getOccurrenceNote(PROJECT.occurrence("o")).name())
                .contains("projects/goog-vulnz/notes/CVE-2026-1");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/projects/p/occurrences/o/notes");
    }

    @Test
    void lists_what_is_under_a_note() throws Exception {
        answer(200, "{\"occurrences\":[" + STORED + "],\"nextPageToken\":\"a\"}");
        answer(200, "{\"occurrences\":[" + STORED + "]}");

        assertThat(grafeas.listNoteOccurrences(NOTE, OccurrenceFilter.resourceSuffix("sha256:ab"), 1))
                .hasSize(2);
        assertThat(server.takeRequest().getTarget()).startsWith("/v1/projects/p/notes/n/occurrences?filter=");
    }

    @Test
    void tells_which_locations_are_missing_when_that_is_allowed() throws Exception {
        answer(
                200,
                "{\"notes\":[{\"name\":\"a\"}],\"nextPageToken\":\"t\",\"unreachable\":[\"projects/p/locations/x\"]}");
        answer(200, "{\"notes\":[{\"name\":\"b\"}]}");
        List<String> missing = new ArrayList<>();

        assertThat(grafeas.listReachableNotes(PROJECT, NoteFilter.all(), 1000, missing::addAll))
                .hasSize(2);
        assertThat(missing).containsExactly("projects/p/locations/x");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/v1/projects/p/notes?pageSize=1000&returnPartialSuccess=true");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/v1/projects/p/notes?pageSize=1000&returnPartialSuccess=true&pageToken=t");
    }

    @Test
    void a_list_that_lacks_locations_is_an_error_when_that_was_not_allowed() {
        answer(200, "{\"occurrences\":[" + STORED + "],\"unreachable\":[\"projects/p/locations/x\"]}");

        assertThatThrownBy(() -> grafeas.listOccurrences(PROJECT, OccurrenceFilter.all()).stream()
                        .toList())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("GET /v1/projects/p/occurrences failed: "
                        + "the list is not complete, without projects/p/locations/x");
    }

    @Test
    void counts_vulnerabilities() throws Exception {
        answer(200, """
                {"counts": [{"resourceUri": "https://host/i", "severity": "HIGH", "fixableCount": "2", "totalCount": "3"}],
                 "unreachable": ["projects/p/locations/x"]}""");

        VulnerabilityOccurrencesSummary summary =
                grafeas.getReachableVulnerabilitySummary(PROJECT, OccurrenceFilter.resourcePrefix("https://host/"));

        assertThat(summary.counts().get(0).totalCount()).hasValue(3);
        assertThat(summary.unreachable()).containsExactly("projects/p/locations/x");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/projects/p/occurrences:vulnerabilitySummary");
        assertThat(request.getUrl().queryParameter("returnPartialSuccess")).isEqualTo("true");
    }

    @Test
    void gets_a_policy_with_its_conditions_and_sets_it_with_its_etag() throws Exception {
        String policy =
                "{\"version\":3,\"bindings\":[{\"role\":\"r\",\"members\":[\"user:a@b.c\"]}],\"etag\":\"BwX-_w\"}";
        answer(503, "{}");
        answer(200, policy);
        answer(200, policy);

        Policy got = grafeas.getIamPolicy(NOTE);
        grafeas.setIamPolicy(NOTE, got);

        server.takeRequest();
        assertThat(Http.body(server.takeRequest())).isEqualTo("{\"options\":{\"requestedPolicyVersion\":3}}");
        assertThat(Json.parse(Http.body(server.takeRequest())))
                .isEqualTo(Json.object(Map.of("policy", Json.parse(policy))));
    }

    @Test
    void a_policy_is_not_set_twice() {
        answer(503, "{}");

        assertThat(catchThrowableOfType(
                                ApiException.class,
                                () -> grafeas.setIamPolicy(
                                        PROJECT.occurrence("o"),
                                        Policy.builder().build()))
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    void asks_again_which_permissions_there_are() {
        answer(503, "{}");
        answer(200, "{\"permissions\":[\"containeranalysis.notes.get\"]}");

        assertThat(grafeas.testIamPermissions(NOTE, List.of("containeranalysis.notes.get", "other")))
                .containsExactly("containeranalysis.notes.get");
    }

    @Test
    void a_handle_cancels_the_calls_of_its_client_alone() {
        Cancellation cancellation = new Cancellation();
        GrafeasClient cancellable = grafeas.cancelledBy(cancellation);
        cancellation.cancel();
        answer(200, STORED);

        ApiException e =
                catchThrowableOfType(ApiException.class, () -> cancellable.getOccurrence(PROJECT.occurrence("o")));

        assertThat(e.kind()).isEqualTo(ApiException.Kind.CANCELLED);
        assertThat(grafeas.getOccurrence(PROJECT.occurrence("o")).name()).isPresent();
    }

    @Test
    void writes_filters_as_the_service_reads_them() {
        assertThat(OccurrenceFilter.kind(NoteKind.ATTESTATION)
                        .and(OccurrenceFilter.note(NOTE))
                        .and(OccurrenceFilter.resourceSuffix("sha256:ab")))
                .hasToString(
                        "kind=\"ATTESTATION\" AND noteProjectId=\"p\" AND noteId=\"n\" AND has_suffix(resourceUrl,\"sha256:ab\")");
        assertThat(OccurrenceFilter.all().and(OccurrenceFilter.resource("https://h")))
                .hasToString("resourceUrl=\"https://h\"");
    }

    @Test
    void puts_alternatives_into_parentheses() {
        assertThat(OccurrenceFilter.anyOf(
                                OccurrenceFilter.kind(NoteKind.BUILD), OccurrenceFilter.kind(NoteKind.DISCOVERY))
                        .and(OccurrenceFilter.resourcePrefix("https://h")))
                .hasToString("((kind=\"BUILD\") OR (kind=\"DISCOVERY\")) AND has_prefix(resourceUrl,\"https://h\")");
        assertThat(OccurrenceFilter.anyOf(OccurrenceFilter.kind(NoteKind.BUILD), OccurrenceFilter.all()))
                .isEqualTo(OccurrenceFilter.all());
    }

    @Test
    void refuses_control_characters_in_a_filter_without_printing_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grafeas.listOccurrences(PROJECT, "s3cr3t\r\nX: y"))
                .withMessage("the filter has the control character U+000D");
    }
}
