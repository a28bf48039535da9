package dev.supplychain.policy.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.ModelJson;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicySet;
import dev.supplychain.policy.Signing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildToolTest {
    private static final String ENTRIES = """
            [{toolType: gradle, toolVersions: ["8.*", "9.2.0"], agentVersions: ["4.*"]}, {toolType: maven}]
            """;

    @ParameterizedTest
    @CsvSource({
        // tool, version, agent, fits an entry
        "gradle, 8.10, 4.2.2, true",
        "Gradle, 9.2.0, 4.0, true",
        "GRADLE, 8.10, 4.2.2, true",
        "gradle, 9.2.1, 4.2.2, false",
        "gradle, 8.10, 3.19, false",
        "maven, 3.9.16, 1.0, true",
        "maven,,, true",
        "sbt, 8.10, 4.2.2, false",
        "gradle-enterprise, 8.10, 4.2.2, false",
    })
    void must_match_wants_what_none_match_forbids(
            String tool, @Nullable String version, @Nullable String agent, boolean fits) {
        assertThat(judge("must-match", tool, version, agent)).isEqualTo(fits ? Status.SATISFIED : Status.UNSATISFIED);
        assertThat(judge("none-match", tool, version, agent)).isEqualTo(fits ? Status.UNSATISFIED : Status.SATISFIED);
    }

    @ParameterizedTest
    @CsvSource({"gradle,, 4.2.2", "gradle, 8.10,", ", 8.10, 4.2.2", "gradle, ' ', 4.2.2", ",,"})
    void what_is_not_said_satisfies_neither(@Nullable String tool, @Nullable String version, @Nullable String agent) {
        assertThat(judge("must-match", tool, version, agent)).isEqualTo(Status.UNSATISFIED);
        assertThat(judge("none-match", tool, version, agent)).isEqualTo(Status.UNSATISFIED);
    }

    private static Status judge(
            String matchingStrategy, @Nullable String tool, @Nullable String version, @Nullable String agent) {
        Policy policy = PolicySet.parse("f", """
                        apiVersion: policy.gradle.com/v1
                        kind: BuildTool
                        metadata: {name: tools}
                        spec: {matchingStrategy: %s, buildTools: %s}
                        """.formatted(matchingStrategy, ENTRIES.strip()))
                .policies()
                .get(0);
        String predicate = ModelJson.writeText(dev.supplychain.model.governor.predicate.BuildTool.builder()
                .toolType(Optional.ofNullable(tool))
                .toolVersion(Optional.ofNullable(version))
                .agentVersion(Optional.ofNullable(agent))
                .build());
        Evidence evidence = Signing.evidence("https://gradle.com/attestation/build-tool/v1", predicate);
        return policy.evaluate(List.of(evidence), EvaluationContext.at(Instant.EPOCH))
                .get(0)
                .status();
    }
}
