package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.Cancellation;
import dev.supplychain.clients.grafeas.BatchOutcome.Result;
import dev.supplychain.clients.internal.Http;
import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.Json;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.NoteKind;
import dev.supplychain.model.grafeas.v1.Occurrence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    private static final ProjectName PROJECT = ProjectName.of("p");

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

    @Test
    void sends_a_thousand_at_a_time_and_gives_an_outcome_for_each() throws Exception {
        List<Occurrence> all = occurrences(2001);
        answerAll(0, 1000);
        answerAll(1000, 2000);
        answerAll(2000, 2001);

        BatchResult<Occurrence> result = grafeas.batchCreateOccurrences(PROJECT, all);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.outcomes()).extracting(BatchOutcome::item).isEqualTo(all);
        assertThat(names(result.orElseThrow()))
                .isEqualTo(IntStream.range(0, 2001).mapToObj(BatchTest::name).toList());
        assertThat(List.of(sentByNextRequest(), sentByNextRequest(), sentByNextRequest()))
                .containsExactly(1000, 1000, 1);
    }

    @Test
    void sends_nothing_for_nothing() {
        assertThat(grafeas.batchCreateOccurrences(PROJECT, List.of()).orElseThrow())
                .isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void never_sends_what_only_the_service_sets() throws Exception {
        Occurrence stored = Occurrence.builder()
                .from(occurrence(0))
                .name(name(0))
                .kind(NoteKind.BUILD)
                .build();
        answerAll(0, 1);

        grafeas.batchCreateOccurrences(PROJECT, List.of(stored));

        assertThat(Json.parse(Http.body(server.takeRequest()))).isEqualTo(Json.parse("""
                {"occurrences": [{"resourceUri": "https://host/0", "noteName": "projects/p/notes/n"}]}"""));
    }

    @Test
    void a_refused_request_keeps_the_next_from_nothing() {
        answerAll(0, 1000);
        answer(409, "{\"error\":{\"code\":409,\"message\":\"exists\",\"status\":\"ALREADY_EXISTS\"}}");
        answerAll(2000, 2500);

        BatchResult<Occurrence> result = grafeas.batchCreateOccurrences(PROJECT, occurrences(2500));

        assertThat(results(result)).isEqualTo(Map.of(Result.STORED, 1500L, Result.NOT_STORED, 1000L));
        assertThat(result.outcomes().get(1500).failure().orElseThrow().isStatus(409))
                .isTrue();
        assertThat(names(result.stored())).contains(name(999), name(2000)).doesNotContain(name(1000));
        assertThatThrownBy(result::orElseThrow).isInstanceOf(ApiException.class).hasMessageContaining("exists");
    }

    @ParameterizedTest
    @CsvSource({"500, UNKNOWN", "503, UNKNOWN", "403, NOT_STORED", "401, NOT_STORED", "429, NOT_STORED"})
    void any_other_failure_leaves_the_rest_unsent(int status, Result result) {
        answerAll(0, 1000);
        answer(status, "{}");
        if (status == 401) {
            answer(status, "{}");
        }

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, occurrences(3000));

        assertThat(results(batch)).isEqualTo(Map.of(Result.STORED, 1000L, result, 1000L, Result.NOT_SENT, 1000L));
        assertThat(batch.items(Result.NOT_SENT)).isEqualTo(occurrences(3000).subList(2000, 3000));
        assertThat(batch.outcomes().get(2999).failure()).isEmpty();
    }

    @Test
    void an_answer_that_is_lost_leaves_the_outcome_unknown() {
        answerAll(0, 1000);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket(true, false, false))
                .build());

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, occurrences(1500));

        assertThat(results(batch)).isEqualTo(Map.of(Result.STORED, 1000L, Result.UNKNOWN, 500L));
        assertThat(batch.outcomes().get(1499).failure().orElseThrow().mayHaveActed())
                .isTrue();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_batch_that_is_cancelled_tells_what_was_stored_before() {
        Cancellation cancellation = new Cancellation();
        answerAll(0, 1000);
        try (GrafeasClient cancelled = GrafeasClient.create(new Recorded()
                        .options(server.url("/").toString())
                        .listener(attempt -> cancellation.cancel())
                        .build())
                .cancelledBy(cancellation)) {
            BatchResult<Occurrence> batch = cancelled.batchCreateOccurrences(PROJECT, occurrences(2500));

            assertThat(results(batch))
                    .isEqualTo(Map.of(Result.STORED, 1000L, Result.NOT_STORED, 1000L, Result.NOT_SENT, 500L));
            assertThat(batch.outcomes().get(1000).failure().orElseThrow().kind())
                    .isEqualTo(ApiException.Kind.CANCELLED);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** What the open-source server says when its store failed for some: the others are there. */
    @Test
    void a_refusal_after_a_part_was_stored_is_none() {
        answer(
                400,
                "{\"code\":3,\"message\":\"errors encountered when batch creating occurrences: 1 of 2 occurrences "
                        + "failed: [exists]\",\"details\":[]}");

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, occurrences(2));

        assertThat(results(batch)).isEqualTo(Map.of(Result.UNKNOWN, 2L));
        assertThat(batch.outcomes().get(0).failure().orElseThrow())
                .hasMessageContaining(
                        "400 INVALID_ARGUMENT: errors encountered when batch creating occurrences: 1 of 2")
                .hasMessageContaining("the server may have acted on it");
    }

    @Test
    void what_a_server_leaves_out_is_known_by_its_contents() {
        answer(200, "{\"occurrences\":[" + stored(2) + "," + stored(0) + "]}");

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, occurrences(3));

        assertThat(batch.outcomes())
                .extracting(BatchOutcome::result)
                .containsExactly(Result.STORED, Result.NOT_STORED, Result.STORED);
        assertThat(names(batch.stored())).containsExactly(name(0), name(2));
        assertThat(batch.outcomes().get(1).failure().orElseThrow())
                .hasMessageContaining("the server answered with 2 of 3 items, without this one");
    }

    /** Empty texts are the same as none, which a server that writes all of them does not care about. */
    @Test
    void contents_that_a_server_wrote_in_its_way_are_known_by_resource_and_note() {
        answer(200, "{\"occurrences\":[" + stored(1).replace("{", "{\"remediation\":\"\",") + "]}");

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, occurrences(2));

        assertThat(batch.outcomes()).extracting(BatchOutcome::result).containsExactly(Result.NOT_STORED, Result.STORED);
    }

    @Test
    void what_cannot_be_told_apart_is_unknown() {
        Occurrence first =
                Occurrence.builder().from(occurrence(0)).remediation("a").build();
        Occurrence second =
                Occurrence.builder().from(occurrence(0)).remediation("b").build();
        answer(200, "{\"occurrences\":[" + stored(0) + "]}");

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, List.of(first, second));

        assertThat(results(batch)).isEqualTo(Map.of(Result.UNKNOWN, 2L));
    }

    @Test
    void what_is_answered_in_full_is_paired_even_when_all_of_it_was_rewritten() {
        answer(200, """
                {"occurrences": [{"name": "projects/p/occurrences/1", "resourceUri": "x"},
                                 {"name": "projects/p/occurrences/2", "resourceUri": "y"}]}""");

        assertThat(grafeas.batchCreateOccurrences(PROJECT, occurrences(2)).isComplete())
                .isTrue();
    }

    @Test
    void equal_occurrences_are_as_many_as_the_server_says() {
        answer(200, "{\"occurrences\":[" + stored(0) + "]}");

        BatchResult<Occurrence> batch = grafeas.batchCreateOccurrences(PROJECT, List.of(occurrence(0), occurrence(0)));

        assertThat(results(batch)).isEqualTo(Map.of(Result.STORED, 1L, Result.NOT_STORED, 1L));
    }

    @Test
    void notes_are_known_by_their_ids_in_any_order() throws Exception {
        Map<String, Note> notes = new LinkedHashMap<>();
        notes.put("one", Note.attestation("1"));
        notes.put("two", Note.attestation("2"));
        notes.put("three", Note.attestation("3"));
        answer(200, "{\"notes\":[{\"name\":\"projects/777/notes/three\"},{\"name\":\"projects/777/notes/one\"}]}");

        BatchResult<Note> batch = grafeas.batchCreateNotes(PROJECT, notes);

        assertThat(batch.outcomes())
                .extracting(BatchOutcome::result)
                .containsExactly(Result.STORED, Result.NOT_STORED, Result.STORED);
        assertThat(batch.outcomes())
                .extracting(outcome -> outcome.item().name().orElseThrow())
                .containsExactly("projects/p/notes/one", "projects/p/notes/two", "projects/p/notes/three");
        assertThat(batch.outcomes().get(2).stored().orElseThrow().name()).contains("projects/777/notes/three");
        assertThat(Json.parse(Http.body(server.takeRequest()))
                        .get("notes")
                        .orElseThrow()
                        .members())
                .containsOnlyKeys("one", "two", "three")
                .allSatisfy((id, note) -> assertThat(note.get("name")).isEmpty());
    }

    @Test
    void refuses_the_id_of_a_note_before_anything_is_sent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grafeas.batchCreateNotes(PROJECT, Map.of("a/b", Note.attestation("x"))));
        assertThat(server.getRequestCount()).isZero();
    }

    private static Map<Result, Long> results(BatchResult<?> batch) {
        return batch.outcomes().stream().collect(Collectors.groupingBy(BatchOutcome::result, Collectors.counting()));
    }

    private static List<String> names(List<Occurrence> occurrences) {
        return occurrences.stream().map(o -> o.name().orElseThrow()).toList();
    }

    private static List<Occurrence> occurrences(int count) {
        return IntStream.range(0, count).mapToObj(BatchTest::occurrence).toList();
    }

    private static Occurrence occurrence(int i) {
        return Occurrence.builder()
                .resourceUri("https://host/" + i)
                .noteName("projects/p/notes/n")
                .build();
    }

    private static String name(int i) {
        return "projects/p/occurrences/" + i;
    }

    private static String stored(int i) {
        return "{\"name\":\"" + name(i) + "\",\"resourceUri\":\"https://host/" + i
                + "\",\"noteName\":\"projects/p/notes/n\",\"kind\":\"BUILD\",\"createTime\":\"2026-11-20T12:00:00Z\"}";
    }

    private void answerAll(int from, int to) {
        answer(
                200,
                IntStream.range(from, to)
                        .mapToObj(BatchTest::stored)
                        .collect(Collectors.joining(",", "{\"occurrences\":[", "]}")));
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private int sentByNextRequest() throws InterruptedException {
        return Json.parse(Http.body(server.takeRequest()))
                .get("occurrences")
                .orElseThrow()
                .elements()
                .size();
    }
}
