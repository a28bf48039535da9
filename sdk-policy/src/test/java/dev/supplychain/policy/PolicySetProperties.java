package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicySetProperties {
    private static final String POLICIES = """
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: p, labels: {gate: &gate build}}
            spec:
              matchingStrategy: none-match
              buildTools:
                - toolType: maven
                  toolVersions: ["3.*", '3.8.6']
              resultsLabels: {gate: *gate}
              description: |
                Not Maven 3.
            """;

    @Property
    void any_bytes_are_either_read_or_refused(@ForAll byte[] yaml) {
        readsOrRefuses(PolicySet.check("f", yaml), () -> PolicySet.parse("f", yaml));
    }

    @Property
    void any_text_of_yaml_signs_is_either_read_or_refused(@ForAll("yamlSigns") String yaml) {
        readsOrRefuses(PolicySet.check("f", yaml), () -> PolicySet.parse("f", yaml));
    }

    @Property
    void a_policy_with_something_replaced_is_either_read_or_refused(
            @ForAll("places") int from, @ForAll("places") int to, @ForAll("yamlSigns") String replacement) {
        String yaml = new StringBuilder(POLICIES)
                .replace(Math.min(from, to), Math.max(from, to), replacement)
                .toString();

        readsOrRefuses(PolicySet.check("f", yaml), () -> PolicySet.parse("f", yaml));
    }

    private static void readsOrRefuses(List<PolicyIssue> issues, Runnable parse) {
        if (issues.isEmpty()) {
            parse.run();
            return;
        }
        assertThatThrownBy(parse::run).isInstanceOf(MalformedDataException.class);
        assertThat(issues).allSatisfy(issue -> {
            assertThat(issue.line()).isPositive();
            assertThat(issue.column()).isPositive();
            assertThat(issue.message()).doesNotContain("\n");
            assertThat(issue.snippet().lines().count()).isLessThanOrEqualTo(2);
        });
    }

    @Provide
    Arbitrary<String> yamlSigns() {
        return Arbitraries.of(
                        "a",
                        "1",
                        " ",
                        "  ",
                        "\n",
                        "\n  ",
                        "- ",
                        ": ",
                        "? ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ", ",
                        "&a ",
                        "*a",
                        "!t ",
                        "|\n",
                        ">-\n",
                        "\"",
                        "'",
                        "#",
                        "%YAML 1.1",
                        "---\n",
                        "...\n",
                        "~",
                        "<<: ",
                        "\t",
                        "\u0085",
                        "kind: BuildTool\n",
                        "\uFEFF",
                        "@",
                        "\\x")
                .list()
                .ofMaxSize(12)
                .map(signs -> String.join("", signs));
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, POLICIES.length());
    }
}
