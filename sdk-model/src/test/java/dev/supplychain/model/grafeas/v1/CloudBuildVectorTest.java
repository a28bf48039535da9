package dev.supplychain.model.grafeas.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonTrees;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real Cloud Build provenance as {@code gcloud} prints it (from slsa-verifier). */
class CloudBuildVectorTest {
    @TestFactory
    List<DynamicTest> every_occurrence_writes_back_as_it_was_read() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : Vectors.jsonFiles(Vectors.require("cloudbuild"))) {
            if (!file.endsWith("EXPECTED.json")) {
                Json document = Json.parse(Files.readAllBytes(file));
                List<Json> occurrences = document.get("provenance_summary")
                        .orElseThrow()
                        .get("provenance")
                        .orElseThrow()
                        .elements();
                assertThat(occurrences).isNotEmpty();
                for (Json occurrence : occurrences) {
                    String name = occurrence.get("name").orElseThrow().string();
                    tests.add(DynamicTest.dynamicTest(file.getFileName() + " " + name, () -> writesBack(occurrence)));
                }
            }
        }
        return tests;
    }

    private static void writesBack(Json json) {
        Occurrence occurrence = ModelJson.read(json, Occurrence.class);

        assertThat(JsonTrees.withoutDefaults(ModelJson.toJson(occurrence))).isEqualTo(JsonTrees.withoutDefaults(json));
        assertThat(occurrence.unknownFields()).isEmpty();
        assertThat(occurrence.details()).containsInstanceOf(BuildOccurrence.class);
        assertThat(occurrence.envelope().orElseThrow().toDsse().payload().size())
                .isPositive();
    }
}
