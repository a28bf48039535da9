package dev.supplychain.model.grafeas.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real output of {@code gcloud artifacts docker images describe} (from slsa-verifier and DefectDojo). */
class GcloudOccurrencesTest {
    private static final String OCCURRENCE =
            "{\"name\":\"projects/p/occurrences/%s\",\"noteName\":\"projects/p/notes/n\",\"kind\":\"DISCOVERY\"}";

    @Test
    void finds_every_provenance_of_an_image() throws Exception {
        int signed = 0;
        for (Path file : Vectors.jsonFiles(Vectors.require("cloudbuild"))) {
            if (!file.endsWith("EXPECTED.json")) {
                byte[] json = Files.readAllBytes(file);
                List<Occurrence> occurrences = GcloudOccurrences.read(json);

                assertThat(occurrences).extracting(o -> o.name().orElseThrow()).isEqualTo(provenanceNames(json));
                for (Occurrence occurrence : occurrences) {
                    assertThat(occurrence
                                    .envelope()
                                    .orElseThrow()
                                    .toDsse()
                                    .payload()
                                    .utf8())
                            .startsWith("{");
                    signed++;
                }
            }
        }
        assertThat(signed).isGreaterThanOrEqualTo(5);
    }

    private static List<String> provenanceNames(byte[] json) {
        return Json.parse(json)
                .get("provenance_summary")
                .flatMap(summary -> summary.get("provenance"))
                .orElseThrow()
                .elements()
                .stream()
                .map(occurrence -> occurrence.get("name").orElseThrow().string())
                .toList();
    }

    @Test
    void finds_vulnerabilities_below_their_severities() throws IOException {
        byte[] report = Files.readAllBytes(
                Vectors.require("grafeas/occurrences").resolve("defectdojo-artifact-analysis-occurrences-sample.json"));

        List<Occurrence> occurrences = GcloudOccurrences.read(report);

        assertThat(occurrences).hasSize(1 + 2 + 2 + 3 + 1 + 2 + 2);
        assertThat(occurrences)
                .filteredOn(occurrence -> occurrence.vulnerability().isPresent())
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [A, B]                                        | a b
            A                                             | a
            {"occurrences": [A], "nextPageToken": "x"}    | a
            {"s": {"HIGH": [B, A]}, "t": null, "n": 1}    | b a
            []                                            | ``
            """)
    void takes_arrays_groups_and_one_alone(String shape, String ids) {
        String json = shape.replace("A", OCCURRENCE.replace("%s", "a")).replace("B", OCCURRENCE.replace("%s", "b"));

        List<String> found = new ArrayList<>();
        read(json).forEach(occurrence -> found.add(occurrence.name().orElseThrow()));

        assertThat(found)
                .isEqualTo(List.of(ids.split(" ")).stream()
                        .filter(id -> !id.isEmpty())
                        .map(id -> "projects/p/occurrences/" + id)
                        .toList());
    }

    @Test
    void does_not_take_a_part_of_an_occurrence_for_another() {
        assertThat(read("""
                        [{"noteName": "projects/p/notes/CVE", "vulnerability":
                          {"vexAssessment": {"noteName": "projects/p/notes/vex"}}}]"""))
                .singleElement()
                .satisfies(occurrence -> assertThat(occurrence.noteName()).contains("projects/p/notes/CVE"));
    }

    @Test
    void names_the_place_of_what_is_wrong() {
        assertThatThrownBy(() -> read("{\"a/b\": [{\"noteName\": \"n\", \"build\": []}]}"))
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo("/a~1b/0/build"))
                .hasMessageContaining("output of gcloud");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ERROR: (gcloud) not found", "[1, 2"})
    void refuses_what_is_not_json(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedDataException.class);
    }

    private static List<Occurrence> read(String json) {
        return GcloudOccurrences.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
