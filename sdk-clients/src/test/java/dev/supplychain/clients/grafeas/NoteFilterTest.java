package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.model.grafeas.v1.NoteKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoteFilterTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void writes_what_the_reference_names() {
        assertThat(NoteFilter.kind(NoteKind.ATTESTATION)
                        .and(NoteFilter.createdAfter(NOON))
                        .and(NoteFilter.all())
                        .and(NoteFilter.updatedAfter(NOON)))
                .hasToString("kind=\"ATTESTATION\" AND createTime>\"2026-11-20T12:00:00Z\""
                        + " AND updateTime>\"2026-11-20T12:00:00Z\"");
        assertThat(NoteFilter.kind(dev.supplychain.model.grafeas.v1beta1.NoteKind.INTOTO))
                .hasToString("kind=\"INTOTO\"");
    }

    @Test
    void puts_alternatives_into_parentheses() {
        NoteFilter either = NoteFilter.anyOf(NoteFilter.kind(NoteKind.BUILD), NoteFilter.kind(NoteKind.ATTESTATION));

        assertThat(either.and(NoteFilter.createdAfter(NOON)))
                .hasToString("((kind=\"BUILD\") OR (kind=\"ATTESTATION\")) AND createTime>\"2026-11-20T12:00:00Z\"");
    }

    @Test
    void everything_or_something_is_everything() {
        assertThat(NoteFilter.anyOf(NoteFilter.kind(NoteKind.BUILD), NoteFilter.all()))
                .isEqualTo(NoteFilter.all());
        assertThat(NoteFilter.anyOf(NoteFilter.kind(NoteKind.BUILD))).isEqualTo(NoteFilter.kind(NoteKind.BUILD));
    }

    @Test
    void refuses_control_characters_without_printing_them() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteFilter("kind=\"s3cr3t\u0000\""))
                .withMessage("the filter has the control character U+0000");
    }
}
