package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.predicate.BuildTool;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.policy.PolicyScanReport.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyEvaluatorTest {
    private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519);
    private static final PolicySet POLICIES = PolicySet.parse("policies.yaml", """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata: {name: build}
            spec: {policySelector: {matchLabels: {gate: build}}}
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: gradle, labels: {gate: build}}
            spec: {matchingStrategy: must-match, buildTools: [{toolType: gradle}]}
            """);

    @Test
    void passes_when_something_was_checked_and_fits() {
        PolicyScanReport report =
                PolicyEvaluator.of(POLICIES).scan("build", Signing.ARTIFACT, List.of(builtBy("Gradle")));

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.passed()).isTrue();
        assertThat(report.scan().name()).isEqualTo("build");
        assertThat(report).hasToString("PolicyScanReport[build PASSED, 1 results]");
    }

    @Test
    void does_not_pass_when_nothing_was_checked_unless_asked_to() {
        PolicyScanReport report = PolicyEvaluator.of(POLICIES).scan("build", List.of());

        assertThat(report.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(report.passed()).isFalse();
        assertThat(report.passedOrVacuous()).isTrue();
    }

    @Test
    void never_passes_what_does_not_fit() {
        PolicyScanReport report = PolicyEvaluator.of(POLICIES).scan("build", List.of(builtBy("Maven")));

        assertThat(report.passed()).isFalse();
        assertThat(report.passedOrVacuous()).isFalse();
    }

    @Test
    void takes_no_attestation_about_something_else() {
        PolicyScanReport report =
                PolicyEvaluator.of(POLICIES).scan("build", Digest.sha256(new byte[0]), List.of(builtBy("Gradle")));

        assertThat(report.verdict()).isEqualTo(Verdict.VACUOUS);
    }

    @Test
    void writes_results_that_a_client_reads_back() {
        PolicyScanReport report = PolicyEvaluator.of(POLICIES).scan("build", List.of(builtBy("Gradle")));

        assertThat(PolicyScanResult.parseList(report.toJson())).isEqualTo(report.results());
    }

    @Test
    void knows_the_scans_there_are() {
        PolicyEvaluator evaluator = PolicyEvaluator.of(POLICIES);

        assertThatThrownBy(() -> evaluator.scan("biuld", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no policy scan \"biuld\": did you mean \"build\"?");
        assertThatThrownBy(() -> evaluator.scan("release", List.of()))
                .hasMessage("no policy scan \"release\": there are build");
    }

    @Test
    void counts_no_signature_that_the_verifier_did_not_accept() throws KeyException {
        SigningKey listed = SigningKey.generate(SignatureAlgorithm.ED25519);
        PolicySet policies = PolicySet.parse("f", """
                apiVersion: policy.gradle.com/v1
                kind: PolicyScanDefinition
                metadata: {name: build}
                spec: {policySelector: {matchLabels: {gate: build}}}
                ---
                apiVersion: policy.gradle.com/v1
                kind: TrustedPublicKeys
                metadata: {name: keys, labels: {gate: build}}
                spec: {keys: {listed: {pemBase64: %s}}}
                """.formatted(
                        Bytes.utf8(PemKeys.writePublicKey(listed.publicKey())).base64()));
        InTotoStatement statement = Signing.statement(BuildTool.PREDICATE_TYPE, Json.parse("{}"));
        Evidence trusted = Evidence.of(Signing.verified(statement, List.of(KEY, listed), KEY, listed));
        Evidence notTrusted = Evidence.of(Signing.verified(statement, List.of(KEY), KEY, listed));

        assertThat(PolicyEvaluator.of(policies).scan("build", List.of(trusted)).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(PolicyEvaluator.of(policies)
                        .scan("build", List.of(notTrusted))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void hands_the_time_of_the_clock_to_the_policies() {
        Instant now = Instant.parse("2026-11-20T00:00:00Z");
        PolicyHeader header =
                new PolicyHeader("Own", "own", Map.of("gate", "build"), Optional.empty(), Optional.empty(), Map.of());
        Policy own = new Policy() {
            @Override
            public PolicyHeader header() {
                return header;
            }

            @Override
            public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
                return List.of(
                        Finding.of(true, Map.of("time", Json.of(context.time().toString()))));
            }
        };
        PolicySet set = new PolicySet(List.of(own), POLICIES.scans());

        PolicyScanReport report =
                PolicyEvaluator.of(set, Clock.fixed(now, ZoneOffset.UTC)).scan("build", Signing.ARTIFACT, List.of());

        assertThat(report.results().get(0).details()).containsEntry("time", Json.of("2026-11-20T00:00:00Z"));
        assertThat(report.results().get(0).attestationUri()).isEmpty();
    }

    private static Evidence builtBy(String tool) {
        return Evidence.of(
                Signing.verified(
                        Signing.statement(
                                BuildTool.PREDICATE_TYPE,
                                ModelJson.toJson(
                                        BuildTool.builder().toolType(tool).build())),
                        KEY),
                "/attestations/1");
    }
}
