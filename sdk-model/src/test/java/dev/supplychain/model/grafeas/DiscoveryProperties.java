package dev.supplychain.model.grafeas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.DuplicateMembers;
import dev.supplychain.model.Json;
import dev.supplychain.model.JsonTrees;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Documents made at random from the discovery documents, with members and enum texts that nobody knows put in at any
 * depth, read and write back equal.
 */
class DiscoveryProperties {
    private static final Map<String, Map<String, Json>> SCHEMAS = new ConcurrentHashMap<>();

    /** The discovery documents do not say which properties exclude each other. */
    private static final Map<String, List<List<String>>> ONE_OF = Map.of(
            "v1.Occurrence",
            List.of(List.of(
                    "vulnerability",
                    "build",
                    "image",
                    "package",
                    "deployment",
                    "discovery",
                    "attestation",
                    "upgrade",
                    "compliance",
                    "dsseAttestation",
                    "sbomReference",
                    "secret",
                    "aiSkillAnalysis")),
            "v1.Note",
            List.of(List.of(
                    "vulnerability",
                    "build",
                    "image",
                    "package",
                    "deployment",
                    "discovery",
                    "attestation",
                    "upgrade",
                    "compliance",
                    "dsseAttestation",
                    "vulnerabilityAssessment",
                    "sbomReference",
                    "secret",
                    "aiSkillAnalysis")),
            "v1.InTotoStatement",
            List.of(List.of("provenance", "slsaProvenance", "slsaProvenanceZeroTwo")),
            "v1beta1.Occurrence",
            List.of(List.of(
                    "vulnerability",
                    "build",
                    "derivedImage",
                    "installation",
                    "deployment",
                    "discovered",
                    "attestation",
                    "intoto",
                    "sbom",
                    "spdxPackage",
                    "spdxFile",
                    "spdxRelationship",
                    "sbomReference",
                    "secret",
                    "aiSkillAnalysis")),
            "v1beta1.Note",
            List.of(List.of(
                    "vulnerability",
                    "build",
                    "baseImage",
                    "package",
                    "deployable",
                    "discovery",
                    "attestationAuthority",
                    "intoto",
                    "sbom",
                    "spdxPackage",
                    "spdxFile",
                    "spdxRelationship",
                    "vulnerabilityAssessment",
                    "sbomReference",
                    "secret",
                    "aiSkillAnalysis")),
            "v1beta1.Attestation",
            List.of(List.of("pgpSignedAttestation", "genericSignedAttestation")));

    private static final Map<String, List<List<String>>> ONE_OF_IN_BOTH = Map.of(
            "CloudRepoSourceContext",
            List.of(List.of("revisionId", "aliasContext")),
            "GerritSourceContext",
            List.of(List.of("revisionId", "aliasContext")),
            "RepoId",
            List.of(List.of("projectRepoId", "uid")),
            "SourceContext",
            List.of(List.of("cloudRepo", "gerrit", "git")));

    @Property
    void a_v1_occurrence_survives(@ForAll long seed) {
        survives("v1", "Occurrence", dev.supplychain.model.grafeas.v1.Occurrence.class, seed);
    }

    @Property
    void a_v1_note_survives(@ForAll long seed) {
        survives("v1", "Note", dev.supplychain.model.grafeas.v1.Note.class, seed);
    }

    @Property
    void a_v1_list_survives(@ForAll long seed) {
        survives("v1", "ListOccurrencesResponse", dev.supplychain.model.grafeas.v1.ListOccurrencesResponse.class, seed);
    }

    @Property
    void a_v1_summary_survives(@ForAll long seed) {
        survives(
                "v1",
                "VulnerabilityOccurrencesSummary",
                dev.supplychain.model.grafeas.v1.VulnerabilityOccurrencesSummary.class,
                seed);
    }

    @Property
    void a_policy_survives(@ForAll long seed) {
        survives("v1", "Policy", dev.supplychain.model.iam.v1.Policy.class, seed);
    }

    @Property
    void a_v1beta1_occurrence_survives(@ForAll long seed) {
        survives("v1beta1", "Occurrence", dev.supplychain.model.grafeas.v1beta1.Occurrence.class, seed);
    }

    @Property
    void a_v1beta1_note_survives(@ForAll long seed) {
        survives("v1beta1", "Note", dev.supplychain.model.grafeas.v1beta1.Note.class, seed);
    }

    @Property
    void a_v1beta1_list_survives(@ForAll long seed) {
        survives(
                "v1beta1",
                "ListOccurrencesResponse",
                dev.supplychain.model.grafeas.v1beta1.ListOccurrencesResponse.class,
                seed);
    }

    @Property(tries = 500)
    void a_duplicate_at_any_depth_is_refused(@ForAll boolean v1, @ForAll boolean occurrence, @ForAll long seed) {
        String schema = occurrence ? "ListOccurrencesResponse" : "ListNotesResponse";
        Class<? extends Message> type = v1
                ? occurrence
                        ? dev.supplychain.model.grafeas.v1.ListOccurrencesResponse.class
                        : dev.supplychain.model.grafeas.v1.ListNotesResponse.class
                : occurrence
                        ? dev.supplychain.model.grafeas.v1beta1.ListOccurrencesResponse.class
                        : dev.supplychain.model.grafeas.v1beta1.ListNotesResponse.class;
        Json document = new Generator(v1 ? "v1" : "v1beta1", new Random(seed)).object(schema, 7);

        DuplicateMembers.of(document, seed)
                .ifPresent(json -> assertThatThrownBy(() -> ModelJson.read(json, type))
                        .isInstanceOf(MalformedDataException.class)
                        .hasMessageContaining("Duplicate field"));
    }

    private static void survives(String version, String schema, Class<? extends Message> type, long seed) {
        Json document = new Generator(version, new Random(seed)).object(schema, 6);

        Json written = ModelJson.toJson(ModelJson.read(document, type));

        assertThat(JsonTrees.withoutDefaults(written)).isEqualTo(JsonTrees.withoutDefaults(document));
    }

    private static Map<String, Json> schemas(String version) {
        return SCHEMAS.computeIfAbsent(version, v -> {
            try {
                return Json.parse(Files.readAllBytes(
                                Vectors.requireShared("spec").resolve("containeranalysis-" + v + ".json")))
                        .get("schemas")
                        .orElseThrow()
                        .members();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    record Generator(String version, Random random) {
        Json object(String schema, int levels) {
            Map<String, Json> properties =
                    new LinkedHashMap<>(requireNonNull(schemas(version).get(schema), schema)
                            .get("properties")
                            .map(Json::members)
                            .orElse(Map.of()));
            oneOf(schema).forEach(group -> keepOne(properties, group));
            Map<String, Json> members = new LinkedHashMap<>();
            properties.forEach((name, property) -> {
                if (random.nextInt(10) < 6) {
                    value(property, levels - 1)
                            // The one map whose values are of any type, which the schema does not tell from a message.
                            .filter(value -> !(name.equals("annotations") && value.equals(Json.object(Map.of()))))
                            .ifPresent(value -> members.put(name, value));
                }
            });
            if (random.nextInt(4) == 0) {
                members.put("newer" + random.nextInt(3), anything(2));
            }
            return Json.object(members);
        }

        private List<List<String>> oneOf(String schema) {
            return ONE_OF.getOrDefault(version + "." + schema, ONE_OF_IN_BOTH.getOrDefault(schema, List.of()));
        }

        private void keepOne(Map<String, Json> properties, List<String> group) {
            String kept = group.get(random.nextInt(group.size()));
            group.stream().filter(name -> !name.equals(kept)).forEach(properties::remove);
        }

        /** Absent where the levels are used up. */
        private Optional<Json> value(Json property, int levels) {
            Optional<Json> ref = property.get("$ref");
            if (ref.isPresent()) {
                return levels > 0 ? Optional.of(object(ref.get().string(), levels)) : Optional.empty();
            }
            String kind = property.get("type").map(Json::string).orElse("");
            String format = property.get("format").map(Json::string).orElse("");
            return switch (kind) {
                case "array" ->
                    Optional.of(
                            Json.array(some(() -> value(property.get("items").orElseThrow(), levels))));
                case "object" -> map(property.get("additionalProperties").orElseThrow(), levels);
                case "any" -> Optional.of(anything(2));
                case "boolean" -> Optional.of(Json.of(random.nextBoolean()));
                case "integer" -> Optional.of(Json.of((long) random.nextInt()));
                case "number" -> Optional.of(Json.of(BigDecimal.valueOf(random.nextLong(), random.nextInt(30))));
                case "string" -> Optional.of(Json.of(text(property, format)));
                default -> throw new IllegalStateException(kind);
            };
        }

        /** A map by name, or an object of a shape of its own. */
        private Optional<Json> map(Json values, int levels) {
            Map<String, Json> map = new LinkedHashMap<>();
            List<Json> some = some(() -> value(values, levels));
            for (int i = 0; i < some.size(); i++) {
                map.put(i == 0 ? "@type" : text() + i, i == 0 && isAny(values) ? Json.of("t/" + text()) : some.get(i));
            }
            // An empty map is an absent one; an empty message is not.
            return map.isEmpty() && !isAny(values) ? Optional.empty() : Optional.of(Json.object(map));
        }

        private static boolean isAny(Json values) {
            return values.get("type").map(Json::string).orElse("").equals("any");
        }

        private String text(Json property, String format) {
            Optional<Json> constants = property.get("enum");
            if (constants.isPresent()) {
                List<Json> known = constants.get().elements();
                return random.nextInt(4) == 0
                        ? "NEWER_" + random.nextInt(9)
                        : known.get(random.nextInt(known.size())).string();
            }
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            return switch (format) {
                case "int64" -> Long.toString(random.nextLong());
                case "byte" ->
                    random.nextBoolean()
                            ? Base64.getEncoder().encodeToString(bytes)
                            : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                case "google-datetime" ->
                    "2026-11-%02dT00:00:00.%dZ".formatted(1 + random.nextInt(30), random.nextInt(1000));
                default -> text();
            };
        }

        private String text() {
            List<String> pieces = List.of("", "a", "ß", "ಠ", "\uD83D\uDE00", "\u0000", "\"", "\\", "/", " ", "_type");
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                    .reduce("", String::concat);
        }

        private Json anything(int levels) {
            return switch (random.nextInt(levels > 0 ? 7 : 5)) {
                case 0 -> Json.of(text());
                case 1 -> Json.of(random.nextLong());
                case 2 -> Json.of(new BigDecimal("1.0"));
                case 3 -> Json.ofNull();
                case 4 -> Json.of(random.nextBoolean());
                case 5 -> Json.array(some(() -> Optional.of(anything(levels - 1))));
                default -> {
                    Map<String, Json> members = new LinkedHashMap<>();
                    some(() -> Optional.of(anything(levels - 1))).forEach(value -> members.put(text(), value));
                    yield Json.object(members);
                }
            };
        }

        private List<Json> some(Supplier<Optional<Json>> element) {
            List<Json> elements = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                element.get().ifPresent(elements::add);
            }
            return elements;
        }
    }
}
