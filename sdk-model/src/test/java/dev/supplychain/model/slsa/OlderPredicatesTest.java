package dev.supplychain.model.slsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.JsonTrees;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Message;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.Link;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are those of the specifications. */
class OlderPredicatesTest {
    private static final String SUMMARY_V02 = """
            {"verifier": {"id": "https://example.com/publication_verifier"},
             "time_verified": "1985-04-12T23:20:50.52Z",
             "resource_uri": "https://example.com/example-1.2.3.tar.gz",
             "policy": {"uri": "https://example.com/example_tarball.policy", "digest": {"sha256": "1234"}},
             "input_attestations": [],
             "verification_result": "PASSED",
             "policy_level": "SLSA_LEVEL_3",
             "dependency_levels": {"SLSA_LEVEL_4": 1, "SLSA_LEVEL_3": 5}}""";

    private static final String SUMMARY = """
            {"verifier": {"id": "https://example.com/publication_verifier", "version": {"slsa-verifier": "v2.3.0"}},
             "timeVerified": "1985-04-12T23:20:50.52Z",
             "resourceUri": "https://example.com/example-1.2.3.tar.gz",
             "policy": {"uri": "https://example.com/example_tarball.policy", "digest": {"sha256": "1234"}},
             "inputAttestations": [{"uri": "https://example.com/p.intoto.jsonl", "digest": {"sha256": "abcd"}}],
             "verificationResult": "PASSED",
             "verifiedLevels": ["SLSA_BUILD_LEVEL_3"],
             "dependencyLevels": {"SLSA_BUILD_LEVEL_3": 5, "SLSA_BUILD_LEVEL_2": 7},
             "slsaVersion": "1.0"}""";

    @Test
    void reads_what_tekton_chains_writes() throws Exception {
        InTotoStatement statement = InTotoStatement.parse(
                Files.readAllBytes(Vectors.require("grafeas/occurrences/grafeas-slsa02Provenance.json")));

        ProvenanceV02 provenance = statement.predicateAs(ProvenanceV02.class);

        assertThat(statement.predicateType()).isEqualTo(ProvenanceV02.PREDICATE_TYPE);
        assertThat(provenance.slsaBuilder().id()).isEqualTo("https://tekton.dev/chains/v2");
        assertThat(provenance
                        .invocation()
                        .orElseThrow()
                        .parameters()
                        .orElseThrow()
                        .get("CONTEXT"))
                .contains(Json.of("./"));
        writesBack(provenance, statement.predicate().orElseThrow());
    }

    @Test
    void reads_the_summaries_of_both_versions() {
        VerificationSummary summary = ModelJson.readStrict(Json.parse(SUMMARY), VerificationSummary.class);
        VerificationSummaryV02 older = ModelJson.readStrict(Json.parse(SUMMARY_V02), VerificationSummaryV02.class);

        assertThat(summary.unknownFields()).isEmpty();
        assertThat(older.unknownFields()).isEmpty();
        assertThat(ModelJson.toJson(summary)).isEqualTo(Json.parse(SUMMARY));
        assertThat(ModelJson.toJson(older)).isEqualTo(Json.parse(SUMMARY_V02));
        assertThat(older.toV1().dependencyLevels()).contains(Map.of("SLSA_LEVEL_4", 1L, "SLSA_LEVEL_3", 5L));
        assertThat(older.toV1().verifiedLevels()).containsExactly("SLSA_LEVEL_3");
        assertThat(summary.passed()).isTrue();
    }

    @Test
    void a_summary_may_lack_its_time_and_levels_and_hold_the_policy_itself() {
        VerificationSummary summary = ModelJson.readStrict(
                Json.parse("{\"verifier\":{\"id\":\"v\"},\"resourceUri\":\"pkg:maven/g/a@1\","
                        + "\"policy\":{\"uri\":\"p\",\"content\":\"e30=\"},\"verificationResult\":\"FAILED\"}"),
                VerificationSummary.class);

        assertThat(summary.timeVerified()).isEmpty();
        assertThat(summary.verifiedLevels()).isEmpty();
        assertThat(summary.dependencyLevels()).isEmpty();
        assertThat(summary.policy().content().orElseThrow().utf8()).isEqualTo("{}");
        assertThat(summary.passed()).isFalse();
    }

    @Test
    void no_dependencies_is_not_the_same_as_nothing_said_about_them() {
        VerificationSummary none = ModelJson.readStrict(
                Json.parse(SUMMARY.replace("{\"SLSA_BUILD_LEVEL_3\": 5, \"SLSA_BUILD_LEVEL_2\": 7}", "{}")),
                VerificationSummary.class);

        assertThat(none.dependencyLevels()).contains(Map.of());
        assertThat(ModelJson.writeText(none)).contains("\"dependencyLevels\":{}");
    }

    @Test
    void reads_a_link() {
        Json json =
                Json.parse("{\"name\":\"build\",\"command\":[\"mvn\",\"package\"],\"materials\":[{\"name\":\"pom.xml\","
                        + "\"digest\":{\"sha256\":\"ab\"}}],\"byproducts\":{\"return-value\":0},\"environment\":{}}");

        Link link = ModelJson.readStrict(json, Link.class);

        assertThat(link.command()).isEqualTo(List.of("mvn", "package"));
        assertThat(ModelJson.toJson(link)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dev.supplychain.model.slsa.ProvenanceV01          | {}                                        | ProvenanceV01
            dev.supplychain.model.slsa.ProvenanceV01          | {"builder":{}}                            | /builder
            dev.supplychain.model.slsa.ProvenanceV01          | {"builder":{"id":"b"},"recipe":{"definedInMaterial":true}} | /recipe/definedInMaterial
            dev.supplychain.model.slsa.ProvenanceV02          | {"builder":{"id":"b"}}                    | buildType
            dev.supplychain.model.slsa.VerificationSummary    | {"verifier":{"id":"v"},"resourceUri":"r","policy":{}} | verificationResult
            dev.supplychain.model.slsa.VerificationSummaryV02 | {"verifier":{"id":"v"},"policy":{},"verification_result":"PASSED"} | resourceUri
            dev.supplychain.model.intoto.Link                 | {"name":"n","materials":{"a":{"sha256":"ab"}}} | /materials
            """)
    void refuses_what_does_not_fit(Class<? extends Message> type, String json, String message) {
        assertThatThrownBy(() -> ModelJson.readStrict(Json.parse(json), type))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(message);
    }

    private static void writesBack(Message message, Json json) {
        assertThat(JsonTrees.withoutDefaults(ModelJson.toJson(message))).isEqualTo(JsonTrees.withoutDefaults(json));
    }
}
