package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "86400, 86400", "99999999999, 9999999999", "9999999999, 9999999999"})
    void reads_seconds_of_any_size(String value, long seconds) {
        assertThat(RetryAfter.parse(value, Recorded.NOW)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void reads_a_date() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2026 12:00:09 GMT", Recorded.NOW))
                .contains(Duration.ofSeconds(9));
    }

    @Test
    void does_not_wait_for_a_date_that_has_passed() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2020 12:00:09 GMT", Recorded.NOW))
                .contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "", "1e3", "\u0663", "Fri, 99 Nov 2026 12:00:09 GMT"})
    void ignores_what_it_does_not_understand(String value) {
        assertThat(RetryAfter.parse(value, Recorded.NOW)).isEmpty();
    }
}
