package dev.supplychain.dsse.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtClaimsTest {
    private static JwtClaims parse(String json) {
        return JwtClaims.parse(json.getBytes(UTF_8));
    }

    @Test
    void reads_what_it_writes_in_the_order_of_the_specification() {
        JwtClaims claims = JwtClaims.builder()
                .issuer("i")
                .subject("s")
                .addAudience("a", "b")
                .expiresAt(Instant.ofEpochSecond(3))
                .notBefore(Instant.ofEpochSecond(1))
                .issuedAt(Instant.ofEpochSecond(2, 500_000_000))
                .jwtId("j")
                .resourceUri("r")
                .putOthers("x", Json.of(true))
                .build();

        assertThat(new String(claims.toJson(), UTF_8))
                .isEqualTo("{\"iss\":\"i\",\"sub\":\"s\",\"aud\":[\"a\",\"b\"],\"exp\":3,\"nbf\":1,"
                        + "\"iat\":2.500000000,\"jti\":\"j\",\"resourceUri\":\"r\",\"x\":true}");
        assertThat(JwtClaims.parse(claims.toJson())).isEqualTo(claims);
    }

    /** The claims of Kritis' sample token. */
    @Test
    void reads_the_sample_of_kritis() {
        JwtClaims claims =
                parse("{\"sub\":\"container:digest:sha256:0f\",\"aud\":\"//binaryauthorization.googleapis.com\","
                        + "\"attestationType\":\"TBD\",\"attestation\":\"\"}");

        assertThat(claims.subject()).contains("container:digest:sha256:0f");
        assertThat(claims.audience()).containsExactly("//binaryauthorization.googleapis.com");
        assertThat(claims.others()).containsOnlyKeys("attestationType", "attestation");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1.5, 1970-01-01T00:00:01.5Z",
        "-1.5, 1969-12-31T23:59:58.5Z",
        "1.000000001, 1970-01-01T00:00:01.000000001Z",
        "1e3, 1970-01-01T00:16:40Z",
        "253402300799, 9999-12-31T23:59:59Z",
        "-62135596800, 0001-01-01T00:00:00Z"
    })
    void times_are_seconds_since_1970(String seconds, Instant time) {
        assertThat(parse("{\"exp\":" + seconds + "}").expiresAt()).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "253402300800",
                "-62135596801",
                "1e999999999",
                "1e-999999999",
                "-1e999999999",
                "1.0000000001",
                "1e99999999999999999999",
                "\"1\"",
                "null",
                "true",
                "[1]"
            })
    void what_is_no_time_is_refused_by_name(String seconds) {
        for (String name : List.of("exp", "nbf", "iat")) {
            assertThatThrownBy(() -> parse("{\"" + name + "\":" + seconds + "}"))
                    .isInstanceOf(MalformedDataException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iss\":null}",
                "{\"sub\":1}",
                "{\"jti\":[]}",
                "{\"resourceUri\":{}}",
                "{\"aud\":null}",
                "{\"aud\":[1]}",
                "{\"aud\":[null]}",
                "{\"aud\":{}}",
                "[]",
                "\"\"",
                "{\"sub\":\"a\",\"sub\":\"a\"}"
            })
    void a_claim_of_another_type_is_refused(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(MalformedDataException.class);
    }

    @Test
    void a_problem_names_the_claim() {
        assertThatThrownBy(() -> parse("{\"exp\":\"soon\"}"))
                .hasMessageContaining("JWT claims")
                .hasMessageContaining("/exp")
                .hasMessageContaining("expected a number of seconds");
    }

    @Test
    void an_audience_of_nobody_is_read_as_none() {
        assertThat(parse("{\"aud\":[]}").audience()).isEmpty();
        assertThat(parse("{\"aud\":[\"a\"]}").audience()).containsExactly("a");
    }

    @Test
    void a_claim_is_given_once() {
        for (String name : List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "resourceUri")) {
            assertThatThrownBy(() ->
                            JwtClaims.builder().putOthers(name, Json.of("x")).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("claim \"" + name + "\" has a method of its own");
        }
    }

    @Test
    void a_time_outside_the_calendar_is_not_claimed() {
        for (Instant time : List.of(
                Instant.MAX,
                Instant.MIN,
                Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1))) {
            assertThatThrownBy(() -> JwtClaims.builder().expiresAt(time).build())
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> JwtClaims.builder().notBefore(time).build())
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> JwtClaims.builder().issuedAt(time).build())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
