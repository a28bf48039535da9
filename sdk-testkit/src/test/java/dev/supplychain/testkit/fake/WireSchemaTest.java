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
import org.junit.jupiter.api.Test;

class WireSchemaTest {
    private static final Set<String> KEPT = Set.of("type", "format", "enum", "$ref");
    private static final Set<String> NESTED = Set.of("items", "additionalProperties");

    @Test
    void grafeas_is_the_discovery_document_without_descriptions() throws IOException {
        Map<String, Json> document = schemas(Json.parse(Files.readAllBytes(spec("containeranalysis-v1.json"))));

        schemas(resource("grafeas-v1.json")).forEach((name, schema) -> {
            Map<String, Json> documented = new LinkedHashMap<>(properties(document.getOrDefault(name, Json.ofNull())));
            documented.replaceAll((property, type) -> stripped(type));
            assertThat(properties(schema)).as(name).isEqualTo(documented);
        });
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
