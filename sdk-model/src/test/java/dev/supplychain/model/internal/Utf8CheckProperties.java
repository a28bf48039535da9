package dev.supplychain.model.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The check looks at many bytes at once: what it finds does not depend on where it stands. */
class Utf8CheckProperties {
    @Property
    void takes_text_and_escapes_at_any_place(@ForAll("good") List<byte[]> pieces) {
        Utf8Check.check("input", joined(pieces));
    }

    @Property
    void finds_what_is_wrong_at_any_place(
            @ForAll("good") List<byte[]> before, @ForAll("bad") byte[] wrong, @ForAll @IntRange(max = 40) int after) {
        byte[] prefix = joined(before);
        byte[] input = joined(List.of(prefix, wrong, "x".repeat(after).getBytes(UTF_8)));

        assertThatThrownBy(() -> Utf8Check.check("input", input))
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo("byte " + prefix.length));
    }

    @Property(tries = 200)
    void finds_what_is_wrong_behind_whole_blocks(
            @ForAll @IntRange(max = 3 * ByteScan.BLOCK) int length,
            @ForAll("good") List<byte[]> before,
            @ForAll("bad") byte[] wrong) {
        byte[] prefix = joined(List.of("x".repeat(length).getBytes(UTF_8), joined(before), new byte[] {' '}));

        byte[] input = joined(List.of(prefix, wrong, prefix));
        assertThatThrownBy(() -> Utf8Check.check("input", input))
                .isInstanceOfSatisfying(
                        MalformedDataException.class, e -> assertThat(e.place()).isEqualTo("byte " + prefix.length));
        Utf8Check.check("input", joined(List.of(prefix, prefix)));
    }

    @Property(tries = 100)
    void finds_a_wrong_byte_after_a_backslash(@ForAll @IntRange(max = 40) int length) {
        byte[] input = joined(List.of("x".repeat(length).getBytes(UTF_8), new byte[] {'\\', (byte) 0x80}));

        assertThatThrownBy(() -> Utf8Check.check("input", input))
                .hasMessage("input at byte " + (length + 1) + ": not UTF-8");
    }

    @Provide
    static Arbitrary<List<byte[]>> good() {
        return Arbitraries.of(
                        "a", "12345678", "~", "ß", "ಠ", "\uD83D\uDE00", "\\\\", "\\\"", "\\u005C", "\\uD83D\\uDE00")
                .map(text -> text.getBytes(UTF_8))
                .list()
                .ofMaxSize(30);
    }

    @Provide
    static Arbitrary<byte[]> bad() {
        return Arbitraries.oneOf(
                Arbitraries.of("\\uD83D", "\\uDE00", "\\uD83D\\u0041", "\\uD83D\\n")
                        .map(text -> text.getBytes(UTF_8)),
                Arbitraries.of(new byte[] {(byte) 0x80}, new byte[] {(byte) 0xC0, (byte) 0xAF}, new byte[] {
                    (byte) 0xED, (byte) 0xA0, (byte) 0x80
                }));
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pieces.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
