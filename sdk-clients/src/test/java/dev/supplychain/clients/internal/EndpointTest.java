package dev.supplychain.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EndpointTest {
    @Test
    void puts_values_into_their_places() {
        assertThat(Endpoint.get("/v1/{parent}/notes/{id}")
                        .with("projects/p", "n")
                        .line())
                .isEqualTo("GET /v1/projects/p/notes/n");
    }

    @Test
    void keeps_a_verb_after_a_colon() {
        assertThat(Endpoint.post("/v1/{parent}/occurrences:batchCreate")
                        .with("projects/p")
                        .path())
                .isEqualTo("/v1/projects/p/occurrences:batchCreate");
    }

    @Test
    void checks_the_whole_path_again() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.get("/v1/{name}").with("../admin"));
    }

    @Test
    void takes_as_many_values_as_it_has_places() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.get("/v1/{name}").with("a", "b"));
    }
}
