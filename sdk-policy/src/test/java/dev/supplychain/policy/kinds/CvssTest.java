package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssTest {
    /** The vulnerabilities of FIRST's document of examples for CVSS v3.1, and the ends of the scale. */
    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N, 6.4", // CVE-2013-0375
        "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N, 3.1", // CVE-2014-3566
        "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H, 9.9", // CVE-2012-1516
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N, 7.5", // CVE-2014-0160
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8", // CVE-2014-6271
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1", // CVE-2013-1937
        "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 8.8",
        "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, 7.8",
        "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 6.8",
        "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H, 7.2",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0",
        "CVSS:3.1/E:P/RL:O/A:H/I:H/C:H/S:U/UI:N/PR:N/AC:L/AV:N, 9.8"
    })
    void scores_as_the_specification(String vector, BigDecimal score) {
        assertThat(Cvss.baseScore(vector))
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(score));
    }

    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, CRITICAL",
        "cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:n/a:n, HIGH",
        "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N, MEDIUM",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, LOW",
        "10, CRITICAL",
        "9.0, CRITICAL",
        "8.9, HIGH",
        "7.0, HIGH",
        "6.9, MEDIUM",
        "4.0, MEDIUM",
        "3.9, LOW",
        "0, LOW",
        "critical, CRITICAL",
        "High, HIGH",
        "moderate, MEDIUM",
        "medium, MEDIUM",
        "' low ', LOW"
    })
    void rates_vectors_numbers_and_words(String score, Severity severity) {
        assertThat(Cvss.severityOf(score)).hasValue(severity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1",
                "-1",
                "NaN",
                "Infinity",
                "1e1",
                "unknown",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
                "AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
                "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:X/C:H/I:H/A:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/C:H/I:H/A:H",
                "CVSS:3.1/AV:NN/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
            })
    void does_not_know_the_severity_of_anything_else(String score) {
        assertThat(Cvss.severityOf(score)).isEqualTo(Optional.empty());
    }

    @Test
    void the_worst_comes_first() {
        assertThat(Severity.CRITICAL).isLessThan(Severity.HIGH);
    }
}
