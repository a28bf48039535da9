package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supplychain.clients.ApiException;
import dev.supplychain.clients.ClientOptions;
import dev.supplychain.clients.grafeas.BatchOutcome.Result;
import dev.supplychain.clients.grafeas.BatchResult;
import dev.supplychain.clients.grafeas.GrafeasV1Beta1Client;
import dev.supplychain.clients.grafeas.NoteFilter;
import dev.supplychain.clients.grafeas.OccurrenceFilter;
import dev.supplychain.clients.grafeas.UpdateMask;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.NoteName;
import dev.supplychain.model.OccurrenceName;
import dev.supplychain.model.ProjectName;
import dev.supplychain.model.grafeas.v1beta1.Note;
import dev.supplychain.model.grafeas.v1beta1.NoteKind;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import dev.supplychain.model.grafeas.v1beta1.Resource;
import dev.supplychain.model.grafeas.v1beta1.Signature;
import dev.supplychain.model.grafeas.v1beta1.attestation.Attestation;
import dev.supplychain.model.grafeas.v1beta1.attestation.Authority;
import dev.supplychain.model.grafeas.v1beta1.attestation.Details;
import dev.supplychain.model.grafeas.v1beta1.attestation.GenericSignedAttestation;
import dev.supplychain.model.grafeas.v1beta1.deployment.Deployable;
import dev.supplychain.model.grafeas.v1beta1.deployment.Deployment;
import dev.supplychain.model.grafeas.v1beta1.project.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Version 1beta1 of Google's service, and the open-source server. */
class FakeGrafeasV1Beta1Test {
    private static final ProjectName PROJECT = ProjectName.of("p");
    private static final NoteName QA = PROJECT.note("qa");
    private static final NoteName DEPLOYED = PROJECT.note("deployed");
    private static final String IMAGE = "https://host/image@sha256:ab";

    @Test
    void google_derives_the_kind_and_finds_by_the_uri_of_the_resource(@StartFake FakeGrafeas grafeas) {
        try (GrafeasV1Beta1Client client = client(grafeas)) {
            client.createNote(QA, authority());

            Occurrence stored = client.createOccurrence(PROJECT, attestation());

            assertThat(stored.kind().is(NoteKind.ATTESTATION)).isTrue();
            assertThat(client.listOccurrences(
                            PROJECT,
                            OccurrenceFilter.kind(NoteKind.ATTESTATION)
                                    .and(OccurrenceFilter.resourceSuffix("sha256:ab"))))
                    .containsExactly(stored);
            assertThat(client.getOccurrenceNote(nameOf(stored))).isEqualTo(client.getNote(QA));
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.createOccurrence(PROJECT, attestation()))
                    .satisfies(e -> assertThat(e.code()).contains("ALREADY_EXISTS"));
        }
    }

    @Test
    void google_s_versions_do_not_see_each_other_here(@StartFake FakeGrafeas grafeas) {
        try (GrafeasV1Beta1Client client = client(grafeas)) {
            client.createNote(QA, authority());

            assertThat(Http.get(grafeas, "/v1/projects/p/notes/qa").status()).isEqualTo(404);
            assertThat(Http.get(grafeas, "/v1beta1/projects/p/notes/qa").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void google_exports_and_counts_by_the_older_shapes(@StartFake FakeGrafeas grafeas) {
        try (GrafeasV1Beta1Client client = client(grafeas)) {
            String discovery =
                    client.exportSbom(PROJECT, IMAGE).discoveryOccurrenceId().orElseThrow();

            assertThat(client.getOccurrence(OccurrenceName.parse(discovery))
                            .discovered()
                            .orElseThrow()
                            .discovered()
                            .orElseThrow()
                            .sbomStatus())
                    .isPresent();
            assertThat(client.generatePackagesSummary(PROJECT, IMAGE).resourceUrl())
                    .contains(IMAGE);
            assertThat(client.getVulnerabilitySummary(PROJECT, OccurrenceFilter.all())
                            .counts())
                    .isEmpty();
        }
    }

    @Test
    void the_open_source_server_needs_a_project_first() {
        try (FakeGrafeas grafeas = FakeGrafeas.startOpenSource();
                GrafeasV1Beta1Client client = client(grafeas)) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.createNote(QA, authority()))
                    .withMessageContaining("404 NOT_FOUND: Project with name \"projects/p\" does not Exist");

            client.createProject(PROJECT);
            client.createNote(QA, authority());

            assertThat(client.getProject(PROJECT).name()).contains("projects/p");
            assertThat(client.listProjects()).extracting(Project::name).hasSize(1);
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.createProject(PROJECT))
                    .satisfies(e -> assertThat(e.code()).contains("ALREADY_EXISTS"));
            client.deleteProject(PROJECT);
            assertThat(client.listProjects()).isEmpty();
        }
    }

    @Test
    void the_open_source_server_stores_the_kind_that_it_is_sent() {
        try (FakeGrafeas grafeas = openSource();
                GrafeasV1Beta1Client client = client(grafeas)) {
            Occurrence without = client.createOccurrence(PROJECT, deployment());
            Occurrence with = client.createOccurrence(
                    PROJECT,
                    Occurrence.builder()
                            .from(deployment())
                            .kind(NoteKind.DEPLOYMENT)
                            .build());

            assertThat(client.getOccurrence(nameOf(without)).kind().is(NoteKind.NOTE_KIND_UNSPECIFIED))
                    .isTrue();
            assertThat(client.getOccurrence(nameOf(with)).kind().is(NoteKind.DEPLOYMENT))
                    .isTrue();
        }
    }

    @Test
    void the_open_source_server_ignores_filters_and_masks() {
        try (FakeGrafeas grafeas = openSource();
                GrafeasV1Beta1Client client = client(grafeas)) {
            OccurrenceName name = nameOf(client.createOccurrence(PROJECT, deployment()));

            assertThat(client.listOccurrences(PROJECT, OccurrenceFilter.kind(NoteKind.BUILD)))
                    .hasSize(1);
            Occurrence patched = client.patchOccurrence(
                    name,
                    Occurrence.builder().from(deployment()).remediation("x").build(),
                    UpdateMask.of("noteName"));
            assertThat(patched.remediation()).contains("x");
            assertThat(patched.name()).contains(name.toString());
            client.deleteOccurrence(name);
            assertThat(client.listNoteOccurrences(DEPLOYED, OccurrenceFilter.all()))
                    .isEmpty();
        }
    }

    @Test
    void what_the_open_source_server_leaves_out_of_a_batch_is_not_stored() {
        try (FakeGrafeas grafeas = openSource();
                GrafeasV1Beta1Client client = client(grafeas)) {
            client.createNote(PROJECT.note("two"), deployable());
            Map<String, Note> notes = new LinkedHashMap<>();
            notes.put("one", deployable());
            notes.put("two", deployable());
            notes.put("three", deployable());

            BatchResult<Note> batch = client.batchCreateNotes(PROJECT, notes);

            assertThat(batch.outcomes())
                    .extracting(outcome -> outcome.result())
                    .containsExactly(Result.STORED, Result.NOT_STORED, Result.STORED);
            assertThat(client.listNotes(PROJECT, NoteFilter.all())).hasSize(3);
            assertThat(client.batchCreateOccurrences(PROJECT, List.of(deployment(), deployment()))
                            .isComplete())
                    .isTrue();
        }
    }

    @Test
    void the_open_source_server_says_everything_in_one_message() {
        try (FakeGrafeas grafeas = openSource();
                GrafeasV1Beta1Client client = client(grafeas)) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.createOccurrence(
                            PROJECT,
                            Occurrence.builder().noteName("projects/p/notes/n").build()))
                    .withMessage("POST /v1beta1/projects/p/occurrences failed: 400 INVALID_ARGUMENT: "
                            + "occurrence is invalid: [resource is required details is required] (1 attempt)");
        }
    }

    @Test
    void the_open_source_server_has_no_policies_no_locations_and_no_version_1() {
        try (FakeGrafeas grafeas = openSource();
                GrafeasV1Beta1Client client = client(grafeas)) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.getIamPolicy(QA))
                    .satisfies(e -> assertThat(e.code()).contains("NOT_FOUND"));
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(
                            () -> client.createNote(ProjectName.of("p", "eu").note("n"), deployable()))
                    .satisfies(e -> assertThat(e.code()).contains("INVALID_ARGUMENT"));
            assertThat(Http.get(grafeas, "/v1/projects/p/notes").body())
                    .isEqualTo("{\"code\":5,\"message\":\"Not Found\",\"details\":[]}");
        }
    }

    /** Its store in memory looks at how names begin. */
    @Test
    void the_open_source_server_lists_those_of_projects_that_begin_alike() {
        try (FakeGrafeas grafeas = openSource();
                GrafeasV1Beta1Client client = client(grafeas)) {
            ProjectName other = ProjectName.of("p2");
            client.createProject(other);
            client.createOccurrence(other, deployment());

            assertThat(client.listOccurrences(PROJECT, OccurrenceFilter.all())).hasSize(1);
        }
    }

    private static FakeGrafeas openSource() {
        FakeGrafeas grafeas = FakeGrafeas.startOpenSource();
        assertThat(Http.post(grafeas, "/v1beta1/projects", "{\"name\": \"projects/p\"}")
                        .status())
                .isEqualTo(200);
        return grafeas;
    }

    private static GrafeasV1Beta1Client client(FakeGrafeas grafeas) {
        return GrafeasV1Beta1Client.create(ClientOptions.of(grafeas.url()));
    }

    private static OccurrenceName nameOf(Occurrence occurrence) {
        return OccurrenceName.parse(occurrence.name().orElseThrow());
    }

    private static Note authority() {
        return Note.builder()
                .attestationAuthority(Authority.builder()
                        .hint(Authority.Hint.builder().humanReadableName("qa").build())
                        .build())
                .build();
    }

    private static Note deployable() {
        return Note.builder()
                .deployable(Deployable.builder().addResourceUri(IMAGE).build())
                .build();
    }

    private static Occurrence attestation() {
        return Occurrence.builder()
                .resource(Resource.builder().uri(IMAGE).build())
                .noteName(QA.toString())
                .kind(NoteKind.BUILD)
                .attestation(Details.builder()
                        .attestation(Attestation.builder()
                                .genericSignedAttestation(GenericSignedAttestation.builder()
                                        .serializedPayload(Bytes.utf8("{}"))
                                        .addSignatures(Signature.builder()
                                                .publicKeyId("ni:///sha-256;x")
                                                .signature(Bytes.utf8("sig"))
                                                .build())
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private static Occurrence deployment() {
        return Occurrence.builder()
                .resource(Resource.builder().uri(IMAGE).build())
                .noteName(DEPLOYED.toString())
                .deployment(dev.supplychain.model.grafeas.v1beta1.deployment.Details.builder()
                        .deployment(Deployment.builder().address("here").build())
                        .build())
                .build();
    }
}
