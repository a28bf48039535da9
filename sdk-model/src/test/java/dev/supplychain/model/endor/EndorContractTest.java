package dev.supplychain.model.endor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.supplychain.model.Json;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.rpc.Any;
import dev.supplychain.model.rpc.Status;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The types against Endor's own description of its API. */
class EndorContractTest {
    private static final Map<String, Class<? extends Message>> TYPES = Map.ofEntries(
            Map.entry("ArtifactSignatureServiceCreateArtifactSignatureBody", ArtifactSignature.class),
            Map.entry("v1ArtifactSignature", ArtifactSignature.class),
            Map.entry("v1Meta", Meta.class),
            Map.entry("v1ArtifactSignatureSpec", ArtifactSignatureSpec.class),
            Map.entry("v1TenantMeta", TenantMeta.class),
            Map.entry("v1IndexData", IndexData.class),
            Map.entry("v1CertificateExtensions", CertificateExtensions.class),
            Map.entry("v1SimpleContainerImage", SimpleContainerImage.class),
            Map.entry("v1Critical", Critical.class),
            Map.entry("CriticalIdentity", CriticalIdentity.class),
            Map.entry("CriticalImage", CriticalImage.class),
            Map.entry("googlerpcStatus", Status.class),
            Map.entry("googleprotobufAny", Any.class));

    private static OpenApi api;

    @BeforeAll
    static void load() {
        api = OpenApi.load();
    }

    @Test
    void every_schema_has_a_type() {
        assertThat(api.names())
                .hasSize(TYPES.size() + 1)
                .containsAll(TYPES.keySet())
                .contains("v1ArtifactType");
    }

    @Test
    void every_constant_is_one_of_the_enum() {
        assertThat(Arrays.stream(ArtifactType.values()).map(Enum::name))
                .containsExactlyElementsOf(api.constants("v1ArtifactType"));
    }

    @Test
    void every_property_has_an_accessor() {
        TYPES.forEach((schema, type) -> assertThat(api.properties(schema).keySet())
                .as(schema)
                .isNotEmpty()
                .allSatisfy(property -> assertThat(accessor(type, property))
                        .as(property)
                        .hasValue(property.equals("@type") ? "typeUrl" : camelCase(property))));
    }

    @Test
    void every_property_is_read_and_written_back() {
        TYPES.forEach((schema, type) -> {
            Json sample = api.sample(schema);

            Message message = ModelJson.read(sample, type);

            assertThat(message.unknownFields()).as(schema).isEmpty();
            assertThat(ModelJson.toJson(message)).as(schema).isEqualTo(sample);
        });
    }

    @Test
    void the_members_of_the_signature_stand_in_the_order_of_the_description() {
        Json sample = api.sample("v1ArtifactSignature");

        assertThat(ModelJson.writeText(ModelJson.read(sample, ArtifactSignature.class)))
                .isEqualTo(sample.toString());
    }

    @Test
    void what_the_service_sets_is_never_sent() {
        ArtifactSignature answered = ModelJson.read(api.sample("v1ArtifactSignature"), ArtifactSignature.class);

        Json sent = ModelJson.toJson(answered.forCreate());

        assertThat(sent.members())
                .doesNotContainKeys(api.readOnly("v1ArtifactSignature").toArray(new String[0]));
        assertThat(sent.get("meta").orElseThrow().members())
                .doesNotContainKey("index_data")
                .doesNotContainKeys(api.readOnly("v1Meta").toArray(new String[0]))
                .containsOnlyKeys("annotations", "description", "name", "parent_kind", "parent_uuid", "tags");
        assertThat(sent.get("spec")).hasValue(ModelJson.toJson(answered.spec().orElseThrow()));
        assertThat(api.readOnly("v1ArtifactSignatureSpec")).isEmpty();
    }

    @Test
    void what_the_service_requires_must_be_there_to_be_sent_but_not_to_be_read() {
        assertRequired("v1ArtifactSignature", List.of());
        assertRequired("v1Meta", List.of("meta"));
        assertRequired("v1ArtifactSignatureSpec", List.of("spec"));
        assertRequired("v1TenantMeta", List.of("tenant_meta"));
    }

    private static void assertRequired(String schema, List<String> path) {
        assertThat(api.required(schema)).isNotEmpty().allSatisfy(property -> {
            Json masked = without(api.sample("v1ArtifactSignature"), path, property);

            ArtifactSignature read = ModelJson.read(masked, ArtifactSignature.class);

            assertThat(ModelJson.toJson(read)).isEqualTo(masked);
            assertThatThrownBy(read::forCreate)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(String.join(".", concat(path, property)) + " is required");
        });
    }

    private static Json without(Json object, List<String> path, String property) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        if (path.isEmpty()) {
            members.remove(property);
        } else {
            members.computeIfPresent(
                    path.get(0), (name, part) -> without(part, path.subList(1, path.size()), property));
        }
        return Json.object(members);
    }

    private static List<String> concat(List<String> path, String property) {
        return java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(property))
                .toList();
    }

    private static Optional<String> accessor(Class<?> type, String property) {
        return Arrays.stream(type.getMethods())
                .filter(method -> name(method).equals(property))
                .map(Method::getName)
                .findFirst();
    }

    private static String name(Method method) {
        JsonProperty named = method.getAnnotation(JsonProperty.class);
        return named == null ? method.getName() : named.value();
    }

    private static String camelCase(String snakeCase) {
        return Pattern.compile("_([a-z])")
                .matcher(snakeCase)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
