package dev.supplychain.clients.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.MalformedDataException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChallengeProperties {
    @Property
    void any_text_is_read_or_refused(@ForAll("headers") String header) {
        try {
            assertThat(Challenge.parse(List.of(header))).isNotEmpty();
        } catch (MalformedDataException expected) {
            assertThat(expected).hasMessageStartingWith("WWW-Authenticate");
        }
    }

    @Property
    void what_is_written_is_read_back(@ForAll("challenges") List<Challenge> challenges) {
        String header = challenges.stream().map(ChallengeProperties::write).collect(Collectors.joining(", "));

        assertThat(Challenge.parse(List.of(header))).isEqualTo(challenges);
    }

    private static String write(Challenge challenge) {
        return challenge.scheme() + " "
                + challenge.parameters().entrySet().stream()
                        .map(entry -> entry.getKey() + "=\""
                                + entry.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(", "));
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.strings()
                .withChars("Bearer,= \"\\\t/+-.~:a0\u0000\u00e9\n")
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<List<Challenge>> challenges() {
        Arbitrary<String> token =
                Arbitraries.strings().withChars("abz09-_.!").ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> value = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
        Arbitrary<Map<String, String>> parameters =
                Arbitraries.maps(token, value).ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(token, parameters)
                .as(Challenge::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
