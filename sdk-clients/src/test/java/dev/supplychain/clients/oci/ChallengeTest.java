package dev.supplychain.clients.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.supplychain.model.MalformedDataException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
    private static List<Challenge> parse(String... headers) {
        return Challenge.parse(List.of(headers));
    }

    @Test
    void reads_what_docker_hub_says() {
        assertThat(parse("Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\","
                        + "scope=\"repository:library/ubuntu:pull\""))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of(
                                "realm", "https://auth.docker.io/token",
                                "service", "registry.docker.io",
                                "scope", "repository:library/ubuntu:pull")));
    }

    @Test
    void a_comma_in_quotes_belongs_to_the_value() {
        assertThat(parse("Bearer scope=\"repository:a:pull,push\" , error = \"insufficient_scope\"")
                        .get(0)
                        .parameters())
                .isEqualTo(Map.of("scope", "repository:a:pull,push", "error", "insufficient_scope"));
    }

    @Test
    void reads_several_challenges_of_one_header_and_of_several() {
        assertThat(parse("Negotiate YWJj==, Basic realm=\"a\", BEARER Realm=b", "Digest"))
                .containsExactly(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "a")),
                        new Challenge("bearer", Map.of("realm", "b")),
                        new Challenge("digest", Map.of()));
    }

    @Test
    void takes_escapes_and_empty_elements() {
        assertThat(parse(", Basic realm=\"a \\\"b\\\\\", , charset=UTF-8,")
                        .get(0)
                        .parameters())
                .isEqualTo(Map.of("realm", "a \"b\\", "charset", "UTF-8"));
    }

    @Test
    void an_empty_parameter_is_none() {
        assertThat(parse("Bearer service=\"\"").get(0).parameter("service")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "=",
                "\"Bearer\"",
                "Bearer realm=\"x",
                "Bearer realm=\"x\"y",
                "Bearer realm=\"x\" service=\"y\"",
                "Basic realm=\"a\",charset=",
                "Bearer realm=\"a\",realm=\"b\"",
                "Bearer realm=\"a\",Realm=\"b\"",
                "Bearer realm=\"a\u0000\"",
                "Bearer realm=\"\u00e9\"",
                "Bearer realm=\"a\\",
                "Bearer;realm=\"a\"",
                "Bearer a b"
            })
    void refuses_what_is_ambiguous_or_broken(String header) {
        assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> parse(header));
    }

    @Test
    void refuses_what_is_endless() {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> parse("Bearer realm=\"" + "a".repeat(8192) + "\""))
                .withMessageContaining("8192");
        StringBuilder many = new StringBuilder("Bearer p=0");
        for (int i = 1; i <= 32; i++) {
            many.append(",p").append(i).append("=x");
        }
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> parse(many.toString()))
                .withMessageContaining("32 parameters");
    }
}
