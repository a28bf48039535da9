package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void shows_what_turns_the_reading_direction_moves_the_cursor_or_hides() {
        assertThat(VisibleText.of("cod.\u202Egnp\u200B")).isEqualTo("cod.\\u202Egnp\\u200B");
        assertThat(VisibleText.of("\u001B[2Jx\u0000\r\n")).isEqualTo("\\u001B[2Jx\\u0000\\u000D\\u000A");
        assertThat(VisibleText.of("tag" + Character.toString(0xE0041))).isEqualTo("tag\\u{E0041}");
        assertThat(VisibleText.of("\u2028\uE000\uFFFE\uD800")).isEqualTo("\\u2028\\uE000\\uFFFE\\uD800");
    }

    @Test
    void leaves_the_scripts_of_the_world_alone() {
        String text = "Straße, Ελλάδα, 東京, שלום, 😀";

        assertThat(VisibleText.of(text)).isEqualTo(text);
        assertThat(VisibleText.prose(text)).isEqualTo(text);
    }

    @Test
    void sentences_lose_their_line_breaks() {
        assertThat(VisibleText.prose("\n One\r\n\ttwo \u0007. \n")).isEqualTo("One two \\u0007.");
        assertThat(VisibleText.lines("a\nb\rc")).isEqualTo("a\nb\\u000Dc");
    }

    @Test
    void half_a_character_is_replaced_where_it_cannot_be_written() {
        assertThat(VisibleText.wellFormed("a\uD83D\uDE00\uD800b")).isEqualTo("a\uD83D\uDE00\uFFFDb");
    }

    @Test
    void long_texts_say_how_long_they_are() {
        assertThat(VisibleText.excerpt("\uD83D\uDE00abc", 2)).isEqualTo("\uD83D\uDE00a… (4 characters)");
        assertThat(VisibleText.excerpt("abc", 3)).isEqualTo("abc");
    }
}
