package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyIssueTest {
    private static final String POLICIES = """
            apiVersion: policy.gradle.com/v2
            kind: BuildTool
            metadata:
              name: only gradle
            spec:
              matchingStrategy: must-mach
              buildTools:
                - toolType: gradle
                  toolVersion: "8.*"
                - agentVersions: []
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTools
            """;

    @Test
    void tells_all_problems_of_a_file_at_once() {
        assertThat(PolicySet.check("policies.yaml", POLICIES))
                .extracting(PolicyIssue::toString)
                .containsExactly("""
                        policies.yaml:1:13: apiVersion "policy.gradle.com/v2" is not policy.gradle.com/v1; did you mean "policy.gradle.com/v1"?
                        apiVersion: policy.gradle.com/v2
                                    ^""", """
                        policies.yaml:4:9: "only gradle" is not a name: up to 253 letters, digits, '-', '.' and '_', with a letter or digit at both ends
                          name: only gradle
                                ^""", """
                        policies.yaml:6:21: "must-mach" is not one of must-match, none-match; did you mean "must-match"?
                          matchingStrategy: must-mach
                                            ^""", """
                        policies.yaml:9:7: unknown field "toolVersion" in an entry of buildTools; did you mean "toolVersions"?
                              toolVersion: "8.*"
                              ^""", """
                        policies.yaml:10:22: "agentVersions" is an empty list, which could mean all or none
                            - agentVersions: []
                                             ^""", """
                        policies.yaml:13:7: unknown kind "BuildTools"; did you mean "BuildTool"?
                        kind: BuildTools
                              ^""");
    }

    @Test
    void puts_all_problems_into_the_exception() {
        List<PolicyIssue> issues = PolicySet.check("policies.yaml", POLICIES);

        assertThatThrownBy(() -> PolicySet.parse("policies.yaml", POLICIES))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageStartingWith("policies.yaml: 6 problems\npolicies.yaml:1:13: ")
                .satisfies(e ->
                        assertThat(issues).allSatisfy(issue -> assertThat(e).hasMessageContaining(issue.toString())));
    }
}
