package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Json;
import dev.supplychain.policy.PolicyIssue;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.PolicySet;
import dev.supplychain.policy.TestReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifReportTest {
    private static final PolicyScanReport EXAMPLE = TestReports.example();

    @Test
    void results_have_a_kind_a_level_and_the_line_of_their_policy() {
        Json run = run(ReportFormat.sarif().render(EXAMPLE));

        assertThat(elements(run, "results")).hasSameSizeAs(EXAMPLE.judgements());
        assertThat(kinds(run)).containsOnly("pass none", "fail error", "fail warning", "notApplicable none");
        Json failed = result(run, "PackageUrl/no-log4j-1");
        assertThat(text(failed, "message", "text"))
                .isEqualTo("PackageUrl/no-log4j-1 is unsatisfied: pkg:maven/log4j/log4j@1.2.17"
                        + " Remediation: Move to Log4j 2 or to Logback.");
        Json place =
                elements(failed, "locations").get(0).get("physicalLocation").orElseThrow();
        assertThat(text(place, "artifactLocation", "uri")).isEqualTo("policies/release.yaml");
        assertThat(place.get("region")
                        .flatMap(region -> region.get("startLine"))
                        .orElseThrow())
                .hasToString("17");
        Json properties = failed.get("properties").orElseThrow();
        assertThat(properties.get("offending").orElseThrow()).hasToString("[\"pkg:maven/log4j/log4j@1.2.17\"]");
        assertThat(text(properties, "attestation", "digest"))
                .isEqualTo(EXAMPLE.evidence().get(1).digest().toString());
        assertThat(text(properties, "mode")).isEqualTo("enforce");
    }

    @Test
    void rules_are_the_selected_policies() {
        Json run = run(ReportFormat.sarif().render(EXAMPLE));
        List<Json> rules = elements(run.get("tool").orElseThrow().get("driver").orElseThrow(), "rules");

        assertThat(rules).hasSameSizeAs(EXAMPLE.policies());
        for (Json result : elements(run, "results")) {
            int index = result.get("ruleIndex").orElseThrow().decimal().intValueExact();
            assertThat(text(rules.get(index), "id")).isEqualTo(text(result, "ruleId"));
        }
        assertThat(rules.get(6).get("defaultConfiguration").orElseThrow())
                .hasToString("{\"enabled\":false,\"level\":\"none\"}");
    }

    @Test
    void what_is_waived_is_suppressed_with_its_justification() {
        Json run = run(ReportFormat.sarif().render(EXAMPLE));

        assertThat(elements(run, "results"))
                .allSatisfy(result -> assertThat(result.get("suppressions")).isPresent());
        assertThat(elements(result(run, "PackageUrl/no-log4j-1"), "suppressions"))
                .isEmpty();
        assertThat(elements(result(run, "PackageUrl/no-lombok"), "suppressions"))
                .singleElement()
                .satisfies(waiver -> {
                    assertThat(text(waiver, "justification"))
                            .isEqualTo("Removed with the move to records, in the December release.");
                    assertThat(text(waiver, "properties", "expires")).isEqualTo("2027-01-01T00:00:00Z");
                });
        assertThat(ReportFormat.sarif().render(TestReports.vacuous())).doesNotContain("suppressions");
    }

    @Test
    void what_did_not_count_is_notified() {
        Json invocation = elements(run(ReportFormat.sarif().render(EXAMPLE)), "invocations")
                .get(0);

        assertThat(elements(invocation, "toolExecutionNotifications"))
                .extracting(notification -> text(notification, "descriptor", "id") + " " + text(notification, "level"))
                .containsExactly(
                        "refused-attestation warning",
                        "policy-applied-to-nothing warning",
                        "idle-waiver note",
                        "not-evaluated note");
    }

    @Test
    void can_leave_out_what_is_no_problem() {
        Json run = run(ReportFormat.sarif().unsatisfiedOnly().render(EXAMPLE));

        assertThat(kinds(run)).containsExactly("fail error", "fail error", "fail warning");
    }

    @Test
    void a_result_keeps_its_fingerprint_from_scan_to_scan() {
        String again = fingerprint(run(ReportFormat.sarif().render(TestReports.example())), "PackageUrl/no-lombok");

        assertThat(fingerprint(run(ReportFormat.sarif().render(EXAMPLE)), "PackageUrl/no-lombok"))
                .isEqualTo(again)
                .isNotEqualTo(fingerprint(run(ReportFormat.sarif().render(EXAMPLE)), "PackageUrl/no-log4j-1"));
    }

    @Test
    void braces_and_links_are_no_syntax_in_messages() {
        assertThat(SarifParts.message("{0} and [text](1)\nnext"))
                .hasToString("{\"text\":\"{{0}} and [text] (1) next\"}");
    }

    @Test
    void problems_of_policy_files_stand_at_their_line_and_column(@TempDir Path folder) throws IOException {
        List<PolicyIssue> issues = PolicySet.check("ci/my policies.yaml", """
                apiVersion: policy.gradle.com/v1
                kind: BuildTols
                metadata: {name: x}
                """);
        Path file = folder.resolve("issues.sarif");
        ReportFormat.sarif().write(issues, file);

        assertThat(issues).isNotEmpty();
        assertThat(Files.readString(file)).isEqualTo(ReportFormat.sarif().render(issues));
        List<Json> results = elements(run(Files.readString(file)), "results");
        assertThat(results).hasSameSizeAs(issues);
        Json first = results.get(0);
        assertThat(text(first, "message", "text")).isEqualTo("unknown kind \"BuildTols\"; did you mean \"BuildTool\"?");
        assertThat(elements(first, "locations").get(0))
                .hasToString("{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"ci/my%20policies.yaml\"},"
                        + "\"region\":{\"startLine\":2,\"startColumn\":7}}}");
    }

    @Test
    void no_problems_are_an_empty_list() {
        assertThat(elements(run(ReportFormat.sarif().render(List.of())), "results"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "policies.yaml, policies.yaml",
        "a b/ü#1.yaml, a%20b/%C3%BC%231.yaml",
        "/etc/p.yaml, file:///etc/p.yaml",
        "C:\\ci\\p.yaml, file:///C:/ci/p.yaml",
        "//host/share/p.yaml, file://host/share/p.yaml",
        "a:b.yaml, a%3Ab.yaml"
    })
    void files_are_uris(String file, String uri) {
        assertThat(SarifParts.uriOf(file)).isEqualTo(uri);
    }

    private static Json run(String sarif) {
        return elements(Parsed.sarif(sarif), "runs").get(0);
    }

    private static List<String> kinds(Json run) {
        return elements(run, "results").stream()
                .map(result -> text(result, "kind") + " " + text(result, "level"))
                .toList();
    }

    /** The first unsatisfied result of a rule. */
    private static Json result(Json run, String rule) {
        return elements(run, "results").stream()
                .filter(one ->
                        text(one, "ruleId").equals(rule) && text(one, "kind").equals("fail"))
                .findFirst()
                .orElseThrow();
    }

    private static String fingerprint(Json run, String rule) {
        return result(run, rule).get("partialFingerprints").orElseThrow().toString();
    }

    private static List<Json> elements(Json object, String name) {
        return object.get(name).orElseThrow().elements();
    }

    private static String text(Json object, String... path) {
        Json value = object;
        for (String name : path) {
            value = value.get(name).orElseThrow();
        }
        return value.string();
    }
}
