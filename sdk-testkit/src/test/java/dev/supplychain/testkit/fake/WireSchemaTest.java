package dev.supplychain.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireSchemaTest {
    private static final Set<String> KEPT = Set.of("type", "format", "enum", "$ref");
    private static final Set<String> NESTED = Set.of("items", "additionalProperties");

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1beta1"})
    void grafeas_is_the_discovery_document_without_descriptions(String version) throws IOException {
        Map<String, Json> document =
                schemas(Json.parse(Files.readAllBytes(spec("containeranalysis-" + version + ".json"))));

        schemas(resource("grafeas-" + version + ".json")).forEach((name, schema) -> {
            Map<String, Json> documented = new LinkedHashMap<>(properties(document.getOrDefault(name, Json.ofNull())));
            documented.replaceAll((property, type) -> stripped(type));
            assertThat(properties(schema)).as(name).isEqualTo(documented);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "remediation, true",
        "attestation.serializedPayload, true",
        "build.provenance.buildOptions.anything, true",
        "attestation.signatures.publicKeyId, false",
        "colour, false",
        "attestation.colour, false",
        "remediation.colour, false"
    })
    void knows_the_fields_that_a_mask_may_name(String path, boolean known) {
        assertThat(WireSchema.load("grafeas-v1.json").hasField("Occurrence", List.of(path.split("\\."))))
                .isEqualTo(known);
    }

    private static Map<String, Json> properties(Json schema) {
        return schema.get("properties").map(Json::members).orElse(Map.of());
    }

    private static Json stripped(Json type) {
        Map<String, Json> kept = new LinkedHashMap<>();
        type.members().forEach((name, value) -> {
            if (KEPT.contains(name)) {
                kept.put(name, value);
            } else if (NESTED.contains(name)) {
                kept.put(name, stripped(value));
            }
        });
        return Json.object(kept);
    }

    private static Map<String, Json> schemas(Json document) {
        return document.get("schemas").orElseThrow().members();
    }

    private static Json resource(String name) throws IOException {
        try (InputStream in = WireSchemaTest.class.getResourceAsStream(name)) {
            return Json.parse(in.readAllBytes());
        }
    }

    private static Path spec(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            for (Path candidate : List.of(folder.resolve("shared/spec"), folder.resolve("../shared/spec"))) {
                if (Files.exists(candidate.resolve(name))) {
                    return candidate.resolve(name);
                }
            }
        }
        return Assumptions.abort("specification ../shared/spec/" + name + " is missing");
    }
}
