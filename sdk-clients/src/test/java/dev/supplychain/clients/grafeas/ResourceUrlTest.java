package dev.supplychain.clients.grafeas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.supplychain.clients.internal.Recorded;
import dev.supplychain.model.ProjectName;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceUrlTest {
    private final MockWebServer server = new MockWebServer();
    private GrafeasClient grafeas;

    @BeforeEach
    void start() throws Exception {
        server.start();
        grafeas = GrafeasClient.create(
                new Recorded().options(server.url("/below/").toString()).build());
    }

    @AfterEach
    void stop() {
        grafeas.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://host:5000/a/b@sha256:ab, https%3A%2F%2Fhost:5000/a/b@sha256:ab",
        "host/a/b@sha256:ab, host/a/b@sha256:ab",
        "host/a:v1.0+2, host/a:v1.0+2"
    })
    void only_the_slashes_of_the_scheme_are_encoded(String resource, String path) throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"discoveryOccurrence\":\"projects/p/occurrences/d\"}")
                .build());

        assertThat(grafeas.exportSbom(ProjectName.of("p"), resource).discoveryOccurrence())
                .contains("projects/p/occurrences/d");

        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/below/v1/projects/p/resources/" + path + ":exportSBOM");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Recorded.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https://host//a",
                "https://host/../a",
                "https://host/a?x=y",
                "https://host/a#b",
                "https://host/a%2e",
                "https://host/a b",
                "http://host/a",
                "https://host/"
            })
    void refuses_what_a_server_could_take_for_another_path(String resource) {
        assertThatIllegalArgumentException().isThrownBy(() -> grafeas.exportSbom(ProjectName.of("p"), resource));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void names_the_endpoint_of_a_region() {
        assertThat(GrafeasClient.regional("us-central1"))
                .isEqualTo("https://containeranalysis.us-central1.rep.googleapis.com");
        assertThatIllegalArgumentException().isThrownBy(() -> GrafeasClient.regional("evil.example/"));
    }
}
