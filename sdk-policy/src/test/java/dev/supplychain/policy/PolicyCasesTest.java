package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.policy.cases.PolicyCase;
import dev.supplychain.policy.kinds.PolicyKinds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every folder of {@code cases}; {@link PolicyCase} says what is in them. */
class PolicyCasesTest {
    static List<PolicyCase> cases() {
        try {
            return PolicyCase.in(
                    Path.of(PolicyCasesTest.class.getResource("/cases").toURI()));
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judges_as_expected(PolicyCase policyCase) throws IOException {
        assertThat(policyCase.run().differences()).isEmpty();
    }

    @Test
    void every_kind_has_a_dozen_cases() {
        Map<String, Long> perKind = cases().stream()
                .collect(Collectors.groupingBy(
                        each -> each.name().substring(0, each.name().indexOf("/")), Collectors.counting()));

        assertThat(PolicyKinds.evaluated())
                .allSatisfy(kind -> assertThat(perKind.get(kind)).isGreaterThanOrEqualTo(12));
    }
}
