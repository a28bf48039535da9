package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.policy.TestReports;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JunitReportTest {
    private static final Element SUITE = Parsed.junit(ReportFormat.junit().render(TestReports.example()));

    @Test
    void counts_what_it_holds() {
        assertThat(SUITE.getAttribute("name")).isEqualTo("policy scan release");
        assertThat(counts(SUITE)).isEqualTo("tests 18, failures 1, errors 0, skipped 15");
        assertThat(Parsed.elements(SUITE, "testcase")).hasSize(18);
        assertThat(Parsed.elements(SUITE, "skipped")).hasSize(15);
    }

    @Test
    void what_fails_the_scan_is_a_failure_with_all_that_is_known() {
        Element failure = Parsed.elements(SUITE, "failure").get(0);

        assertThat(((Element) failure.getParentNode()).getAttribute("classname"))
                .isEqualTo("policy.PackageUrl/no-log4j-1");
        assertThat(failure.getAttribute("type")).isEqualTo("UNSATISFIED");
        assertThat(failure.getAttribute("message")).isEqualTo("pkg:maven/log4j/log4j@1.2.17");
        assertThat(failure.getTextContent())
                .contains("Status: unsatisfied\n", "Remediation: Move to Log4j 2 or to Logback.\n", "Mode: enforce\n");
    }

    @Test
    void what_does_not_count_is_skipped_and_says_why() {
        assertThat(messages("PackageUrl/no-lombok"))
                .contains("waived: lombok-until-2027 until 2027-01-01T00:00:00Z, approved by security@example.com:"
                        + " Removed with the move to records, in the December release.");
        assertThat(messages("JavaToolchains/current-jdk")).contains("warned: Eclipse Adoptium 21.0.9");
        assertThat(messages("BuildTool/no-snapshots-of-tools")).containsExactly("the policy is off");
        assertThat(messages("evidence.refused")).singleElement().asString().startsWith("UNTRUSTED_SIGNER: ");
    }

    @Test
    void a_scan_that_checked_nothing_is_an_error_and_names_every_policy() {
        Element suite = Parsed.junit(ReportFormat.junit().render(TestReports.vacuous()));

        assertThat(counts(suite)).isEqualTo("tests 8, failures 0, errors 1, skipped 7");
        assertThat(Parsed.elements(suite, "error").get(0).getAttribute("type")).isEqualTo("VACUOUS");
        assertThat(Parsed.elements(suite, "skipped").get(0).getAttribute("message"))
                .startsWith("MISSING: There is no ");
    }

    private static List<String> messages(String policy) {
        return Parsed.elements(SUITE, "skipped").stream()
                .filter(skipped -> ((Element) skipped.getParentNode())
                        .getAttribute("classname")
                        .contains(policy))
                .map(skipped -> skipped.getAttribute("message"))
                .toList();
    }

    private static String counts(Element suite) {
        return "tests " + suite.getAttribute("tests") + ", failures " + suite.getAttribute("failures") + ", errors "
                + suite.getAttribute("errors") + ", skipped " + suite.getAttribute("skipped");
    }
}
