package dev.supplychain.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final List<String> FIELDS = List.of("toolType", "toolVersions", "agentVersions");

    @Test
    void finds_a_missing_letter() {
        assertThat(Suggestion.of("toolVersion", FIELDS)).hasValue("toolVersions");
    }

    @Test
    void finds_swapped_letters() {
        assertThat(Suggestion.of("tooltpye", FIELDS)).hasValue("toolType");
    }

    @Test
    void finds_another_case() {
        assertThat(Suggestion.of("AGENTVERSIONS", FIELDS)).hasValue("agentVersions");
    }

    @Test
    void finds_nothing_far_away() {
        assertThat(Suggestion.of("description", FIELDS)).isEmpty();
        assertThat(Suggestion.of("x".repeat(1_000_000), FIELDS)).isEmpty();
        assertThat(Suggestion.of("", FIELDS)).isEmpty();
    }
}
