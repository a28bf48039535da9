package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.supplychain.model.Json;
import dev.supplychain.policy.cases.PolicyCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecificationExamplesTest {
    private static final Path SPECIFICATION = Path.of("../../shared/spec/provenance-governor-api.txt");

    @Test
    void the_five_results_of_the_reference_come_out_equal() throws IOException {
        assumeTrue(Files.exists(SPECIFICATION), () -> SPECIFICATION + " is missing");
        String reference = Files.readString(SPECIFICATION);
        int from = reference.indexOf("[\n  {\n    \"labels\"");
        Json expected = Json.parse(reference.substring(from, reference.indexOf("\n]\n", from) + 2));
        List<PolicyCase> cases = PolicyCasesTest.cases().stream()
                .filter(each -> each.name().startsWith("specification/"))
                .toList();

        assertThat(expected.elements()).hasSize(5);
        assertThat(cases).hasSize(5);
        for (int i = 0; i < cases.size(); i++) {
            PolicyScanReport report = cases.get(i).run().report().orElseThrow();
            Json one = Json.array(List.of(expected.elements().get(i)));
            assertThat(Json.parse(report.toJson())).isEqualTo(one);
            assertThat(new String(report.toNdjson(), StandardCharsets.UTF_8))
                    .endsWith("\n")
                    .satisfies(line -> assertThat(Json.parse(line))
                            .isEqualTo(one.elements().get(0)));
        }
    }
}
