package dev.supplychain.model.endor;

import dev.supplychain.model.Json;
import dev.supplychain.model.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schemas of Endor's published API description, and samples made from them. */
final class OpenApi {
    private static final String DIGEST = "sha256:" + "0".repeat(64);
    /** Where any text would not do. */
    private static final Map<String, Json> SAMPLES = Map.of(
            "artifact_digest", Json.of(DIGEST),
            "artifact_name", Json.of("app@" + DIGEST),
            "certificate_identity", Json.of("octocat@example.com"),
            "namespace", Json.of("endor.prod.app"));

    private final Map<String, Object> schemas;

    private OpenApi(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    static OpenApi load() {
        try {
            String yaml = Files.readString(
                    Vectors.requireShared("spec").resolve("endor-create-artifact-signature.openapi.yaml"));
            Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return new OpenApi(map(get(map(get(map(document), "components")), "schemas")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> names() {
        return schemas.keySet();
    }

    Map<String, Object> properties(String schema) {
        return map(get(schema(schema), "properties"));
    }

    List<String> constants(String schema) {
        return strings(get(schema(schema), "enum"));
    }

    List<String> required(String schema) {
        return strings(get(schema(schema), "required"));
    }

    Set<String> readOnly(String schema) {
        return properties(schema).entrySet().stream()
                .filter(p -> Boolean.TRUE.equals(map(p.getValue()).get("readOnly")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An object in which every property of the schema is set, down to the last level. */
    Json sample(String schema) {
        Map<String, Json> members = new LinkedHashMap<>();
        properties(schema).forEach((name, property) -> members.put(name, sample(name, map(property))));
        return Json.object(members);
    }

    private Json sample(String name, Map<String, Object> property) {
        Json chosen = SAMPLES.get(name);
        if (chosen != null) {
            return chosen;
        }
        if (property.get("$ref") instanceof String ref) {
            String schema = ref.substring(ref.lastIndexOf('/') + 1);
            return schema(schema).containsKey("enum")
                    ? Json.of(constants(schema).get(1))
                    : sample(schema);
        }
        return switch (String.valueOf(property.get("type"))) {
            case "string" -> Json.of(text(name, property));
            case "integer" -> Json.of(5);
            case "number" -> Json.of(new BigDecimal("0.5"));
            case "boolean" -> Json.of(true);
            case "array" -> Json.array(List.of(sample("element", map(get(property, "items")))));
            case "object" ->
                property.containsKey("additionalProperties")
                        ? Json.object(Map.of("key", sample("value", map(get(property, "additionalProperties")))))
                        // Only the body's tenant_meta is an object without properties.
                        : sample("v1TenantMeta");
            default -> throw new IllegalStateException("no sample for " + name + " of " + property);
        };
    }

    private static String text(String name, Map<String, Object> property) {
        if ("date-time".equals(property.get("format"))) {
            return "2017-01-15T01:30:15.01Z";
        }
        return String.valueOf(property.get("description")).contains("atomic container signature")
                ? Critical.TYPE
                : "a " + name;
    }

    private Map<String, Object> schema(String name) {
        return map(get(schemas, name));
    }

    private static Object get(Map<String, Object> node, String name) {
        return Objects.requireNonNull(node.get(name), name);
    }

    @SuppressWarnings("unchecked") // the keys of this document are texts
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked") // so are the elements of these lists
    private static List<String> strings(Object node) {
        return (List<String>) node;
    }
}
