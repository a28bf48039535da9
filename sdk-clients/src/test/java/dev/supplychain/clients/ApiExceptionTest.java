package dev.supplychain.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiExceptionTest {
    @Test
    void says_what_was_asked_and_what_became_of_it() {
        ApiException e = ApiException.builder(ApiException.Kind.ANSWERED, "GET /v1/projects/p/occurrences/o")
                .httpStatus(403)
                .code(Optional.of("PERMISSION_DENIED"))
                .requestId(Optional.of("7f"))
                .build();

        assertThat(e)
                .hasMessage(
                        "GET /v1/projects/p/occurrences/o failed: 403 PERMISSION_DENIED (request id 7f, 1 attempt)");
    }

    @Test
    void names_the_wait_that_the_server_wished() {
        ApiException e = ApiException.builder(ApiException.Kind.ANSWERED, "GET /x")
                .httpStatus(503)
                .retryAfter(Optional.of(Duration.ofDays(1)))
                .attempts(2)
                .note("no time left to ask again")
                .build();

        assertThat(e).hasMessage("GET /x failed: 503 (retry after 86400 s, no time left to ask again, 2 attempts)");
    }

    @Test
    void escapes_and_cuts_what_servers_say() {
        ApiException e = ApiException.builder(ApiException.Kind.ANSWERED, "GET /x")
                .httpStatus(400)
                .reason("a\r\n\u001b[31mb\u202e")
                .body("x".repeat(10_000))
                .build();

        assertThat(e.getMessage()).contains("a\\u000d\\u000a\\u001b[31mb\\u202e");
        assertThat(e.bodyExcerpt().orElseThrow()).startsWith("x".repeat(4096)).hasSizeLessThan(4150);
    }

    @Test
    void survives_serialisation_without_the_parsed_error() throws Exception {
        ApiException e = ApiException.builder(ApiException.Kind.ANSWERED, "GET /x")
                .httpStatus(404)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(e);

        ApiException read =
                (ApiException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read.isStatus(404)).isTrue();
        assertThat(read.status()).isEmpty();
    }
}
