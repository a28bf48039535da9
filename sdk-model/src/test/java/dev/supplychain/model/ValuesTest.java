package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    enum Colour {
        COLOUR_UNSPECIFIED,
        RED
    }

    @Test
    void a_digest_of_a_file_is_the_digest_of_its_bytes(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "abc");

        assertThat(Digest.sha256(file))
                .isEqualTo(Digest.sha256("abc".getBytes(StandardCharsets.UTF_8)))
                .hasToString("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digest.of("sha3_256", file).hex())
                .isEqualTo("3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:abc", "sha256:", ":00", "sha256", "sha1:DA39A3EE5E6B4B0D3255BFEF95601890AFD80709"})
    void refuses_a_digest_that_does_not_fit_its_algorithm(String text) {
        assertThatThrownBy(() -> Digest.parse(text))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining('"' + text + '"');
    }

    @Test
    void takes_a_digest_of_an_algorithm_that_is_not_standard() {
        assertThat(Digest.parse("gce_image_id:4711").hex()).isEqualTo("4711");
    }

    @Test
    void a_timestamp_keeps_its_text() {
        Timestamp timestamp = Timestamp.parse("2017-01-15T02:30:15.01+01:00");

        assertThat(timestamp.text()).isEqualTo("2017-01-15T02:30:15.01+01:00");
        assertThat(timestamp.instant()).isEqualTo(Instant.parse("2017-01-15T01:30:15.010Z"));
    }

    @Test
    void a_timestamp_of_ours_has_0_3_6_or_9_fraction_digits() {
        assertThat(Timestamp.of(Instant.parse("2026-11-01T00:00:00Z"))).hasToString("2026-11-01T00:00:00Z");
        assertThat(Timestamp.of(Instant.parse("2026-11-01T00:00:00.01Z"))).hasToString("2026-11-01T00:00:00.010Z");
        assertThat(Timestamp.of(Instant.parse("2026-11-01T00:00:00.00001Z")))
                .hasToString("2026-11-01T00:00:00.000010Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-01",
                "2026-13-01T00:00:00Z",
                "2026-11-01T00:00:00",
                "2026-11-01T00:00:00.0000000001Z",
                "0000-12-31T23:59:59Z",
                "+12026-11-01T00:00:00Z"
            })
    void refuses_what_is_no_timestamp(String text) {
        assertThatThrownBy(() -> Timestamp.parse(text)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void an_open_enum_keeps_a_text_it_does_not_know() {
        OpenEnum<Colour> blue = OpenEnum.parse(Colour.class, "BLUE");

        assertThat(blue.known()).isEmpty();
        assertThat(blue.text()).isEqualTo("BLUE");
        assertThat(OpenEnum.parse(Colour.class, "RED").is(Colour.RED)).isTrue();
        assertThat(OpenEnum.of(Colour.RED)).isEqualTo(OpenEnum.parse(Colour.class, "RED"));
    }

    @Test
    void a_decimal_keeps_its_text() {
        assertThat(Decimal.of(7.1f)).hasToString("7.1");
        assertThat(Decimal.parse("9.800000190734863").floatValue()).isEqualTo(9.8f);
        assertThat(Decimal.parse("NaN").isFinite()).isFalse();
        assertThatThrownBy(() -> Decimal.parse("1e")).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void a_message_quotes_foreign_text_without_its_control_characters() {
        assertThatThrownBy(() -> Digest.parse("a\u202Eb\n" + "x".repeat(200)))
                .hasMessageContaining("a\\u202eb\\u000a")
                .hasMessageContaining("(204 characters)");
    }
}
