package dev.supplychain.model.grafeas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Decimal;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.Vectors;
import dev.supplychain.model.rpc.Any;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every schema and property that the occurrence and note resources reach has a type and an accessor of its kind. */
class DiscoveryContractTest {
    private static final List<String> ROOTS = List.of(
            "Occurrence",
            "Note",
            "ListOccurrencesResponse",
            "ListNotesResponse",
            "ListNoteOccurrencesResponse",
            "BatchCreateOccurrencesRequest",
            "BatchCreateOccurrencesResponse",
            "BatchCreateNotesRequest",
            "BatchCreateNotesResponse",
            "VulnerabilityOccurrencesSummary",
            "Policy",
            "GetIamPolicyRequest",
            "SetIamPolicyRequest",
            "TestIamPermissionsRequest",
            "TestIamPermissionsResponse");
    private static final Pattern ROW = Pattern.compile("\\| (v1|v1beta1) \\| (\\w+) \\| ([\\w.]+) \\|");

    @ParameterizedTest
    @CsvSource({"v1, 97, 390", "v1beta1, 83, 327"})
    void every_schema_and_property_has_its_type(String version, int schemasOfOccurrence, int fieldsOfOccurrence)
            throws IOException {
        Path document = Vectors.requireShared("spec").resolve("containeranalysis-" + version + ".json");
        Map<String, Json> schemas = parse(document).get("schemas").orElseThrow().members();
        Map<String, String> table = table(version);

        List<String> problems = new ArrayList<>();
        int properties = 0;
        Set<String> reached = reach(schemas, ROOTS);
        for (String schema : reached) {
            Optional<Class<?>> type = load(version, table, schema);
            Map<String, Json> members = properties(schemas, schema);
            properties += members.size();
            if (type.isEmpty()) {
                problems.add(schema + ": no type " + name(version, table, schema));
                continue;
            }
            List<String> order = order(type.get());
            if (!Set.copyOf(order).equals(members.keySet())) {
                problems.add(schema + ": @JsonPropertyOrder " + order + " instead of " + members.keySet());
            }
            members.forEach((name, property) ->
                    check(version, table, type.get(), name, property).ifPresent(p -> problems.add(schema + "." + p)));
        }

        Set<String> ofOccurrence = reach(schemas, List.of("Occurrence"));
        System.out.printf("%s: %d schemas, %d properties%n", version, reached.size(), properties);
        assertThat(problems).isEmpty();
        assertThat(ofOccurrence).hasSize(schemasOfOccurrence);
        assertThat(ofOccurrence.stream()
                        .mapToInt(s -> properties(schemas, s).size())
                        .sum())
                .isEqualTo(fieldsOfOccurrence);
    }

    private static Optional<String> check(
            String version, Map<String, String> table, Class<?> type, String name, Json property) {
        Optional<Method> accessor = Arrays.stream(type.getMethods())
                .filter(m -> !Modifier.isStatic(m.getModifiers()))
                .filter(m -> m.getParameterCount() == 0 && name.equals(jsonName(m)))
                .findFirst();
        if (accessor.isEmpty()) {
            return Optional.of(name + ": no accessor in " + type.getName());
        }
        Type actual = accessor.get().getGenericReturnType();
        return fits(version, table, property, actual, false)
                ? Optional.empty()
                : Optional.of(name + ": " + actual.getTypeName() + " does not fit " + property);
    }

    private static String jsonName(Method method) {
        JsonProperty name = method.getAnnotation(JsonProperty.class);
        return name == null ? method.getName() : name.value();
    }

    private static boolean fits(String version, Map<String, String> table, Json property, Type type, boolean element) {
        String kind = text(property, "type");
        if (kind.equals("array")) {
            return isGeneric(type, List.class)
                    && fits(version, table, property.get("items").orElseThrow(), argument(type, 0), true);
        }
        if (kind.equals("object")) {
            return fitsObject(
                    version, table, property.get("additionalProperties").orElseThrow(), type, element);
        }
        Optional<Json> ref = property.get("$ref");
        if (ref.isPresent()) {
            return isOptional(
                    type, element, load(version, table, ref.get().string()).orElse(Void.class));
        }
        return fitsScalar(property, kind, type, element);
    }

    /** A map, or a message of any type: a Struct or an Any. */
    private static boolean fitsObject(
            String version, Map<String, String> table, Json values, Type type, boolean element) {
        if (text(values, "type").equals("any")) {
            return isOptional(type, element, Json.class)
                    || isOptional(type, element, Any.class)
                    || (isGeneric(type, Map.class) && argument(type, 1) == Json.class);
        }
        return isGeneric(type, Map.class)
                && argument(type, 0) == String.class
                && fits(version, table, values, argument(type, 1), true);
    }

    private static boolean fitsScalar(Json property, String kind, Type type, boolean element) {
        if (property.get("enum").isPresent()) {
            return isGeneric(type, OpenEnum.class)
                    && constants((Class<?>) argument(type, 0))
                            .equals(property.get("enum").orElseThrow().elements().stream()
                                    .map(Json::string)
                                    .toList());
        }
        return switch (kind + " " + text(property, "format")) {
            case "string " -> isOptional(type, element, String.class);
            case "string byte" -> isOptional(type, element, Bytes.class);
            case "string google-datetime" -> isOptional(type, element, Timestamp.class);
            case "string int64" -> type == OptionalLong.class;
            case "integer int32" -> type == OptionalInt.class;
            case "number float", "number double" -> isOptional(type, element, Decimal.class);
            case "boolean " -> type == boolean.class;
            default -> false;
        };
    }

    private static boolean isOptional(Type type, boolean element, Class<?> wanted) {
        return element ? type == wanted : isGeneric(type, Optional.class) && argument(type, 0) == wanted;
    }

    private static boolean isGeneric(Type type, Class<?> raw) {
        return type instanceof ParameterizedType generic && generic.getRawType() == raw;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    }

    private static List<String> order(Class<?> type) {
        JsonPropertyOrder order = type.getAnnotation(JsonPropertyOrder.class);
        return order == null ? List.of() : List.of(order.value());
    }

    private static Optional<Class<?>> load(String version, Map<String, String> table, String schema) {
        try {
            Class<?> type = Class.forName(name(version, table, schema));
            return Message.class.isAssignableFrom(type) ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The binary name: what follows the first capital is nested. */
    private static String name(String version, Map<String, String> table, String schema) {
        String name = "dev.supplychain.model." + table.getOrDefault(schema, "grafeas." + version + "." + schema);
        Matcher top = Pattern.compile("[a-z0-9.]+\\.[A-Z]\\w*").matcher(name);
        return top.lookingAt()
                ? name.substring(0, top.end()) + name.substring(top.end()).replace('.', '$')
                : name;
    }

    private static Set<String> reach(Map<String, Json> schemas, List<String> roots) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String schema = open.remove();
            if (reached.add(schema)) {
                collectReferences(requireNonNull(schemas.get(schema), schema), open);
            }
        }
        return reached;
    }

    private static void collectReferences(Json json, Deque<String> references) {
        switch (json.kind()) {
            case OBJECT -> {
                json.get("$ref").ifPresent(ref -> references.add(ref.string()));
                json.members().values().forEach(value -> collectReferences(value, references));
            }
            case ARRAY -> json.elements().forEach(value -> collectReferences(value, references));
            default -> {}
        }
    }

    private static Map<String, Json> properties(Map<String, Json> schemas, String schema) {
        return requireNonNull(schemas.get(schema), schema)
                .get("properties")
                .map(Json::members)
                .orElse(Map.of());
    }

    private static String text(Json json, String member) {
        return json.get(member).map(Json::string).orElse("");
    }

    private static Json parse(Path document) throws IOException {
        return Json.parse(Files.readAllBytes(document));
    }

    private static Map<String, String> table(String version) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/decisions.md"))) {
            folder = requireNonNull(folder.getParent(), "docs/decisions.md");
        }
        Map<String, String> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("docs/decisions.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && row.group(1).equals(version)) {
                table.put(row.group(2), row.group(3));
            }
        }
        return table;
    }
}
