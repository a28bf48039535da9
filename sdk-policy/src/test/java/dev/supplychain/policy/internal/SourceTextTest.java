package dev.supplychain.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void puts_the_caret_below_the_place() {
        assertThat(new SourceText("a\n  bcd\n").snippet(new Place(2, 4))).isEqualTo("  bcd\n   ^");
    }

    @Test
    void counts_code_points_and_not_chars() {
        assertThat(new SourceText("𝄞𝄞x").snippet(new Place(1, 3))).isEqualTo("𝄞𝄞x\n  ^");
    }

    @Test
    void shows_the_part_of_a_long_line_around_the_place() {
        String snippet = new SourceText("a".repeat(500) + "X" + "b".repeat(500)).snippet(new Place(1, 501));

        assertThat(snippet).isEqualTo("…" + "a".repeat(60) + "X" + "b".repeat(39) + "…\n" + " ".repeat(61) + "^");
    }

    @Test
    void shows_what_cannot_be_seen() {
        assertThat(new SourceText("\t\u202Ex").snippet(new Place(1, 3))).isEqualTo(" \\u202ex\n       ^");
    }

    @Test
    void shows_nothing_below_the_last_line() {
        assertThat(new SourceText("a").snippet(new Place(2, 1))).isEqualTo("\n^");
    }

    @Test
    void hides_what_follows_a_place_when_asked_to() {
        assertThat(new SourceText("pem: SECRET").snippetUpTo(new Place(1, 6))).isEqualTo("pem: …\n     ^");
    }

    @Test
    void finds_the_place_of_a_character() {
        assertThat(new SourceText("a\r\nb𝄞c").placeOf(6)).isEqualTo(new Place(2, 3));
    }
}
