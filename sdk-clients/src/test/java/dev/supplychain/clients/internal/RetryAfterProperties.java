package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RetryAfterProperties {
    @Property
    void never_throws_and_never_goes_back_in_time(@ForAll String value) {
        assertThat(RetryAfter.parse(value, Recorded.NOW).stream()).noneMatch(wait -> wait.isNegative());
    }
}
