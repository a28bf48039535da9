package dev.supplychain.model.grafeas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonTrees;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import dev.supplychain.model.grafeas.v1beta1.ListNotesResponse;
import dev.supplychain.model.grafeas.v1beta1.ListOccurrencesResponse;
import dev.supplychain.model.grafeas.v1beta1.Note;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import dev.supplychain.model.intoto.InTotoStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of the open-source server, of its users and of Artifact Analysis. */
class GrafeasVectorTest {
    /** Maps, in which an empty object says nothing; anywhere else it is an empty message. */
    private static final Set<String> MAPS = Set.of("labels", "fileHashes", "customValues", "buildOptions");

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    /** Replies of a server that writes null, "" and 0001-01-01, and examples with members in either spelling. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "grafeas-docs-note_build.json",
                "grafeas-docs-note_deployment.json",
                "grafeas-docs-note_vulnerability.json",
                "grafeas-docs-occurrence_build.json",
                "grafeas-docs-occurrence_deployment.json",
                "grafeas-docs-occurrence_vulnerability.json",
                "grafeas_service_test-01.json",
                "grafeas_service_test-02.json",
                "grafeas_service_test-03.json",
                "totoify-clone.776a00e2.occurrence.json"
            })
    void a_v1beta1_document_writes_back_as_it_was_read(String name) throws IOException {
        Json json = read(name);

        assertWritesBack(json, typeOf(json));
    }

    @Test
    void every_v1_occurrence_of_a_gcloud_report_writes_back_as_it_was_read() throws IOException {
        Json report = read("defectdojo-artifact-analysis-occurrences-sample.json");
        List<Json> discoveries = report.get("discovery_summary")
                .flatMap(summary -> summary.get("discovery"))
                .orElseThrow()
                .elements();
        Map<String, Json> vulnerabilities = report.get("package_vulnerability_summary")
                .flatMap(summary -> summary.get("vulnerabilities"))
                .orElseThrow()
                .members();

        assertThat(discoveries).isNotEmpty();
        assertThat(vulnerabilities).isNotEmpty();
        discoveries.forEach(json -> assertWritesBack(json, dev.supplychain.model.grafeas.v1.Occurrence.class));
        vulnerabilities.values().stream()
                .flatMap(severity -> severity.elements().stream())
                .forEach(json -> assertWritesBack(json, dev.supplychain.model.grafeas.v1.Occurrence.class));
    }

    @Test
    void a_statement_of_tekton_writes_back_as_it_was_read() throws IOException {
        Json json = read("grafeas-slsa02Provenance.json");

        assertThat(Json.parse(InTotoStatement.parse(json.toUtf8()).toJson())).isEqualTo(json);
    }

    @Test
    void every_document_is_read_by_a_test_of_this_class() {
        assertThat(Vectors.jsonFiles(Vectors.require("grafeas/occurrences"))).hasSize(10 + 1 + 1);
    }

    private static Class<? extends Message> typeOf(Json json) {
        if (json.get("occurrences").isPresent()) {
            return ListOccurrencesResponse.class;
        }
        if (json.get("notes").isPresent()) {
            return ListNotesResponse.class;
        }
        return json.get("resource").isPresent() ? Occurrence.class : Note.class;
    }

    private static void assertWritesBack(Json json, Class<? extends Message> type) {
        Json written = ModelJson.toJson(ModelJson.read(json, type));

        assertThat(JsonTrees.withoutDefaults(camelCase(written))).isEqualTo(JsonTrees.withoutDefaults(camelCase(json)));
    }

    /** Names are taken in the spelling of protos and written in that of JSON. */
    private static Json camelCase(Json json) {
        return switch (json.kind()) {
            case OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                json.members().forEach((name, value) -> {
                    String camel =
                            UNDERSCORE.matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
                    if (!MAPS.contains(camel) || !value.equals(Json.object(Map.of()))) {
                        members.put(camel, camelCase(value));
                    }
                });
                yield Json.object(members);
            }
            case ARRAY ->
                Json.array(json.elements().stream()
                        .map(GrafeasVectorTest::camelCase)
                        .toList());
            default -> json;
        };
    }

    private static Json read(String name) throws IOException {
        Path file = Vectors.require("grafeas/occurrences").resolve(name);
        return Json.parse(Files.readAllBytes(file));
    }
}
