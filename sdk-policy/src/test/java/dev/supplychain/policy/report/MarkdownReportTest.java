package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.policy.TestReports;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static final String REPORT = ReportFormat.markdown().render(TestReports.example());

    @Test
    void shows_the_worst_results_first() {
        assertThat(REPORT.lines().filter(line -> line.startsWith("| **") || line.startsWith("| Passed")))
                .extracting(line -> line.substring(0, line.indexOf('/')))
                .containsExactly(
                        "| **Failed** | <code>PackageUrl",
                        "| **Warned** | <code>JavaToolchains",
                        "| **Waived** | <code>PackageUrl",
                        "| Passed | <code>BuildTool",
                        "| Passed | <code>AttestationsExist");
    }

    @Test
    void explains_what_is_not_satisfied() {
        assertThat(REPORT).contains("""
                        ### Failed: <code>PackageUrl/no-log4j-1</code>

                        - Offending: <code>pkg:maven/log4j/log4j&#64;1.2.17</code>
                        - Remediation: Move to Log4j 2 or to Logback.
                        """).doesNotContain("### Passed");
    }

    @Test
    void a_report_without_results_has_no_table_of_them() {
        assertThat(ReportFormat.markdown().render(TestReports.vacuous()))
                .startsWith("## Policy scan release: VACUOUS\n\nno results, as of 2026-11-20T08:30:00Z\n\n### ")
                .doesNotContain("| Result |");
    }
}
