package dev.supplychain.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BackoffProperties {
    @Property
    void never_waits_longer_than_the_ceiling_unless_the_server_wishes(
            @ForAll @IntRange(min = 1) int retry,
            @ForAll boolean throttled,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
        Duration delay = Backoff.of(RetryOptions.defaults()).delay(retry, throttled, Optional.empty(), random);

        assertThat(delay).isBetween(Duration.ZERO, RetryOptions.defaults().maxDelay());
    }
}
