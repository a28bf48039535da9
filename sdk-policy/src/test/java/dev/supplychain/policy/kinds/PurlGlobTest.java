package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurlGlobTest {
    @ParameterizedTest
    @CsvSource({
        "pkg:maven/org.apache/**, pkg:maven/org.apache/commons@1, true",
        "pkg:maven/org.apache/**, pkg:maven/org.apache/a/b/c@1, true",
        "pkg:maven/org.apache/**, pkg:maven/org.apache.commons/lang@1, false",
        "pkg:maven/org.apache**, pkg:maven/org.apache.commons/lang@1, true",
        "pkg:maven/org.apache/*, pkg:maven/org.apache/a/b, false",
        "pkg:maven/org.apache/a, pkg:maven/org.apache/a@1.0, true",
        "pkg:maven/org.apache/a, pkg:maven/org.apache/ab@1.0, false",
        "pkg:maven/org.apache/a@1.*, pkg:maven/org.apache/a@1.0, true",
        "pkg:maven/org.apache/a@1.*, pkg:maven/org.apache/a@2.0, false",
        "PKG:maven/**, pkg:MAVEN/g/a@1, true",
        "**, pkg:npm/a, true",
        "pkg:npm/a, pkg:npm/a@1?x=y#z, true",
        "pkg:npm/@scope/*, pkg:npm/@scope/a@1, true",
        "pkg:npm/@scope/*, pkg:npm/@scope, false",
        "pkg:npm/*a*, pkg:npm/bab, true",
        "pkg:npm/*a*, pkg:npm/bbb, false"
    })
    void fits_as_a_glob(String pattern, String purl, boolean fits) {
        assertThat(PurlGlob.parse(pattern).fits(purl)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maven/g/a", "pkg:maven/a b", "pkg:\uE000", "pkg:\uE001"})
    void refuses_what_is_no_pattern(String text) {
        assertThatThrownBy(() -> PurlGlob.parse(text)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void looks_at_what_a_package_can_be_only() {
        assertThat(PurlGlob.parse("**").fits("a".repeat(4096))).isTrue();
        assertThat(PurlGlob.parse("**").fits("a".repeat(4097))).isFalse();
        assertThatThrownBy(() -> PurlGlob.parse("*".repeat(1001))).isInstanceOf(MalformedDataException.class);
        assertThat(PurlGlob.parse("*".repeat(1000)).text()).hasSize(1000);
    }

    @Test
    void is_equal_by_its_text() {
        assertThat(PurlGlob.parse("pkg:npm/a"))
                .isEqualTo(PurlGlob.parse("pkg:npm/a"))
                .hasSameHashCodeAs(PurlGlob.parse("pkg:npm/a"))
                .isNotEqualTo(PurlGlob.parse("pkg:npm/b"))
                .hasToString("pkg:npm/a");
    }
}
