package dev.supplychain.model.grafeas.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonTrees;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementFormsTest {
    private static final String V01 = "{'_type':'https://in-toto.io/Statement/v0.1','subject':[],"
            + "'predicateType':'https://slsa.dev/provenance/v0.1','predicate':{'builder':{'id':'b'},'recipe':%s}}";
    private static final String FIRST = "{'_type':'https://in-toto.io/Statement/v0.1','subject':[],"
            + "'predicateType':'https://in-toto.io/Provenance/v0.1','predicate':%s}";

    @Test
    void a_statement_of_tekton_becomes_one_of_grafeas_and_the_same_again() throws Exception {
        byte[] json = Files.readAllBytes(Vectors.require("grafeas/occurrences/grafeas-slsa02Provenance.json"));

        InTotoStatement grafeas = InTotoStatement.of(dev.supplychain.model.intoto.InTotoStatement.parse(json));

        assertThat(grafeas.slsaProvenanceZeroTwo().orElseThrow().buildType())
                .contains("https://tekton.dev/attestations/chains@v2");
        assertThat(JsonTrees.withoutDefaults(Json.parse(grafeas.toInToto().toJson())))
                .isEqualTo(JsonTrees.withoutDefaults(Json.parse(json)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'arguments':{'a':1}}                   | {'arguments':{'@type':'type.googleapis.com/google.protobuf.Struct','value':{'a':1}}}
            {'arguments':{'@type':'t/x','a':1}}     | {'arguments':{'@type':'t/x','a':1}}
            {'environment':{}}                      | {'environment':{}}
            {'definedInMaterial':0}                 | {'definedInMaterial':'0'}
            {'definedInMaterial':2,'newer':[null]}  | {'definedInMaterial':'2','newer':[null]}
            """)
    void a_recipe_has_two_forms(String inToto, String grafeas) {
        InTotoStatement converted = InTotoStatement.of(statement(V01, inToto));

        assertThat(ModelJson.toJson(
                        converted.slsaProvenance().orElseThrow().recipe().orElseThrow()))
                .isEqualTo(json(grafeas));
        assertThat(converted.toInToto()).isEqualTo(statement(V01, inToto));
    }

    @Test
    void an_index_of_minus_one_means_none() {
        InTotoStatement grafeas = InTotoStatement.builder()
                .type(InTotoForms.V0_1)
                .predicateType("https://slsa.dev/provenance/v0.1")
                .slsaProvenance(SlsaProvenance.builder()
                        .recipe(SlsaProvenance.SlsaRecipe.builder()
                                .definedInMaterial(-1)
                                .build())
                        .build())
                .build();

        assertThat(grafeas.toInToto().predicate()).contains(json("{'recipe':{}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'recipe':{'arguments':{'@type':'t/x','a':1}}}                   | {'recipe':{'arguments':[{'@type':'t/x','a':1}]}}
            {'recipe':{'environment':[{'@type':'t/x'},{'@type':'t/y'}]}}     | {'recipe':{'environment':[{'@type':'t/x'},{'@type':'t/y'}]}}
            {'builder':{'id':'b'},'materials':[{'uri':'u'},{'uri':'v'}]}     | {'builderConfig':{'id':'b'},'materials':['u','v']}
            """)
    void the_first_format_has_lists_and_uris_in_grafeas(String inToto, String grafeas) {
        InTotoStatement converted = InTotoStatement.of(statement(FIRST, inToto));

        assertThat(ModelJson.toJson(converted.provenance().orElseThrow())).isEqualTo(json(grafeas));
        assertThat(converted.toInToto()).isEqualTo(statement(FIRST, inToto));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'_type':'https://in-toto.io/Statement/v1','subject':[],'predicateType':'p'}                          | /_type
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://spdx.dev/Document'} | /predicateType
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://slsa.dev/provenance/v0.1','predicate':{'recipe':{'arguments':[1]}}} | /predicate/recipe/arguments
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://slsa.dev/provenance/v0.1','predicate':{'builder':7}} | /predicate/builder
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://slsa.dev/provenance/v0.1','predicate':{},'slsaProvenance':{'builder':{}}} | /slsaProvenance
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://slsa.dev/provenance/v0.1','provenance':{}} | /provenance
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://slsa.dev/provenance/v0.2','predicate':{'buildConfig':[]}} | /predicate/buildConfig
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://slsa.dev/provenance/v0.2','predicate':{'invocation':{'parameters':'x'}}} | /predicate/invocation/parameters
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://in-toto.io/Provenance/v0.1','predicate':{'materials':[{'uri':'u','digest':{}}]}} | /predicate/materials/0/digest
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://in-toto.io/Provenance/v0.1','predicate':{'recipe':{'arguments':[{}]}}} | /predicate/recipe/arguments
            {'_type':'https://in-toto.io/Statement/v0.1','subject':[],'predicateType':'https://in-toto.io/Provenance/v0.1','predicate':{'builder':{},'builderConfig':{}}} | /predicate/builderConfig
            """)
    void an_in_toto_statement_that_has_no_grafeas_form_names_the_place(String statement, String place) {
        dev.supplychain.model.intoto.InTotoStatement inToto = dev.supplychain.model.intoto.InTotoStatement.parse(
                json(statement).toUtf8());

        assertThatThrownBy(() -> InTotoStatement.of(inToto))
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo(place));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'subject':[],'predicateType':'https://slsa.dev/provenance/v0.1'} | /_type
            {'_type':'https://in-toto.io/Statement/v0.1','predicateType':'https://slsa.dev/provenance/v0.2','slsaProvenance':{}} | /slsaProvenance
            {'_type':'https://in-toto.io/Statement/v0.1','predicateType':'https://slsa.dev/provenance/v0.1','slsaProvenance':{},'predicate':{'a':1}} | /predicate
            {'_type':'https://in-toto.io/Statement/v0.1','predicateType':'https://slsa.dev/provenance/v0.1','slsaProvenance':{'recipe':{'arguments':{'a':1}}}} | /slsaProvenance/recipe/arguments
            """)
    void a_grafeas_statement_that_has_no_in_toto_form_names_the_place(String statement, String place) {
        InTotoStatement grafeas = ModelJson.read(json(statement), InTotoStatement.class);

        assertThatThrownBy(grafeas::toInToto)
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo(place));
    }

    @Test
    void a_statement_v1_with_another_predicate_has_no_place() {
        dev.supplychain.model.intoto.InTotoStatement statement = dev.supplychain.model.intoto.InTotoStatement.parse(
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[],\"predicateType\":\"p\"}"
                        .getBytes(UTF_8));

        assertThatThrownBy(() -> InTotoSlsaProvenanceV1.of(statement))
                .hasMessage("statement at /predicateType: \"p\" has no place in the InTotoSlsaProvenanceV1 of Grafeas");
    }

    private static dev.supplychain.model.intoto.InTotoStatement statement(String template, String part) {
        return dev.supplychain.model.intoto.InTotoStatement.parse(
                json(template.formatted(part)).toUtf8());
    }

    private static Json json(String singleQuoted) {
        return Json.parse(singleQuoted.replace('\'', '"'));
    }
}
