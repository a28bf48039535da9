package dev.supplychain.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = Backoff.of(RetryOptions.defaults());

    @Test
    void doubles_up_to_a_ceiling() {
        assertThat(backoff.ceiling(1, false)).isEqualTo(Duration.ofMillis(100));
        assertThat(backoff.ceiling(2, false)).isEqualTo(Duration.ofMillis(200));
        assertThat(backoff.ceiling(7, false)).isEqualTo(Duration.ofMillis(6400));
        assertThat(backoff.ceiling(8, false)).isEqualTo(Duration.ofSeconds(8));
        assertThat(backoff.ceiling(1_000_000, false)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void begins_with_a_second_when_the_server_gets_too_much() {
        assertThat(backoff.ceiling(1, true)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.ceiling(3, true)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void waits_any_part_of_the_ceiling() {
        assertThat(backoff.delay(2, false, Optional.empty(), 0)).isZero();
        assertThat(backoff.delay(2, false, Optional.empty(), 0.25)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void waits_at_least_what_the_server_wishes() {
        assertThat(backoff.delay(1, false, Optional.of(Duration.ofSeconds(3)), 0.99))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(backoff.delay(1, false, Optional.of(Duration.ZERO), 0.5)).isEqualTo(Duration.ofMillis(50));
    }
}
