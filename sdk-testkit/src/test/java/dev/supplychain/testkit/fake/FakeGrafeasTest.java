package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.model.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeGrafeasTest {
    private static final String NOTES = "/v1/projects/p/notes";
    private static final String OCCURRENCES = "/v1/projects/p/occurrences";
    private static final String QA_NOTE = """
            {"attestation": {"hint": {"humanReadableName": "qa"}}}""";
    private static final String ATTESTATION = """
            {"serializedPayload": "eyJ9", "signatures": [{"signature": "c2ln", "publicKeyId": "ni:///sha-256;x"}]}""";

    private final FakeGrafeas grafeas;

    FakeGrafeasTest(@StartFake FakeGrafeas grafeas) {
        this.grafeas = grafeas;
    }

    @Test
    void sets_names_kinds_and_times_whatever_was_sent() {
        grafeas.clock(Clock.fixed(Instant.parse("2026-11-20T12:00:00.5Z"), ZoneOffset.UTC));

        Http.Answer note = Http.post(grafeas, NOTES + "?noteId=qa", """
                {"name": "mine", "kind": "BUILD", "createTime": "2001-01-01T00:00:00Z",
                 "shortDescription": "QA", "attestation": {"hint": {"humanReadableName": "qa"}}}""");
        Http.Answer occurrence = createAttestation("https://example.com/app@sha256:1");

        assertThat(note.status()).isEqualTo(200);
        assertThat(note.json()).isEqualTo(Json.parse("""
                {"name": "projects/p/notes/qa", "kind": "ATTESTATION", "shortDescription": "QA",
                 "attestation": {"hint": {"humanReadableName": "qa"}},
                 "createTime": "2026-11-20T12:00:00.500Z", "updateTime": "2026-11-20T12:00:00.500Z"}"""));
        assertThat(occurrence.text("name")).isEqualTo("projects/p/occurrences/00000000-0000-4000-8000-000000000001");
        assertThat(occurrence.text("kind")).isEqualTo("ATTESTATION");
        assertThat(occurrence.text("createTime")).isEqualTo("2026-11-20T12:00:00.500Z");
        assertThat(Http.get(grafeas, "/v1/" + occurrence.text("name")).json()).isEqualTo(occurrence.json());
        assertThat(Http.get(grafeas, NOTES + "/qa").json()).isEqualTo(note.json());
    }

    @Test
    void refuses_an_occurrence_of_a_missing_note() {
        Http.Answer answer = createAttestation("https://example.com/app");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).isEqualTo(Json.parse("""
                {"error": {"code": 404, "status": "NOT_FOUND",
                           "message": "note \\"projects/p/notes/qa\\" does not exist"}}"""));
    }

    @Test
    void refuses_the_same_note_and_the_same_attestation_twice() {
        createQaNote();
        String first = createAttestation("https://example.com/app").text("name");

        assertRefused(Http.post(grafeas, NOTES + "?noteId=qa", QA_NOTE), 409, "ALREADY_EXISTS", "projects/p/notes/qa");
        assertRefused(createAttestation("https://example.com/app"), 409, "ALREADY_EXISTS", first);
        assertThat(createAttestation("https://example.com/other").status()).isEqualTo(200);
    }

    @Test
    void tells_the_place_of_an_unknown_member() {
        createQaNote();

        Http.Answer answer = createOccurrence("""
                "attestation": {"serializedPayload": "eyJ9", "signatures": [{"sig": "c2ln"}]}""");

        assertThat(answer.json()).isEqualTo(Json.parse("""
                {"error": {"code": 400, "status": "INVALID_ARGUMENT",
                  "message": "Invalid JSON payload received. Unknown name \\"sig\\" at \
                'occurrence.attestation.signatures[0]': Cannot find field.",
                  "details": [{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [{
                    "field": "occurrence.attestation.signatures[0]",
                    "description": "Invalid JSON payload received. Unknown name \\"sig\\" at \
                'occurrence.attestation.signatures[0]': Cannot find field."}]}]}}"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "attestation": {"serializedPayload": "=", "signatures": []}              | serializedPayload' (TYPE_BYTES)
            "attestation": []                                                       | attestation' (MESSAGE)
            "attestation": {"serializedPayload": "eyJ9", "signatures": {}}           | signatures' (LIST)
            "vulnerability": {"severity": "HUGE"}                                   | severity' (TYPE_ENUM)
            "vulnerability": {"fixAvailable": "true"}                               | fixAvailable' (TYPE_BOOL)
            "vulnerability": {"cvssScore": "high"}                                  | cvssScore' (TYPE_FLOAT)
            "image": {"distance": 1.5}                                              | distance' (TYPE_INT32)
            "build": {"provenance": {"id": 1}}                                      | id' (TYPE_STRING)
            "discovery": {"lastScanTime": "yesterday"}                              | lastScanTime' (Timestamp)
            "attestation": {"signatures": [{"signature": "c2ln"}]}                   | serializedPayload is required
            "attestation": {"serializedPayload": "eyJ9"}                             | signatures is required
            "attestation": {"serializedPayload": "eyJ9", "signatures": [{}]}         | publicKeyId is required
            "remediation": "none"                                                   | details are required
            "deployment": {}, "discovery": {}                                       | oneof
            "discovery": {}                                                         | do not fit note
            """)
    void refuses_what_does_not_fit_the_contract(String details, String reason) {
        createQaNote();

        assertRefused(createOccurrence(details), 400, "INVALID_ARGUMENT", reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"a\": 1, \"a\": 1}", ""})
    void refuses_what_is_not_a_json_object(String body) {
        assertRefused(Http.post(grafeas, OCCURRENCES, body), 400, "INVALID_ARGUMENT", "nvalid");
    }

    @Test
    void requires_the_resource_and_a_note_name() {
        assertRefused(Http.post(grafeas, OCCURRENCES, "{\"attestation\": {}}"), 400, "INVALID_ARGUMENT", "resourceUri");
        assertRefused(
                Http.post(grafeas, OCCURRENCES, "{\"resourceUri\": \"r\", \"discovery\": {}}"),
                400,
                "INVALID_ARGUMENT",
                "noteName is required");
        assertRefused(
                Http.post(
                        grafeas,
                        OCCURRENCES,
                        "{\"resourceUri\": \"r\", \"noteName\": \"projects/p/occurrences/n\", \"discovery\": {}}"),
                400,
                "INVALID_ARGUMENT",
                "projects/p/occurrences/n");
    }

    @Test
    void requires_the_id_of_a_note_and_the_name_of_its_authority() {
        assertRefused(Http.post(grafeas, NOTES, QA_NOTE), 400, "INVALID_ARGUMENT", "note_id is required");
        assertRefused(
                Http.post(grafeas, NOTES + "?noteId=" + "n".repeat(101), QA_NOTE), 400, "INVALID_ARGUMENT", "100");
        assertRefused(
                Http.post(grafeas, NOTES + "?noteId=qa", "{\"attestation\": {\"hint\": {}}}"),
                400,
                "INVALID_ARGUMENT",
                "humanReadableName");
    }

    @Test
    void reads_snake_case_null_and_urlsafe_bytes() {
        createQaNote();

        Http.Answer answer = Http.post(grafeas, OCCURRENCES, """
                {"resource_uri": "https://example.com/app", "note_name": "projects/p/notes/qa", "build": null,
                 "attestation": {"serialized_payload": "_-8", "signatures": [{"public_key_id": "k"}]}}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("resourceUri")).isEqualTo("https://example.com/app");
        assertThat(answer.json().members()).doesNotContainKey("build");
    }

    @Test
    void serves_locations_apart_from_their_project() {
        String notes = "/v1/projects/p/locations/europe-west1/notes";
        Http.post(grafeas, notes + "?noteId=qa", QA_NOTE);

        assertThat(Http.get(grafeas, notes + "/qa").text("name"))
                .isEqualTo("projects/p/locations/europe-west1/notes/qa");
        assertThat(Http.get(grafeas, NOTES).json()).isEqualTo(Json.object(Map.of()));
    }

    @Test
    void gives_pages_until_there_is_no_token() {
        createQaNote();
        for (int i = 0; i < 25; i++) {
            createAttestation("https://example.com/app" + i);
        }

        Json first = Http.get(grafeas, OCCURRENCES).json();
        String token = first.get("nextPageToken").orElseThrow().string();
        Json second = Http.get(grafeas, OCCURRENCES + "?pageToken=" + token).json();

        assertThat(first.get("occurrences").orElseThrow().elements()).hasSize(20);
        assertThat(second.get("occurrences").orElseThrow().elements()).hasSize(5);
        assertThat(second.get("nextPageToken")).isEmpty();
        assertThat(Http.get(grafeas, OCCURRENCES + "?pageSize=7")
                        .json()
                        .get("occurrences")
                        .orElseThrow()
                        .elements())
                .hasSize(7);
        assertRefused(
                Http.get(grafeas, OCCURRENCES + "?pageToken=" + token + "&filter=" + encoded("kind=\"BUILD\"")),
                400,
                "INVALID_ARGUMENT",
                "page_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageSize=-1", "pageSize=1001", "pageSize=ten", "pageToken=!", "pageToken=MjA"})
    void refuses_sizes_and_tokens_that_it_did_not_give(String query) {
        assertRefused(Http.get(grafeas, OCCURRENCES + "?" + query), 400, "INVALID_ARGUMENT", "page_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?noteId=qa", "?pagesize=7", "?filter=&order_by=name"})
    void refuses_parameters_that_a_list_has_not(String query) {
        assertRefused(Http.get(grafeas, OCCURRENCES + query), 400, "INVALID_ARGUMENT", "Cannot bind query parameter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind="ATTESTATION"                                               | 2
            kind="BUILD"                                                     | 0
            resourceUrl="https://example.com/a@sha256:1"                     | 1
            kind="ATTESTATION" AND resourceUrl="https://example.com/b"       | 1
            noteProjectId="p" AND noteId="qa"                                | 2
            noteName="projects/p/notes/qa"                                   | 2
            noteId="other"                                                   | 0
            has_prefix(resourceUrl, "https://example.com/")                  | 2
            has_suffix(resourceUrl,"sha256:1") AND kind="ATTESTATION"        | 1
            resourceUrl="\\""                                                | 0
            (kind="BUILD") OR (kind="ATTESTATION")                           | 2
            noteId="qa" AND resourceUrl="x" OR has_suffix(resourceUrl,"/b")  | 1
            kind="BUILD" OR kind="ATTESTATION" AND resourceUrl="x"           | 0
            """)
    void filters_as_google_does(String filter, int count) {
        createQaNote();
        createAttestation("https://example.com/a@sha256:1");
        createAttestation("https://example.com/b");

        Json list =
                Http.get(grafeas, OCCURRENCES + "?filter=" + encoded(filter)).json();

        assertThat(list.get("occurrences").map(Json::elements).orElse(List.of()))
                .hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vulnerability.effectiveSeverity=\"HIGH\"",
                "resourceUri=\"https://example.com/a\"",
                "kind=\"BUILD\" and kind=\"BUILD\"",
                "NOT kind=\"BUILD\"",
                "(kind=\"BUILD\"",
                "kind>\"BUILD\"",
                "createTime>\"2026-11-20T12:00:00Z\"",
                "kind=BUILD",
                "kind=\"BUILD\" AND ",
                "has_suffix(noteName, \"x\")"
            })
    void refuses_other_filters_without_a_reason(String filter) {
        assertRefused(
                Http.get(grafeas, OCCURRENCES + "?filter=" + encoded(filter)),
                400,
                "INVALID_ARGUMENT",
                "Request contains an invalid argument.");
    }

    @Test
    void lists_notes_by_kind() {
        createQaNote();
        Http.post(grafeas, NOTES + "?noteId=scan", "{\"discovery\": {\"analysisKind\": \"VULNERABILITY\"}}");

        Json notes = Http.get(grafeas, NOTES + "?filter=" + encoded("kind=\"DISCOVERY\""))
                .json();

        assertThat(notes.get("notes").orElseThrow().elements())
                .singleElement()
                .extracting(note -> note.get("name").orElseThrow().string())
                .isEqualTo("projects/p/notes/scan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            createTime>"2026-11-20T11:59:59Z"       | 2
            createTime>"2026-11-20T12:00:00Z"       | 1
            updateTime<="2026-11-20T12:00:00Z"      | 1
            createTime="2026-11-20T12:00:01Z"       | 1
            """)
    void lists_notes_by_time(String filter, int count) {
        grafeas.clock(Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC));
        createQaNote();
        grafeas.clock(Clock.fixed(Instant.parse("2026-11-20T12:00:01Z"), ZoneOffset.UTC));
        Http.post(grafeas, NOTES + "?noteId=scan", "{\"discovery\": {\"analysisKind\": \"VULNERABILITY\"}}");

        Json notes = Http.get(grafeas, NOTES + "?filter=" + encoded(filter)).json();

        assertThat(notes.get("notes").orElseThrow().elements()).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createTime>\"yesterday\"", "noteId=\"qa\"", "has_prefix(resourceUrl,\"x\")"})
    void refuses_filters_that_are_not_of_notes(String filter) {
        assertRefused(
                Http.get(grafeas, NOTES + "?filter=" + encoded(filter)),
                400,
                "INVALID_ARGUMENT",
                "Request contains an invalid argument.");
    }

    @Test
    void stores_a_batch_whole_or_not_at_all() {
        createQaNote();
        String good =
                "{\"noteName\": \"projects/p/notes/qa\", \"resourceUri\": \"r\", \"attestation\": " + ATTESTATION + "}";
        String bad = good.replace("notes/qa", "notes/none").replace("\"r\"", "\"s\"");

        assertRefused(batch(good + "," + bad), 404, "NOT_FOUND", "notes/none");
        assertRefused(batch(good + "," + good), 409, "ALREADY_EXISTS", "already exists");
        assertThat(Http.get(grafeas, OCCURRENCES).json()).isEqualTo(Json.object(Map.of()));
        assertThat(batch(good).json().get("occurrences").orElseThrow().elements())
                .hasSize(1);
    }

    @Test
    void refuses_empty_and_oversized_batches() {
        createQaNote();
        String many = String.join(",", Collections.nCopies(1001, "{}"));

        assertRefused(batch(""), 400, "INVALID_ARGUMENT", "not 0");
        assertRefused(batch(many), 400, "INVALID_ARGUMENT", "not 1001");
        assertRefused(Http.post(grafeas, NOTES + ":batchCreate", "{\"notes\": {}}"), 400, "INVALID_ARGUMENT", "not 0");
        assertRefused(
                Http.post(grafeas, NOTES + ":batchCreate", "{\"notes\": {\"a/b\": " + QA_NOTE + "}}"),
                400,
                "INVALID_ARGUMENT",
                "note_id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            remediation,colour       | {"remediation": "x"}                         | "colour" is not a field
            resource_uri             | {"resourceUri": "other"}                     | is not a field
            attestation.serializedPayload.x | {"remediation": "x"}                  | is not a field
            resourceUri              | {"resourceUri": "other"}                     | immutable
            noteName                 | {}                                           | immutable
            attestation.signatures   | {"attestation": {"signatures": []}}          | immutable
            remediation              | {"madeUp": 1}                                | madeUp
            """)
    void refuses_masks_of_what_is_unknown_or_fixed(String mask, String body, String reason) {
        createQaNote();
        String name = createAttestation("https://example.com/app").text("name");

        assertRefused(
                Http.send(grafeas, "PATCH", "/v1/" + name + "?updateMask=" + encoded(mask), body),
                400,
                "INVALID_ARGUMENT",
                reason);
        assertThat(Http.get(grafeas, "/v1/" + name).text("resourceUri")).isEqualTo("https://example.com/app");
    }

    @Test
    void the_kind_of_a_note_stays() {
        createQaNote();

        assertRefused(
                Http.send(
                        grafeas,
                        "PATCH",
                        NOTES + "/qa?updateMask=attestation,discovery",
                        "{\"discovery\": {\"analysisKind\": \"BUILD\"}}"),
                400,
                "INVALID_ARGUMENT",
                "kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            setIamPolicy       | {}                                                                        | policy is required
            setIamPolicy       | {"policy": {"version": 2}}                                                | version 2
            setIamPolicy       | {"policy": {"bindings": [{"members": ["user:a"]}]}}                       | role is required
            setIamPolicy       | {"policy": {"bindings": [{"role": "r", "members": ["a"]}]}}               | Invalid member
            setIamPolicy       | {"policy": {"version": 1, "bindings": [{"role": "r", "condition": {}}]}}  | version 3
            getIamPolicy       | {"options": {"requestedPolicyVersion": 4}}                                | version 4
            getIamPolicy       | {"option": {}}                                                            | option
            testIamPermissions | {"permissions": ["containeranalysis.*"]}                                  | not valid
            testIamPermissions | {"permissions": ["containeranalysis.occurrences.get"]}                    | not valid
            """)
    void refuses_policies_that_google_refuses(String method, String body, String reason) {
        createQaNote();

        assertRefused(Http.post(grafeas, NOTES + "/qa:" + method, body), 400, "INVALID_ARGUMENT", reason);
        assertRefused(Http.post(grafeas, NOTES + "/none:" + method, body), 404, "NOT_FOUND", "does not exist");
    }

    @Test
    void shows_conditions_only_to_who_understands_them() {
        createQaNote();
        Http.post(
                grafeas,
                NOTES + "/qa:setIamPolicy",
                "{\"policy\": {\"version\": 3, \"bindings\": [{\"role\": \"r\", \"condition\": {\"expression\": \"false\"}}]}}");

        String old = Http.post(grafeas, NOTES + "/qa:getIamPolicy", "{}").body();
        String whole = Http.post(grafeas, NOTES + "/qa:getIamPolicy", "{\"options\": {\"requestedPolicyVersion\": 3}}")
                .body();

        assertThat(old).contains("r_withcond_").doesNotContain("expression");
        assertThat(whole).contains("expression").doesNotContain("withcond");
    }

    @Test
    void a_location_that_does_not_answer_fails_the_list_or_is_named() {
        createQaNote();
        grafeas.unreachable("europe-west1");

        assertRefused(Http.get(grafeas, NOTES), 503, "UNAVAILABLE", "europe-west1");
        assertThat(Http.get(grafeas, NOTES + "?returnPartialSuccess=true")
                        .json()
                        .members())
                .containsKey("notes")
                .containsEntry("unreachable", Json.strings(List.of("projects/p/locations/europe-west1")));
        assertThat(Http.get(grafeas, "/v1/projects/p/locations/us-east1/notes").status())
                .isEqualTo(200);
    }

    @Test
    void shows_what_was_tampered_with() {
        createQaNote();
        String name = createAttestation("https://example.com/app").text("name");

        grafeas.tamper(name, stored -> Json.object(Map.of("name", Json.of(name), "kind", Json.of("BUILD"))));

        assertThat(Http.get(grafeas, "/v1/" + name).text("kind")).isEqualTo("BUILD");
        assertThatIllegalArgumentException().isThrownBy(() -> grafeas.tamper("projects/p/notes/no", note -> note));
    }

    @Test
    void answers_unknown_paths_as_googles_front_end_does() {
        Http.Answer answer = Http.get(grafeas, "/v1/projects/p/occurrences:other");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("text/html");
    }

    @Test
    void requires_the_bearer_token_it_was_told() {
        createQaNote();
        grafeas.requireBearer("s3cr3t");

        assertRefused(Http.get(grafeas, NOTES + "/qa"), 401, "UNAUTHENTICATED", "credential");
        assertRefused(Http.get(grafeas, NOTES + "/qa", "Authorization", "Bearer other"), 401, "UNAUTHENTICATED", "");
        assertThat(Http.get(grafeas, NOTES + "/qa", "Authorization", "Bearer s3cr3t")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void records_requests_without_their_secrets() {
        Http.post(grafeas, NOTES + "?noteId=qa", QA_NOTE, "Authorization", "Bearer s3cr3t", "X-Api-Key", "s3cr3t");

        RecordedRequest request = grafeas.requests().get(0);

        assertThat(request).hasToString("POST /v1/projects/p/notes?noteId=qa");
        assertThat(request.header("authorization")).contains("Bearer ***");
        assertThat(request.header("X-Api-Key")).contains("***");
        assertThat(request.header("Cookie")).isEmpty();
        assertThat(request.json()).isEqualTo(Json.parse(QA_NOTE));
        assertThat(request.headers().toString()).doesNotContain("s3cr3t");
    }

    @Test
    void gives_prepared_answers_first_and_does_nothing_then() {
        grafeas.answerNext(
                FakeAnswer.text(502, "text/html", "<html>Bad Gateway</html>").withHeader("Retry-After", "1"),
                FakeAnswer.json(429, Json.object(Map.of())));

        assertThat(Http.post(grafeas, NOTES + "?noteId=qa", QA_NOTE).status()).isEqualTo(502);
        assertThat(Http.post(grafeas, NOTES + "?noteId=qa", QA_NOTE).status()).isEqualTo(429);
        assertThat(Http.post(grafeas, NOTES + "?noteId=qa", QA_NOTE).status()).isEqualTo(200);
        assertThat(grafeas.requests()).hasSize(3);
    }

    private void createQaNote() {
        assertThat(Http.post(grafeas, NOTES + "?noteId=qa", QA_NOTE).status()).isEqualTo(200);
    }

    private Http.Answer createAttestation(String resource) {
        return Http.post(
                grafeas,
                OCCURRENCES,
                "{\"noteName\": \"projects/p/notes/qa\", \"resourceUri\": \"%s\", \"attestation\": %s}"
                        .formatted(resource, ATTESTATION));
    }

    private Http.Answer createOccurrence(String details) {
        return Http.post(
                grafeas,
                OCCURRENCES,
                "{\"noteName\": \"projects/p/notes/qa\", \"resourceUri\": \"https://example.com/app\", %s}"
                        .formatted(details));
    }

    private Http.Answer batch(String occurrences) {
        return Http.post(grafeas, OCCURRENCES + ":batchCreate", "{\"occurrences\": [" + occurrences + "]}");
    }

    private static void assertRefused(Http.Answer answer, int code, String status, String reason) {
        Json error = answer.json().get("error").orElseThrow();
        assertThat(answer.status()).isEqualTo(code);
        assertThat(error.get("code")).contains(Json.of(code));
        assertThat(error.get("status")).contains(Json.of(status));
        assertThat(error.get("message").orElseThrow().string()).contains(reason);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
