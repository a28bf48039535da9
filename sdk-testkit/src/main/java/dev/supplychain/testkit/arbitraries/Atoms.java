package dev.supplychain.testkit.arbitraries;

import dev.supplychain.model.Bytes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** The small parts that the messages are made of. */
final class Atoms {
    private Atoms() {}

    /** Any text that has an encoding in UTF-8: also empty, with control characters or beyond the BMP. */
    static Arbitrary<String> text() {
        Arbitrary<String> basic = Arbitraries.strings()
                .withCharRange('\u0000', '\uD7FF')
                .withCharRange('\uE000', '\uFFFF')
                .ofMaxLength(20);
        Arbitrary<String> awkward =
                Arbitraries.of("", "\"", "\\", "\u2028", "\uD83D\uDD11", "\u202Egnp.exe", "</script>", "null", "1.0");
        return Arbitraries.frequencyOf(Tuple.of(6, word()), Tuple.of(2, basic), Tuple.of(1, awkward));
    }

    /** Letters and digits, 1 to 12. */
    static Arbitrary<String> word() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    static Arbitrary<String> hex(int digits) {
        return Arbitraries.strings().numeric().withCharRange('a', 'f').ofLength(digits);
    }

    static Arbitrary<Bytes> bytes(int min, int max) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(min)
                .ofMaxSize(max)
                .map(Bytes::of);
    }

    /** An absolute URI with a path. */
    static Arbitrary<String> uri() {
        return word().list().ofMinSize(1).ofMaxSize(3).map(parts -> "https://example.com/" + String.join("/", parts));
    }
}
