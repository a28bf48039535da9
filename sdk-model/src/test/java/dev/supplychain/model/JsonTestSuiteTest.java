package dev.supplychain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The strict reader on nst/JSONTestSuite. */
class JsonTestSuiteTest {
    @Test
    void accepts_what_must_parse_and_nothing_that_must_not() throws IOException {
        List<String> refused = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        try (ZipFile zip = new ZipFile(Vectors.require("jsontestsuite.zip").toFile())) {
            zip.stream().filter(e -> e.getName().endsWith(".json")).forEach(entry -> {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                try {
                    Json.parse(zip.getInputStream(entry).readAllBytes());
                    accepted.add(name);
                } catch (MalformedDataException e) {
                    refused.add(name);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }

        assertThat(accepted.size() + refused.size()).isEqualTo(318);
        assertThat(accepted).noneMatch(name -> name.startsWith("n_"));
        assertThat(refused.stream().filter(name -> name.startsWith("y_")))
                .containsExactlyInAnyOrder("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");
        assertThat(accepted.stream().filter(name -> name.startsWith("i_")))
                .allMatch(name -> name.startsWith("i_number_"));
    }
}
