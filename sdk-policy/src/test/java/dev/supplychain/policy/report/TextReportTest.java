package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.TestReports;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    private static final PolicyScanReport EXAMPLE = TestReports.example();

    @Test
    void has_the_verdict_at_both_ends() {
        List<String> lines = ReportFormat.text().render(EXAMPLE).lines().toList();

        assertThat(lines.get(0))
                .isEqualTo("Policy scan release: FAILED (1 failed, 1 warned, 1 waived, 2 passed, 11 not applicable)");
        assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.get(0));
    }

    @Test
    void tells_policy_by_policy_what_was_found() {
        assertThat(ReportFormat.text().render(EXAMPLE))
                .contains("""
                        PackageUrl/no-log4j-1 (enforce)
                          Description: Log4j 1 is out of support since 2015.
                          Policy file: policies/release.yaml:17
                        """)
                .contains("""
                          Failed, attestation 2
                            Offending: pkg:maven/log4j/log4j@1.2.17
                            Remediation: Move to Log4j 2 or to Logback.
                            Answered by: https://gradle.com/attestation/resolved-dependencies/v1
                        """)
                .contains("""
                          Not applicable, attestations 1, 3: Attestation does not contain
                            'https://gradle.com/attestation/resolved-dependencies/v1' predicate. Policy
                            is not applicable.
                        """)
                .contains("""
                        BuildTool/no-snapshots-of-tools (off)
                        """)
                .contains("""
                          - Number: 2
                            Attestation:
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void breaks_lines_between_words_and_nowhere_else(int width) {
        String text = ReportFormat.text().width(width).render(EXAMPLE);

        assertThat(text.lines()
                        .skip(1)
                        .filter(line -> line.length() > width && line.strip().contains(" ")))
                .allSatisfy(line -> assertThat(line).startsWith("Policy scan "));
        assertThat(text).contains(EXAMPLE.artifact().orElseThrow().toString());
    }

    @Test
    void colours_outcomes_and_the_verdict_when_asked() {
        String coloured = ReportFormat.text().colour().render(EXAMPLE);

        assertThat(coloured)
                .contains("release: \u001B[1;31mFAILED\u001B[0m (1 failed")
                .contains("  \u001B[1;31mFailed\u001B[0m, attestation 2\n")
                .contains("  \u001B[1;32mPassed\u001B[0m, all attestations\n");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]+m", ""))
                .isEqualTo(ReportFormat.text().render(EXAMPLE));
    }

    @Test
    void refuses_a_width_in_which_nothing_can_be_read() {
        assertThatThrownBy(() -> ReportFormat.text().width(39))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("39 columns are fewer than 40");
    }
}
