package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.kinds.BuildTool;
import dev.supplychain.policy.kinds.MatchingStrategy;
import dev.supplychain.policy.kinds.PolicyKinds;
import dev.supplychain.policy.kinds.WildcardPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySetTest {
    private static final String BUILD_TOOL = """
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata:
              name: require-gradle
              labels:
                gate: build
                team: core
            spec:
              resultsLabels: {z: "1", a: "2"}
              description: Require Gradle.
              remediation: Use Gradle.
              matchingStrategy: must-match
              buildTools:
                - toolType: gradle
                  toolVersions: [8.10, "9.*"]
                - agentVersions: ["4.0"]
            """;

    private static final String SCAN = """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata:
              name: Build-Gate
            spec:
              description: What a build must fulfil.
              policySelector:
                matchLabels: {gate: build, team: core}
            """;

    @Test
    void reads_a_policy() {
        assertThat(PolicySet.parse("f", BUILD_TOOL).policies())
                .containsExactly(new BuildTool(
                        new PolicyHeader(
                                "BuildTool",
                                "require-gradle",
                                Map.of("gate", "build", "team", "core"),
                                Optional.of("Require Gradle."),
                                Optional.of("Use Gradle."),
                                Map.of("z", "1", "a", "2")),
                        MatchingStrategy.MUST_MATCH,
                        List.of(
                                new BuildTool.Entry(
                                        Optional.of("gradle"),
                                        List.of(WildcardPattern.parse("8.10"), WildcardPattern.parse("9.*")),
                                        List.of()),
                                new BuildTool.Entry(
                                        Optional.empty(), List.of(), List.of(WildcardPattern.parse("4.0"))))));
    }

    @Test
    void keeps_the_order_of_labels() {
        assertThat(PolicySet.parse("f", BUILD_TOOL).policies().get(0).header().resultsLabels())
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"));
    }

    @Test
    void reads_a_scan_and_finds_it_in_any_case() {
        PolicySet set = PolicySet.parse("f", SCAN);

        assertThat(set.scan("BUILD-gate"))
                .hasValue(new PolicyScan(
                        "build-gate",
                        Optional.of("What a build must fulfil."),
                        Map.of("gate", "build", "team", "core")));
        assertThat(set.scan("release-gate")).isEmpty();
    }

    @Test
    void selects_policies_that_have_all_the_labels() {
        String oneLabel = BUILD_TOOL.replace("    team: core\n", "").replace("require-gradle", "other");
        String otherValue = BUILD_TOOL.replace("team: core", "team: web").replace("require-gradle", "third");
        PolicySet set = PolicySet.parse("f", String.join("---\n", SCAN, oneLabel, otherValue, BUILD_TOOL));

        assertThat(set.selectedBy(set.scans().get(0)))
                .extracting(policy -> policy.header().name())
                .containsExactly("require-gradle");
    }

    @Test
    void reads_files_in_their_order(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("scan.yaml"), SCAN);
        Path second = Files.writeString(folder.resolve("tool.yaml"), BUILD_TOOL);

        PolicySet set = PolicySet.read(first, second);

        assertThat(set.scans()).hasSize(1);
        assertThat(set.policies()).hasSize(1);
        assertThatThrownBy(() -> PolicySet.read(folder.resolve("absent.yaml"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refuses_a_policy_that_another_file_has(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("1.yaml"), BUILD_TOOL);
        Path second = Files.writeString(folder.resolve("2.yaml"), BUILD_TOOL);

        assertThatThrownBy(() -> PolicySet.read(first, second))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(
                        second + ":4:9: BuildTool require-gradle is already defined at " + first + ":4:9");
    }

    @Test
    void refuses_scans_whose_names_differ_in_case_only() {
        assertThat(messages(SCAN + "---\n" + SCAN.replace("Build-Gate", "build-gate")))
                .containsExactly("PolicyScanDefinition build-gate is already defined at f:4:9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessControl", "FactConnector"})
    void keeps_what_says_nothing_about_attestations(String kind) {
        PolicySet set = PolicySet.parse(
                "f",
                BUILD_TOOL + "---\napiVersion: policy.gradle.com/v1\nkind: " + kind
                        + "\nmetadata: {name: x}\nspec: {whatever: [1, a]}\n");

        assertThat(set.policies()).hasSize(1);
        assertThat(set.notEvaluated()).singleElement().satisfies(document -> {
            assertThat(document.uri()).isEqualTo("/policies/" + kind + "/x");
            assertThat(document.line()).isEqualTo(18);
            assertThat(document.content().get("spec").orElseThrow()).hasToString("{\"whatever\":[1,\"a\"]}");
        });
    }

    @Test
    void knows_the_nine_policy_kinds() {
        assertThat(PolicyKinds.evaluated())
                .containsExactly(
                        "AttestationsExist",
                        "BuildTool",
                        "DependencyScoring",
                        "JavaToolchains",
                        "PackageUrl",
                        "PublishRepositories",
                        "ResolvedDependenciesRepositories",
                        "TrustedPublicKeys",
                        "VerificationSummary");
        assertThat(PolicyKinds.notEvaluated()).containsExactly("AccessControl", "FactConnector");
    }

    @Test
    void refuses_a_scan_that_selects_by_nothing() {
        assertThat(messages(SCAN.replace("{gate: build, team: core}", "{}")))
                .containsExactly("\"matchLabels\" is empty, which could mean all or none");
        assertThat(messages(SCAN.replace("    matchLabels: {gate: build, team: core}\n", "    {}\n")))
                .containsExactly("missing field \"matchLabels\" in policySelector");
    }

    @Test
    void reads_a_policy_that_no_scan_can_select() {
        assertThat(messages(BUILD_TOOL
                        .replace("labels:\n    gate: build\n    team: core\n", "labels: {}\n")
                        .replace("{z: \"1\", a: \"2\"}", "{}")))
                .isEmpty();
    }

    @Test
    void refuses_a_field_without_a_value() {
        assertThat(messages(BUILD_TOOL.replace("[8.10, \"9.*\"]", "")))
                .containsExactly("field \"toolVersions\" has no value: remove it or give it one");
    }

    @Test
    void refuses_wrong_types() {
        assertThat(messages(BUILD_TOOL
                        .replace("[8.10, \"9.*\"]", "8.10")
                        .replace("Require Gradle.", "[a]")
                        .replace("[\"4.0\"]", "[{a: b}, ~, \"\"]")
                        .replace("{z: \"1\", a: \"2\"}", "{z: []}")))
                .containsExactly(
                        "\"z\" is a list, not a text",
                        "\"description\" is a list, not a text",
                        "\"toolVersions\" is a text, not a list",
                        "an entry of agentVersions is a mapping, not a text",
                        "an entry of agentVersions is nothing, not a text",
                        "an entry of agentVersions is empty");
    }

    @Test
    void refuses_what_is_missing() {
        assertThat(messages("{}\n---\nkind: BuildTool\nspec: {}\n---\n- a list\n"))
                .containsExactly(
                        "missing field \"apiVersion\" in the document",
                        "missing field \"kind\" in the document",
                        "missing field \"apiVersion\" in the document",
                        "missing field \"metadata\" in the document",
                        "missing field \"matchingStrategy\" in spec",
                        "missing field \"buildTools\" in spec",
                        "the document is a list, not a mapping");
    }

    @Test
    void refuses_an_entry_without_conditions() {
        assertThat(messages(BUILD_TOOL.replace("agentVersions: [\"4.0\"]", "{}")))
                .containsExactly("an entry of buildTools needs one of toolType, toolVersions, agentVersions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b", "../x", "-a", "a-", "ä", "a?b"})
    void refuses_a_name_that_cannot_stand_in_a_uri(String name) {
        assertThat(messages(BUILD_TOOL.replace("require-gradle", '"' + name + '"')))
                .singleElement()
                .asString()
                .contains("is not a name");
    }

    @Test
    void refuses_a_file_of_more_than_one_mebibyte() {
        byte[] comment = "#".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        byte[] tooLarge = "#".repeat((1 << 20) + 1).getBytes(StandardCharsets.US_ASCII);

        assertThat(PolicySet.check("f", comment)).isEmpty();
        assertThat(PolicySet.check("f", tooLarge))
                .extracting(PolicyIssue::message)
                .containsExactly("1048577 bytes are more than the limit of 1048576");
    }

    @Test
    void refuses_what_is_not_utf8_and_says_where() {
        byte[] latin1 = "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PolicySet.check("f", latin1)).singleElement().satisfies(issue -> {
            assertThat(issue.message()).isEqualTo("what follows here is not UTF-8");
            assertThat(issue.line()).isEqualTo(2);
            assertThat(issue.column()).isEqualTo(7);
        });
    }

    @Test
    void passes_over_a_byte_order_mark() {
        assertThat(PolicySet.check("f", "\uFEFF" + SCAN)).isEmpty();
    }

    private static List<String> messages(String yaml) {
        return PolicySet.check("f", yaml).stream().map(PolicyIssue::message).toList();
    }
}
