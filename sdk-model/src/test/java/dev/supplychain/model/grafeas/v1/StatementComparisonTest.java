package dev.supplychain.model.grafeas.v1;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import dev.supplychain.model.slsa.ProvenanceV01;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cloud Build's readable provenance against what it signed: real occurrences (from slsa-verifier), and altered ones. */
class StatementComparisonTest {
    private static final String SIGNED = "{'_type':'https://in-toto.io/Statement/v0.1','subject':[],"
            + "'predicateType':'https://slsa.dev/provenance/v0.1','predicate':%s}";

    @TestFactory
    List<DynamicTest> real_occurrences_agree_with_their_envelopes() throws IOException {
        Map<String, Json> expected = expected();
        List<DynamicTest> tests = new ArrayList<>();
        occurrences()
                .forEach((name, json) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    Occurrence occurrence = ModelJson.read(json, Occurrence.class);
                    Json expectation = requireNonNull(expected.get(name));

                    assertThat(expectation.get("subjectsEqual")).contains(Json.of(true));
                    assertThat(json.get("build").orElseThrow().members())
                            .containsOnlyKeys(expectation
                                    .get("humanReadable")
                                    .orElseThrow()
                                    .string());
                    assertThat(occurrence.statementDifferences()).isEmpty();
                })));
        assertThat(tests).hasSize(6);
        return tests;
    }

    @TestFactory
    List<DynamicTest> every_altered_or_removed_text_is_found() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        occurrences()
                .forEach((name, json) -> tests.add(DynamicTest.dynamicTest(name, () -> {
                    Json build = json.get("build").orElseThrow();
                    List<String> texts = texts(build, "");
                    assertThat(texts).hasSizeGreaterThan(20);
                    for (String place : texts) {
                        found(json, altered(build, place, text -> Optional.of(Json.of(text.string() + "x"))), place);
                        if (!place.endsWith("Type") && !place.endsWith("type")) {
                            found(json, altered(build, place, text -> Optional.empty()), place);
                        }
                    }
                })));
        return tests;
    }

    private static void found(Json occurrence, Json build, String place) {
        Map<String, Json> members = new LinkedHashMap<>(occurrence.members());
        members.put("build", build);

        List<StatementDifference> differences =
                ModelJson.read(Json.object(members), Occurrence.class).statementDifferences();

        String inStatement = place.substring(place.indexOf('/', 1)).replaceFirst("^/slsaProvenance/", "/predicate/");
        assertThat(differences).as(place).extracting(StatementDifference::place).anyMatch(inStatement::startsWith);
        assertThat(differences)
                .as(place)
                .extracting(StatementDifference::member)
                .containsOnly(place.split("/", -1)[1]);
    }

    @Test
    void an_altered_copy_within_the_payload_is_found() throws IOException {
        Occurrence occurrence = ModelJson.read(
                occurrences().values().stream()
                        .filter(json -> json.get("build")
                                .orElseThrow()
                                .get("intotoStatement")
                                .isPresent())
                        .findFirst()
                        .orElseThrow(),
                Occurrence.class);
        var signed = dev.supplychain.model.intoto.InTotoStatement.parse(
                occurrence.envelope().orElseThrow().toDsse().payload().toByteArray());
        Json copy = requireNonNull(signed.unknownFields().get("slsaProvenance"));
        var altered = dev.supplychain.model.intoto.InTotoStatement.builder()
                .from(signed)
                .unknownFields(
                        Map.of("slsaProvenance", altered(copy, "/builder/id", id -> Optional.of(Json.of("evil")))))
                .build();

        assertThat(occurrence.build().orElseThrow().differencesFrom(altered))
                .containsExactly(new StatementDifference(
                        "intotoStatement",
                        "/slsaProvenance/builder/id",
                        copy.get("builder").orElseThrow().get("id"),
                        Optional.of(Json.of("evil"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'builder':{'id':'b'}}                             | {'builder':{'id':'b'},'materials':[],'metadata':null} |
            {'metadata':{'reproducible':false}}                | {'metadata':{}}                                  |
            {'metadata':{'buildStartedOn':'2026-11-20T01:00:00.500Z'}} | {'metadata':{'buildStartedOn':'2026-11-20T02:00:00.5+01:00'}} |
            {'recipe':{'definedInMaterial':'1'}}               | {'recipe':{'definedInMaterial':1}}               |
            {'recipe':{'definedInMaterial':'-1'}}              | {'recipe':{'type':''}}                           |
            {'recipe':{'arguments':{'@type':'type.googleapis.com/google.protobuf.Struct','value':{'a':''}}}} | {'recipe':{'arguments':{'a':''}}} |
            {'recipe':{'environment':{}}}                      | {'recipe':{}}                                    |
            {'recipe':{'arguments':{'@type':'t/x','a':0}}}     | {'recipe':{'arguments':{'@type':'t/x'}}}         | /predicate/recipe/arguments/a
            {'recipe':{'definedInMaterial':'1'}}               | {'recipe':{'definedInMaterial':2}}               | /predicate/recipe/definedInMaterial
            {'metadata':{'reproducible':true}}                 | {'metadata':{}}                                  | /predicate/metadata/reproducible
            {'metadata':{'buildStartedOn':'2026-11-20T01:00:00Z'}} | {'metadata':{'buildStartedOn':'soon'}}       | /predicate/metadata/buildStartedOn
            {'materials':[{'uri':'u'}]}                        | {'materials':[{'uri':'u'},{'uri':'v'}]}          | /predicate/materials/1
            {'materials':[{'digest':{'sha1':''}}]}             | {'materials':[{'uri':'','digest':{}}]}           | /predicate/materials/0/digest/sha1
            {'newer':1}                                        | {'newer':'1'}                                    | /predicate/newer
            """)
    void differs_where_the_meaning_does(String readable, String signed, String place) {
        BuildOccurrence build = BuildOccurrence.builder()
                .intotoStatement(InTotoStatement.builder()
                        .type(InTotoForms.V0_1)
                        .predicateType(ProvenanceV01.PREDICATE_TYPE)
                        .slsaProvenance(ModelJson.read(json(readable), SlsaProvenance.class))
                        .build())
                .build();

        assertThat(build.differencesFrom(statement(signed)))
                .extracting(StatementDifference::place)
                .isEqualTo(place == null ? List.of() : List.of(place));
    }

    @Test
    void a_payload_of_any_shape_differs_without_failing() {
        BuildOccurrence build = BuildOccurrence.builder()
                .intotoStatement(InTotoStatement.builder().build())
                .build();

        assertThat(build.differencesFrom(statement("{'recipe':{'definedInMaterial':'x','arguments':5},'builder':[1]},"
                        + "'provenance':{'materials':5,'recipe':7},'slsaProvenance':[]")))
                .extracting(StatementDifference::place)
                .contains("/_type", "/predicateType", "/predicate", "/provenance");
    }

    @Test
    void says_what_is_missing() {
        Occurrence empty = Occurrence.builder().build();
        Occurrence noStatement = Occurrence.builder()
                .build(BuildOccurrence.builder().build())
                .envelope(Envelope.builder()
                        .payload(Bytes.of(statement("{}").toJson()))
                        .build())
                .build();

        assertThatThrownBy(empty::statementDifferences)
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("Occurrence at /envelope: is absent");
        assertThatThrownBy(noStatement::statementDifferences)
                .isInstanceOf(MalformedDataException.class)
                .hasMessage("BuildOccurrence: has neither intotoStatement nor inTotoSlsaProvenanceV1");
    }

    private static dev.supplychain.model.intoto.InTotoStatement statement(String predicate) {
        return dev.supplychain.model.intoto.InTotoStatement.parse(
                json(SIGNED.formatted(predicate)).toUtf8());
    }

    private static Json json(String singleQuoted) {
        return Json.parse(singleQuoted.replace('\'', '"'));
    }

    /** The places of all texts, as JSON pointers. */
    private static List<String> texts(Json json, String place) {
        List<String> texts = new ArrayList<>();
        switch (json.kind()) {
            case STRING -> texts.add(place);
            case OBJECT ->
                json.members().forEach((name, value) -> texts.addAll(texts(value, place + "/" + escaped(name))));
            case ARRAY -> {
                for (int i = 0; i < json.elements().size(); i++) {
                    texts.addAll(texts(json.elements().get(i), place + "/" + i));
                }
            }
            default -> {}
        }
        return texts;
    }

    private static Json altered(Json json, String place, java.util.function.Function<Json, Optional<Json>> change) {
        String[] steps = place.substring(1).split("/", 2);
        UnaryOperator<Optional<Json>> step = value -> steps.length == 1
                ? change.apply(value.orElseThrow())
                : Optional.of(altered(value.orElseThrow(), "/" + steps[1], change));
        if (json.kind() == Json.Kind.ARRAY) {
            List<Json> elements = new ArrayList<>(json.elements());
            int index = Integer.parseInt(steps[0]);
            Optional<Json> element = step.apply(Optional.of(elements.remove(index)));
            element.ifPresent(value -> elements.add(index, value));
            return Json.array(elements);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        json.members().forEach((name, value) -> {
            if (escaped(name).equals(steps[0])) {
                step.apply(Optional.of(value)).ifPresent(changed -> members.put(name, changed));
            } else {
                members.put(name, value);
            }
        });
        return Json.object(members);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Map<String, Json> expected() throws IOException {
        Map<String, Json> byName = new LinkedHashMap<>();
        Json.parse(Files.readAllBytes(Vectors.require("cloudbuild/EXPECTED.json")))
                .members()
                .forEach((file, list) -> list.elements()
                        .forEach(entry -> byName.put(
                                file + " " + entry.get("name").orElseThrow().string(), entry)));
        return byName;
    }

    private static Map<String, Json> occurrences() throws IOException {
        Map<String, Json> byName = new LinkedHashMap<>();
        for (Path file : Vectors.jsonFiles(Vectors.require("cloudbuild"))) {
            if (!file.endsWith("EXPECTED.json")) {
                Json.parse(Files.readAllBytes(file))
                        .get("provenance_summary")
                        .flatMap(summary -> summary.get("provenance"))
                        .orElseThrow()
                        .elements()
                        .forEach(occurrence -> byName.put(
                                file.getFileName() + " "
                                        + occurrence.get("name").orElseThrow().string(),
                                occurrence));
            }
        }
        return byName;
    }
}
