package dev.supplychain.model.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Vectors;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyScanResultTest {
    @Test
    void writes_the_examples_of_the_specification_member_by_member() throws IOException {
        Json examples = examples();

        List<PolicyScanResult> results = PolicyScanResult.parseList(examples.toUtf8());

        assertThat(results)
                .extracting(PolicyScanResult::status)
                .containsExactly(
                        Status.UNSATISFIED,
                        Status.UNSATISFIED,
                        Status.SATISFIED,
                        Status.NOT_APPLICABLE,
                        Status.SATISFIED);
        assertThat(results).allSatisfy(r -> assertThat(r.unknownFields()).isEmpty());
        assertThat(results.get(2).sourcedFromUri()).isEmpty();
        assertThat(Json.parse(PolicyScanResult.toJson(results)))
                .isEqualTo(examples)
                .hasToString(examples.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "satisfied,SATISFIED",
        "SATISFIED,SATISFIED",
        "unsatisfied,UNSATISFIED",
        "Unsatisfied,UNSATISFIED",
        "not-applicable,NOT_APPLICABLE",
        "not_applicable,NOT_APPLICABLE",
        "NOT_APPLICABLE,NOT_APPLICABLE",
        "Not-Applicable,NOT_APPLICABLE"
    })
    void reads_every_spelling_of_a_status(String spelling, Status status) {
        assertThat(read("{'status':'" + spelling + "','policyUri':'/policies/A/b'}")
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "passed", "notapplicable", "non-applicable", " satisfied", "ſatisfied", "satisfied\u202e"})
    void refuses_an_unknown_status(String spelling) {
        assertThatThrownBy(() -> read("{'status':'" + spelling + "','policyUri':'/policies/A/b'}"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("/status")
                .hasMessageContaining("is not satisfied, unsatisfied or not-applicable")
                .hasMessageNotContaining("\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'policyUri':'/policies/A/b'}", "{'status':null,'policyUri':'/policies/A/b'}"})
    void refuses_a_missing_status(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("status");
    }

    @Test
    void a_status_is_not_a_number_of_the_enum() {
        assertThatThrownBy(() -> read("{'status':0,'policyUri':'/policies/A/b'}"))
                .isInstanceOf(MalformedDataException.class);
    }

    @Test
    void refuses_a_problem_in_the_place_of_a_result() {
        byte[] json = "[{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500}]"
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> PolicyScanResult.parseList(json))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("policy scan results at /0/status");
    }

    @Test
    void takes_an_empty_text_of_older_servers_for_an_empty_object() {
        PolicyScanResult result = read(
                "{'labels':'','status':'satisfied','policyUri':'/policies/A/b','policyDescription':'','details':''}");

        assertThat(result.labels()).isEmpty();
        assertThat(result.details()).isEmpty();
        assertThat(result.policyDescription()).hasValue("");
    }

    @Test
    void keeps_the_store_that_older_servers_name() {
        PolicyScanResult result = read(
                "{'status':'satisfied','policyUri':'/policies/A/b','attestationStoreInstance':'prod','attestationStoreUri':'s3://x'}");

        assertThat(result.attestationUri()).isEmpty();
        assertThat(result.unknownFields()).containsEntry("attestationStoreUri", Json.of("s3://x"));
    }

    @Test
    void writes_null_where_no_attestation_or_source_is_named() {
        PolicyScanResult result = PolicyScanResult.builder()
                .status(Status.NOT_APPLICABLE)
                .policyUri("/policies/AttestationsExist/all")
                .build();

        assertThat(ModelJson.writeText(result))
                .isEqualTo("{\"status\":\"not-applicable\",\"policyUri\":\"/policies/AttestationsExist/all\","
                        + "\"attestationUri\":null,\"sourcedFromUri\":null}");
    }

    @Test
    void refuses_details_that_are_no_object() {
        assertThatThrownBy(() -> read("{'status':'satisfied','policyUri':'/policies/A/b','details':[1]}"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("/details")
                .hasMessageContaining("expected object but found array");
    }

    private static PolicyScanResult read(String json) {
        return ModelJson.read(json.replace('\'', '"'), PolicyScanResult.class);
    }

    private static Json examples() throws IOException {
        String text = Files.readString(Vectors.requireShared("spec").resolve("provenance-governor-api.txt"));
        return Json.parse(text.substring(text.indexOf("\n[\n"), text.indexOf("\n]\n") + 2));
    }
}
