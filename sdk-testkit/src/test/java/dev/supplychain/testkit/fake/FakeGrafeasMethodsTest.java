package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.RetryOptions;
import dev.supplychain.clients.grafeas.BatchOutcome;
import dev.supplychain.clients.grafeas.BatchResult;
import dev.supplychain.clients.grafeas.GrafeasClient;
import dev.supplychain.clients.grafeas.NoteFilter;
import dev.supplychain.clients.grafeas.OccurrenceFilter;
import dev.supplychain.clients.grafeas.UpdateMask;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1.DiscoveryNote;
import dev.supplychain.model.grafeas.v1.DiscoveryOccurrence;
import dev.supplychain.model.grafeas.v1.Note;
import dev.supplychain.model.grafeas.v1.NoteKind;
import dev.supplychain.model.grafeas.v1.Occurrence;
import dev.supplychain.model.grafeas.v1.Severity;
import dev.supplychain.model.grafeas.v1.VulnerabilityNote;
import dev.supplychain.model.grafeas.v1.VulnerabilityOccurrence;
import dev.supplychain.model.iam.v1.Binding;
import dev.supplychain.model.iam.v1.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The methods of version 1 from one end to the other. */
class FakeGrafeasMethodsTest {
    private static final ProjectName PROJECT = ProjectName.of("p");
    private static final NoteName NOTE = PROJECT.note("scan");
    private static final String IMAGE = "https://us-docker.pkg.dev/p/r/app@sha256:ab";

    private final FakeGrafeas grafeas;
    private final GrafeasClient client;

    FakeGrafeasMethodsTest(@StartFake FakeGrafeas grafeas) {
        this.grafeas = grafeas;
        client = GrafeasClient.create(ClientOptions.builder()
                .baseUrl(grafeas.url())
                .retry(RetryOptions.none())
                .build());
        client.createNote(NOTE, scanNote());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void thousands_are_stored_by_batches_and_read_by_pages() {
        List<Occurrence> all = IntStream.range(0, 2500)
                .mapToObj(i -> discovery("https://host/" + i))
                .toList();

        BatchResult<Occurrence> batch = client.batchCreateOccurrences(PROJECT, all);

        assertThat(batch.orElseThrow())
                .extracting(o -> o.resourceUri().orElseThrow())
                .isEqualTo(all.stream().map(o -> o.resourceUri().orElseThrow()).toList());
        assertThat(client.listOccurrences(PROJECT, OccurrenceFilter.all(), 1000).stream()
                        .toList())
                .isEqualTo(batch.stored());
        assertThat(client.listNoteOccurrences(NOTE, OccurrenceFilter.resourceSuffix("/77")))
                .hasSize(1);
    }

    @Test
    void a_batch_that_is_refused_stores_nothing_and_the_next_is_sent() {
        List<Occurrence> all = new ArrayList<>(IntStream.range(0, 1500)
                .mapToObj(i -> discovery("https://host/" + i))
                .toList());
        all.set(
                500,
                Occurrence.builder()
                        .from(all.get(500))
                        .noteName("projects/p/notes/none")
                        .build());

        BatchResult<Occurrence> batch = client.batchCreateOccurrences(PROJECT, all);

        assertThat(batch.items(BatchOutcome.Result.NOT_STORED)).isEqualTo(all.subList(0, 1000));
        assertThat(batch.stored()).hasSize(500);
        assertThat(client.listOccurrences(PROJECT, OccurrenceFilter.all(), 1000))
                .hasSize(500);
    }

    @Test
    void notes_are_stored_by_batches_under_their_ids() {
        Map<String, Note> notes = new LinkedHashMap<>();
        notes.put("b", Note.attestation("b"));
        notes.put("a", Note.attestation("a"));

        assertThat(client.batchCreateNotes(PROJECT, notes).orElseThrow())
                .extracting(note -> note.name().orElseThrow())
                .containsExactly("projects/p/notes/b", "projects/p/notes/a");
        assertThat(client.listNotes(PROJECT, NoteFilter.kind(NoteKind.ATTESTATION)))
                .hasSize(2);
        assertThat(client.listNotes(
                        PROJECT,
                        NoteFilter.anyOf(NoteFilter.kind(NoteKind.ATTESTATION), NoteFilter.kind(NoteKind.DISCOVERY))))
                .hasSize(3);
    }

    @Test
    void a_patch_changes_what_the_mask_names_and_clears_what_is_not_there() {
        OccurrenceName name = nameOf(client.createOccurrence(
                PROJECT,
                Occurrence.builder().from(discovery(IMAGE)).remediation("wait").build()));

        Occurrence changed = client.patchOccurrence(
                name,
                Occurrence.builder()
                        .from(client.getOccurrence(name))
                        .remediation("update")
                        .build(),
                UpdateMask.of("remediation"));
        Occurrence cleared = client.patchOccurrence(name, discovery(IMAGE), UpdateMask.of("remediation"));

        assertThat(changed.remediation()).contains("update");
        assertThat(cleared.remediation()).isEmpty();
        assertThat(client.getOccurrence(name)).isEqualTo(cleared);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(
                        () -> client.patchOccurrence(name, discovery("https://other"), UpdateMask.of("resourceUri")))
                .withMessageContaining("occurrence.resourceUri is immutable");
        assertThat(client.patchNote(
                                NOTE,
                                Note.builder()
                                        .from(scanNote())
                                        .longDescription("long")
                                        .build(),
                                UpdateMask.of("longDescription"))
                        .longDescription())
                .contains("long");
    }

    @Test
    void what_is_deleted_is_gone_with_its_policy() {
        OccurrenceName name = nameOf(client.createOccurrence(PROJECT, discovery(IMAGE)));
        assertThat(client.getOccurrenceNote(name).name()).contains(NOTE.toString());
        client.setIamPolicy(name, viewers());

        client.deleteOccurrence(name);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.deleteOccurrence(name))
                .satisfies(e -> assertThat(e.code()).contains("NOT_FOUND"));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> client.getIamPolicy(name));
        client.deleteNote(NOTE);
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> client.getNote(NOTE));
    }

    @Test
    void a_policy_that_somebody_else_changed_is_not_overwritten() {
        Policy before = client.getIamPolicy(NOTE);
        Policy mine = Policy.builder().from(viewers()).etag(before.etag()).build();

        Policy stored = client.setIamPolicy(NOTE, mine);

        assertThat(client.getIamPolicy(NOTE)).isEqualTo(stored);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.setIamPolicy(NOTE, mine))
                .satisfies(e -> {
                    assertThat(e.isStatus(409)).isTrue();
                    assertThat(e.code()).contains("ABORTED");
                });
        assertThat(client.testIamPermissions(NOTE, List.of("containeranalysis.notes.get")))
                .containsExactly("containeranalysis.notes.get");
    }

    @Test
    void vulnerabilities_are_counted_by_resource_and_severity() {
        NoteName cve = PROJECT.note("CVE-2026-1");
        client.createNote(
                cve,
                Note.builder()
                        .vulnerability(VulnerabilityNote.builder().build())
                        .build());
        for (Severity severity : List.of(Severity.HIGH, Severity.LOW, Severity.HIGH)) {
            client.createOccurrence(PROJECT, vulnerability(cve, severity));
        }
        client.createOccurrence(PROJECT, discovery(IMAGE));

        var summary = client.getVulnerabilitySummary(PROJECT, OccurrenceFilter.resource(IMAGE));

        assertThat(summary.counts()).hasSize(2);
        assertThat(summary.counts().get(0).severity().is(Severity.HIGH)).isTrue();
        assertThat(summary.counts().get(0).totalCount()).hasValue(2);
        assertThat(summary.counts().get(0).resourceUri()).contains(IMAGE);
    }

    @Test
    void locations_that_do_not_answer_are_named_to_who_allows_it() {
        grafeas.unreachable("eu");
        List<String> missing = new ArrayList<>();

        assertThat(client.listReachableNotes(PROJECT, NoteFilter.all(), 100, missing::addAll))
                .hasSize(1);
        assertThat(missing).containsExactly("projects/p/locations/eu");
        assertThat(client.getReachableVulnerabilitySummary(PROJECT, OccurrenceFilter.all())
                        .unreachable())
                .containsExactly("projects/p/locations/eu");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> client.listNotes(PROJECT, NoteFilter.all()).forEach(note -> {}))
                .satisfies(e -> assertThat(e.code()).contains("UNAVAILABLE"));
    }

    @Test
    void an_export_is_told_about_by_an_occurrence() {
        String discovery =
                client.exportSbom(PROJECT, IMAGE).discoveryOccurrence().orElseThrow();

        Occurrence occurrence = client.getOccurrence(OccurrenceName.parse(discovery));

        assertThat(occurrence.resourceUri()).contains(IMAGE);
        assertThat(occurrence.discovery().orElseThrow().sbomStatus()).isPresent();
    }

    private static OccurrenceName nameOf(Occurrence occurrence) {
        return OccurrenceName.parse(occurrence.name().orElseThrow());
    }

    private static Policy viewers() {
        return Policy.builder()
                .addBindings(Binding.builder()
                        .role("roles/containeranalysis.occurrences.viewer")
                        .addMembers("user:a@example.com")
                        .build())
                .build();
    }

    private static Note scanNote() {
        return Note.builder()
                .discovery(DiscoveryNote.builder()
                        .analysisKind(NoteKind.VULNERABILITY)
                        .build())
                .build();
    }

    private static Occurrence discovery(String resource) {
        return Occurrence.builder()
                .resourceUri(resource)
                .noteName(NOTE.toString())
                .discovery(DiscoveryOccurrence.builder().cpe("cpe").build())
                .build();
    }

    private static Occurrence vulnerability(NoteName note, Severity severity) {
        return Occurrence.builder()
                .resourceUri(IMAGE)
                .noteName(note.toString())
                .vulnerability(VulnerabilityOccurrence.builder()
                        .effectiveSeverity(severity)
                        .build())
                .build();
    }
}
