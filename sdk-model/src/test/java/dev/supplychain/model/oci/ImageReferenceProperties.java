package dev.supplychain.model.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImageReferenceProperties {
    /** The published grammar as one expression; too slow and too deep for real input, good enough for short ones. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?<domain>(?:LABEL(?:\\.LABEL)*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?/)?PART(?:/PART)*(?::[\\w][\\w.-]{0,127})?"
                    .replace("LABEL", "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])")
                    .replace("PART", "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"));

    @Property(tries = 1000)
    void its_text_is_read_back(@ForAll("references") ImageReference reference) {
        assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
    }

    @Property(tries = 1000)
    void takes_what_the_published_grammar_takes_below_a_registry(@ForAll("pathsAndTags") String rest) {
        String text = "r.io/" + rest;

        assertThat(isRead(text)).isEqualTo(GRAMMAR.matcher(text).matches());
    }

    @Property(tries = 1000)
    void takes_the_registries_that_the_published_grammar_takes(@ForAll("domains") String domain) {
        String text = "x." + domain + "/app";
        java.util.regex.Matcher matcher = GRAMMAR.matcher(text);

        assertThat(isRead(text)).isEqualTo(matcher.matches() && matcher.group("domain") != null);
    }

    @Property(tries = 1000)
    void never_throws_anything_else(@ForAll String text) {
        assertThat(isRead(text)).isIn(true, false);
    }

    private static boolean isRead(String text) {
        try {
            ImageReference.parse(text);
            return true;
        } catch (MalformedDataException refused) {
            return false;
        }
    }

    @Provide
    static Arbitrary<String> pathsAndTags() {
        return Arbitraries.strings().withChars("aB0._-/:").ofMaxLength(8);
    }

    @Provide
    static Arbitrary<String> domains() {
        return Arbitraries.strings().withChars("aB0.-:_[").ofMaxLength(8);
    }

    @Provide
    static Arbitrary<ImageReference> references() {
        Arbitrary<String> parts =
                Arbitraries.of("a", "library", "team", "a-b", "a__b", "a.b", "0", "localhost", "a---b");
        Arbitrary<Optional<Digest>> digests = Arbitraries.of(
                        Digest.sha256(new byte[0]), Digest.parse("sha512:" + "0a".repeat(64)))
                .optional();
        return Combinators.combine(
                        Arbitraries.of(
                                "docker.io",
                                "index.docker.io",
                                "localhost",
                                "r:5000",
                                "R",
                                "[::1]",
                                "a.b-c.io:80",
                                "127.0.0.1"),
                        parts.list().ofMinSize(1).ofMaxSize(4).map(p -> String.join("/", p)),
                        Arbitraries.of("latest", "_", "1.0", "A-b").optional(),
                        digests)
                .as(ImageReference::new);
    }
}
