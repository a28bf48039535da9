package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardPatternTest {
    @ParameterizedTest
    @CsvSource({
        "8.*, 8.5, true",
        "8.*, 8.10.1-rc-1, true",
        "8.*, 8., true",
        "8.*, 8, false",
        "8.*, 80.1, false",
        "8.*, 8x5, false",
        "8.10, 8.10, true",
        "8.10, 8.1, false",
        "8.10, 8.10.0, false",
        "*, anything, true",
        "*-rc-*, 9.0-rc-1, true",
        "*-rc-*, 9.0, false",
        "1.*.1, 1.1, false",
        "1.*.1, 1.0.1, true",
        "a*a, a, false",
        "a*b*a, aba, true",
        "9.0-RC-1, 9.0-rc-1, false",
        "**, x, true",
    })
    void fits_as_documented(String pattern, String version, boolean fits) {
        assertThat(WildcardPattern.parse(pattern).fits(version)).isEqualTo(fits);
    }

    @Test
    void refuses_what_cannot_be_meant() {
        assertThatThrownBy(() -> WildcardPattern.parse(" 8.5")).isInstanceOf(MalformedDataException.class);
        assertThatThrownBy(() -> WildcardPattern.parse("8".repeat(1001))).isInstanceOf(MalformedDataException.class);
    }
}
