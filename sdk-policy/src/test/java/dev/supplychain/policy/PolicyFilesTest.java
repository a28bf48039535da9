package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.policy.PolicyScanReport.Verdict;
import dev.supplychain.policy.kinds.WildcardPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFilesTest {
    private static final String SCAN = """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata: {name: build}
            spec: {policySelector: {matchLabels: {gate: build}}}
            ---
            """;
    private static final String TOOL = SCAN + """
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: gradle, labels: {gate: build}}
            spec: {matchingStrategy: must-match, buildTools: [{toolVersions: ["${versions}"]}]}
            """;
    private static final Evidence GRADLE_8 = Signing.evidence("https://gradle.com/attestation/build-tool/v1", """
            {"toolType":"gradle","toolVersion":"8.5"}""");

    @ParameterizedTest
    @CsvSource({"8.*, PASSED", "9.*, FAILED", "'${versions}', FAILED"})
    void puts_parameters_in_once(String versions, Verdict verdict) {
        PolicySet set =
                PolicySet.files().parameter("versions", versions).add("f", TOOL).read();

        assertThat(PolicyEvaluator.of(set).scan("build", List.of(GRADLE_8)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a}", "ä"})
    void refuses_what_is_no_name_of_a_parameter(String name) {
        assertThatThrownBy(() -> PolicySet.files().parameter(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_bad_name_in_a_document() {
        assertThat(PolicySet.check("f", """
                        apiVersion: policy.supplychain.dev/v1
                        kind: Parameters
                        metadata: {name: d}
                        spec: {values: {1a: x, b: [y]}}
                        """))
                .extracting(PolicyIssue::message)
                .containsExactly("\"1a\" is not the name of a parameter", "\"b\" is a list, not a text");
    }

    @Test
    void checks_and_reads_the_same_files() {
        PolicyFiles files = PolicySet.files().add("f", TOOL);

        assertThat(files.check())
                .extracting(PolicyIssue::message)
                .containsExactly("there is no parameter \"versions\"");
        assertThat(files.parameter("versions", "8.*").check()).isEmpty();
        assertThat(files.read().policies()).hasSize(1);
        assertThat(files.read().policies()).hasSize(1);
    }

    @Test
    void takes_a_file_that_is_the_pinned_one(@TempDir Path folder) throws IOException, VerificationException {
        Path file = Files.writeString(folder.resolve("p.yaml"), SCAN);

        assertThat(PolicySet.files().addPinned(file, Digest.sha256(file)).read().scans())
                .hasSize(1);
    }

    @Test
    void refuses_a_file_that_is_not_the_pinned_one(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p.yaml"), SCAN);
        Digest other = Digest.sha256(new byte[0]);

        assertThatThrownBy(() -> PolicySet.files().addPinned(file, other))
                .isInstanceOfSatisfying(VerificationException.class, e -> {
                    assertThat(e.reason()).isEqualTo(VerificationException.Reason.SUBJECT_MISMATCH);
                    assertThat(e).hasMessageContaining("p.yaml is sha256:").hasMessageContaining(other.toString());
                });
    }

    @Test
    void takes_a_file_that_was_signed() throws Exception {
        SigningKey key = SigningKey.generate(SignatureAlgorithm.ED25519);
        byte[] envelope = EnvelopeSigner.of(key)
                .sign("application/yaml", SCAN.getBytes(StandardCharsets.UTF_8))
                .toJson();
        EnvelopeVerifier verifier = EnvelopeVerifier.builder()
                .trust(key.toTrustedKey())
                .payloadTypes("application/yaml")
                .build();

        assertThat(PolicySet.files()
                        .add("signed", verifier.verify(envelope))
                        .read()
                        .scans())
                .hasSize(1);
    }

    /** As many reviewers as the policy wants. */
    private record Reviewed(PolicyHeader header, long min) implements Policy {
        @Override
        public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
            return evidence.stream()
                    .map(each -> Finding.of(each.statement().signers().size() >= min, Map.of("min", Json.of(min)))
                            .aboutSignaturesOf(each))
                    .toList();
        }
    }

    private static final PolicyKind REVIEWED = new PolicyKind() {
        @Override
        public String apiVersion() {
            return "policy.my-corp.com/v1";
        }

        @Override
        public String kind() {
            return "Reviewed";
        }

        @Override
        public Policy read(PolicyHeader header, Json spec) {
            Json min = spec.get("min").orElseThrow(() -> new MalformedDataException("spec", "", "min is missing"));
            if (min.kind() != Json.Kind.NUMBER) {
                throw new MalformedDataException("spec", "/min", "min is not a number");
            }
            return new Reviewed(header, min.decimal().longValueExact());
        }
    };

    private static final String REVIEWED_TWICE = SCAN + """
            apiVersion: policy.my-corp.com/v1
            kind: Reviewed
            metadata: {name: twice, labels: {gate: build}}
            spec:
              description: Two have looked.
              min: 2
            """;

    @Test
    void reads_kinds_of_ones_own() {
        PolicySet set =
                PolicySet.files().kind(REVIEWED).add("f", REVIEWED_TWICE).read();

        PolicyScanReport report = PolicyEvaluator.of(set).scan("build", List.of(GRADLE_8));

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.results().get(0).policyUri()).isEqualTo("/policies/Reviewed/twice");
        assertThat(report.results().get(0).policyDescription()).hasValue("Two have looked.");
        assertThat(report.policies().get(0).digest()).isPresent();
    }

    @Test
    void shows_where_a_kind_of_ones_own_found_a_problem() {
        assertThat(PolicySet.files()
                        .kind(REVIEWED)
                        .add("f", REVIEWED_TWICE.replace("min: 2", "min: two"))
                        .check())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.line()).isEqualTo(11);
                    assertThat(issue.column()).isEqualTo(8);
                    assertThat(issue.message()).isEqualTo("min is not a number");
                });
    }

    @Test
    void refuses_a_kind_of_nobodys() {
        assertThat(PolicySet.check("f", REVIEWED_TWICE))
                .extracting(PolicyIssue::message)
                .containsExactly(
                        "apiVersion \"policy.my-corp.com/v1\" is not policy.gradle.com/v1",
                        "unknown kind \"Reviewed\"");
    }

    @Test
    void refuses_two_kinds_of_one_name() {
        PolicyFiles files = PolicySet.files().kind(REVIEWED);

        assertThatThrownBy(() -> files.kind(REVIEWED)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Knows one condition: how many packages there are at most. */
    private static final ExpressionLanguage COUNTING = new ExpressionLanguage() {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Expression compile(String source) {
            if (!source.startsWith("packages < ")) {
                throw new MalformedDataException("counting", "", "expected packages < number");
            }
            long max = Long.parseLong(source.substring("packages < ".length()));
            return variables -> {
                if (((Map<?, ?>) variables.get("predicate")).get("purls") instanceof List<?> purls) {
                    return purls.size() < max;
                }
                throw new MalformedDataException("predicate", "/purls", "is missing");
            };
        }
    };

    private static final String FEW = SCAN + """
            apiVersion: policy.supplychain.dev/v1
            kind: Expression
            metadata: {name: few, labels: {gate: build}}
            spec:
              language: counting
              predicateTypes: ["https://gradle.com/attestation/resolved-dependencies/v1"]
              expression: packages < 2
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"purls\":[\"pkg:a/b\"]}|PASSED|",
                "{\"purls\":[\"pkg:a/b\",\"pkg:a/c\"]}|FAILED|",
                "{}|FAILED|MALFORMED"
            })
    void judges_by_expressions(String predicate, Verdict verdict, Reason reason) {
        PolicySet set = PolicySet.files().language(COUNTING).add("f", FEW).read();
        Evidence evidence = Signing.evidence("https://gradle.com/attestation/resolved-dependencies/v1", predicate);

        PolicyScanReport report = PolicyEvaluator.of(set).scan("build", List.of(evidence));

        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.judgements().get(0).reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(PolicyEvaluator.of(set).scan("build", List.of(GRADLE_8)).verdict())
                .isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void refuses_expressions_that_do_not_compile_or_have_no_language() {
        assertThat(PolicySet.files()
                        .language(COUNTING)
                        .add("f", FEW.replace("packages <", "packages >"))
                        .check())
                .extracting(PolicyIssue::message)
                .containsExactly("counting: expected packages < number");
        assertThat(PolicySet.check("f", FEW))
                .extracting(PolicyIssue::message)
                .containsExactly("no language \"counting\" was given to the reader");
    }

    @Test
    void settings_for_a_policy_that_is_not_there_are_a_mistake() {
        PolicyEvaluator.Builder evaluator = PolicyEvaluator.builder(
                PolicySet.files().parameter("versions", "9.*").add("f", TOOL).read());

        assertThatThrownBy(() -> evaluator.mode("/policies/BuildTool/gradel", Mode.OFF))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(evaluator
                        .mode("/policies/BuildTool/gradle", Mode.WARN)
                        .build()
                        .scan("build", List.of(GRADLE_8))
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void the_caller_may_waive_and_bind_too() {
        PolicySet set =
                PolicySet.files().parameter("versions", "9.*").add("f", TOOL).read();
        Waiver waiver = new Waiver(
                "w",
                "/policies/BuildTool/gradle",
                List.of(),
                List.of(),
                Optional.empty(),
                Instant.parse("2027-01-01T00:00:00Z"),
                "Soon.",
                Optional.of("somebody"));
        PolicyEvaluator.Builder evaluator = PolicyEvaluator.builder(set)
                .at(Instant.parse("2026-12-31T23:59:59Z"))
                .waive(waiver);

        assertThat(evaluator.build().scan("build", List.of(GRADLE_8)).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(evaluator
                        .bind(new SignerBinding("b", List.of(WildcardPattern.parse("*")), Set.of("nobody"), 1))
                        .build()
                        .scan("build", List.of(GRADLE_8))
                        .verdict())
                .isEqualTo(Verdict.VACUOUS);
        assertThatThrownBy(() -> new Waiver(
                        "w", "u", List.of(), List.of(), Optional.empty(), Instant.EPOCH, " ", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Waiver(
                        "w",
                        "u",
                        List.of(),
                        List.of(),
                        Optional.of(Instant.EPOCH),
                        Instant.EPOCH,
                        "x",
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignerBinding("b", List.of(), Set.of("a"), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
