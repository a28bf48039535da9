package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.slsa.VerificationSummary;
import dev.supplychain.policy.SummaryRules.Step;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanSummaryTest {
    private static final String VERIFIER = "https://ci.example.com/policy-scans/build";
    private static final String RESOURCE = "pkg:maven/com.example/my-app@1.0.0?type=jar&classifier=all";
    private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519);
    private static final Evidence GRADLE = Signing.evidence("https://gradle.com/attestation/build-tool/v1", """
            {"toolType":"gradle"}""");
    private static final Evidence MAVEN = Signing.evidence("https://gradle.com/attestation/build-tool/v1", """
            {"toolType":"maven"}""");
    private static final String POLICIES = """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata: {name: build}
            spec: {policySelector: {matchLabels: {gate: build}}}
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: gradle, labels: {gate: build}}
            spec: {matchingStrategy: must-match, buildTools: [{toolType: gradle}]}
            """;

    @Test
    void says_what_was_judged_by_which_policies_on_which_attestations() {
        ScanSummary summary = summaryOf(POLICIES, GRADLE);

        InTotoStatement statement = summary.verificationSummary();
        VerificationSummary vsa = statement.predicateAs(VerificationSummary.class);

        assertThat(statement.subject()).singleElement().satisfies(subject -> {
            assertThat(subject.matches(Signing.ARTIFACT)).isTrue();
            assertThat(subject.uri()).hasValue(RESOURCE);
        });
        assertThat(vsa.passed()).isTrue();
        assertThat(vsa.verifier().id()).isEqualTo(VERIFIER);
        assertThat(vsa.verifier().version()).containsEntry("sdk-policy", "0.1.0");
        assertThat(vsa.timeVerified().orElseThrow().text()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(vsa.policy().uri()).hasValue("/policies/PolicyScanDefinition/build");
        assertThat(vsa.policy().matches(summary.policyDigest())).isTrue();
        assertThat(vsa.inputAttestations())
                .singleElement()
                .satisfies(input -> assertThat(input.matches(GRADLE.digest())).isTrue());
        assertThat(vsa.verifiedLevels()).containsExactly("SLSA_BUILD_LEVEL_3");
    }

    @Test
    void tells_a_scan_that_failed_or_checked_nothing_as_failed() {
        assertThat(vsa(summaryOf(POLICIES, MAVEN)).passed()).isFalse();
        assertThat(vsa(summaryOf(POLICIES, MAVEN)).verifiedLevels()).isEmpty();
        assertThat(vsa(summaryOf(POLICIES)).passed()).isFalse();
    }

    @Test
    void another_policy_has_another_digest_and_a_comment_has_not() {
        Digest digest = summaryOf(POLICIES, GRADLE).policyDigest();

        assertThat(summaryOf("# a comment\n" + POLICIES, GRADLE).policyDigest()).isEqualTo(digest);
        assertThat(summaryOf(POLICIES.replace("toolType: gradle", "toolType: Gradle"), GRADLE)
                        .policyDigest())
                .isNotEqualTo(digest);
    }

    @Test
    void records_the_scan_as_the_governor_does() {
        Json predicate = summaryOf(POLICIES, MAVEN).policyScan().predicate().orElseThrow();

        assertThat(predicate.get("entries").orElseThrow())
                .hasToString("[{\"policyUri\":\"/policies/BuildTool/gradle\",\"attestationUri\":null,"
                        + "\"status\":\"unsatisfied\",\"details\":{\"buildTool\":\"maven\"}}]");
        assertThat(predicate.get("evaluatedPolicies").orElseThrow().members().keySet())
                .containsExactly("/policies/PolicyScanDefinition/build", "/policies/BuildTool/gradle");
        assertThat(predicate.get("evaluatedPolicies").orElseThrow().toString())
                .contains("{\"matchingStrategy\":\"must-match\",\"buildTools\":[{\"toolType\":\"gradle\"}]}");
    }

    @Test
    void wants_an_artifact() {
        PolicyScanReport report = evaluator(POLICIES).scan("build", List.of(GRADLE));
        ScanSummary.Builder summary =
                ScanSummary.of(report).verifierId(VERIFIER).resourceUri(RESOURCE);

        assertThatThrownBy(summary::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("about no artifact");
    }

    @Test
    void who_signs_a_summary_can_be_relied_on_by_rules() throws Exception {
        byte[] envelope = sign(summaryOf(POLICIES, GRADLE).verificationSummary());

        assertThat(rules().build().check(verifier(), envelope, Signing.ARTIFACT).problems())
                .isEmpty();
        assertThat(rules().build().check(verifier(), envelope, Signing.ARTIFACT).passed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SLSA_BUILD_LEVEL_2, true",
        "SLSA_BUILD_LEVEL_3, true",
        "SLSA_BUILD_LEVEL_4, false",
        "SLSA_SOURCE_LEVEL_1, false",
        "OTHER, false"
    })
    void a_level_includes_the_lower_ones_of_its_track(String level, boolean reached) throws Exception {
        byte[] envelope = sign(summaryOf(POLICIES, GRADLE).verificationSummary());

        assertThat(rules().level(level)
                        .build()
                        .check(verifier(), envelope, Signing.ARTIFACT)
                        .problems()
                        .keySet())
                .isEqualTo(reached ? Set.of() : Set.of(Step.LEVELS));
    }

    @Test
    void every_step_is_told_by_itself() throws Exception {
        byte[] good = sign(summaryOf(POLICIES, GRADLE).verificationSummary());
        byte[] failed = sign(summaryOf(POLICIES, MAVEN).verificationSummary());
        byte[] scan = sign(summaryOf(POLICIES, GRADLE).policyScan());
        byte[] unreadable = sign(Signing.statement(VerificationSummary.PREDICATE_TYPE, Json.parse("{\"verifier\":1}")));
        EnvelopeVerifier stranger = EnvelopeVerifier.of(
                SigningKey.generate(SignatureAlgorithm.ED25519).publicKey());

        assertThat(steps(rules(), stranger, good)).containsExactly(Step.SIGNATURE);
        assertThat(rules().build()
                        .check(verifier(), good, Digest.sha256(new byte[0]))
                        .problems())
                .containsOnlyKeys(Step.SUBJECT);
        assertThat(steps(rules(), verifier(), scan)).containsExactly(Step.PREDICATE_TYPE);
        assertThat(steps(rules(), verifier(), unreadable)).containsExactly(Step.PREDICATE_TYPE);
        assertThat(steps(SummaryRules.builder().verifier(VERIFIER, "somebody else"), verifier(), good))
                .containsExactly(Step.VERIFIER);
        assertThat(steps(SummaryRules.builder().verifier("https://other.example", KEY.keyId()), verifier(), good))
                .containsExactly(Step.VERIFIER);
        assertThat(steps(rules().resourceUri("pkg:maven/com.example/other@1.0.0"), verifier(), good))
                .containsExactly(Step.RESOURCE_URI);
        assertThat(steps(rules(), verifier(), failed)).containsExactly(Step.RESULT);
    }

    @Test
    void package_urls_are_the_same_in_another_order() throws Exception {
        byte[] envelope = sign(summaryOf(POLICIES, GRADLE).verificationSummary());

        assertThat(steps(
                        rules().resourceUri("pkg:maven/com.example/my-app@1.0.0?classifier=all&type=jar"),
                        verifier(),
                        envelope))
                .isEmpty();
    }

    @Test
    void rules_name_who_may_speak() {
        assertThatThrownBy(() -> SummaryRules.builder().build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SummaryRules.builder().verifier(VERIFIER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<Step> steps(SummaryRules.Builder rules, EnvelopeVerifier verifier, byte[] envelope) {
        return rules.build()
                .check(verifier, envelope, Signing.ARTIFACT)
                .problems()
                .keySet();
    }

    private static SummaryRules.Builder rules() {
        return SummaryRules.builder().verifier(VERIFIER, KEY.keyId());
    }

    private static EnvelopeVerifier verifier() {
        return EnvelopeVerifier.of(KEY.toTrustedKey());
    }

    private static byte[] sign(InTotoStatement statement) throws SigningException {
        return EnvelopeSigner.of(KEY).sign(statement).toJson();
    }

    private static VerificationSummary vsa(ScanSummary summary) {
        return summary.verificationSummary().predicateAs(VerificationSummary.class);
    }

    private static ScanSummary summaryOf(String policies, Evidence... evidence) {
        return ScanSummary.of(evaluator(policies).scan("build", Signing.ARTIFACT, List.of(evidence)))
                .verifierId(VERIFIER)
                .verifierVersion("sdk-policy", "0.1.0")
                .resourceUri(RESOURCE)
                .verifiedLevel("SLSA_BUILD_LEVEL_3")
                .build();
    }

    private static PolicyEvaluator evaluator(String policies) {
        return PolicyEvaluator.builder(PolicySet.parse("policies.yaml", policies))
                .at(Instant.parse("2026-11-20T00:00:00Z"))
                .build();
    }
}
