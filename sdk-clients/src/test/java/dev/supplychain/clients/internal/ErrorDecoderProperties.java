package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.Headers;

class ErrorDecoderProperties {
    @Property
    void never_throws(@ForAll("bodies") String body) {
        Answer answer = new Answer(
                400,
                Headers.of("Content-Type", "application/problem+json"),
                Optional.empty(),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                Redactor.of(Optional.empty()),
                Optional.empty());

        assertThat(ErrorDecoder.decode(Endpoint.get("/v1/x").with(), answer)
                        .build()
                        .isStatus(400))
                .isTrue();
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> value = Arbitraries.of(
                "1", "-1", "1e400", "\"x\"", "null", "true", "[]", "{}", "[1]", "[{}]", "{\"code\":5}", "\"&#34;\"");
        Arbitrary<String> name =
                Arbitraries.of("error", "code", "message", "details", "status", "title", "detail", "type", "@type");
        return Arbitraries.maps(name, value)
                .ofMaxSize(5)
                .map(members -> members.entrySet().stream()
                        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                        .reduce((a, b) -> a + "," + b)
                        .orElse(""))
                .flatMap(object -> Arbitraries.of("{" + object + "}", "{\"error\":{" + object + "}}", object));
    }
}
