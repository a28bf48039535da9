package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.policy.PolicyScanReport.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PolicyEvaluatorProperties {
    private static final String BUILD_TOOL = "https://gradle.com/attestation/build-tool/v1";
    private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519);
    private static final PolicyEvaluator EVALUATOR = PolicyEvaluator.of(PolicySet.parse("policies.yaml", """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata: {name: build}
            spec: {policySelector: {matchLabels: {gate: build}}}
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: gradle-8, labels: {gate: build}}
            spec:
              matchingStrategy: must-match
              buildTools: [{toolType: gradle, toolVersions: ["8.*"]}]
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: no-maven, labels: {gate: build}}
            spec:
              matchingStrategy: none-match
              buildTools: [{toolType: maven}]
            """));

    /** Signed once: what varies is which of them a scan gets. */
    private static final List<Evidence> BUILD_TOOLS = Stream.of(
                    "{\"toolType\":\"Gradle\",\"toolVersion\":\"8.5\"}",
                    "{\"toolType\":\"gradle\",\"toolVersion\":\"9.0\"}",
                    "{\"toolType\":\"Gradle\"}",
                    "{\"toolType\":\"Maven\",\"toolVersion\":\"8.1\"}",
                    "{}",
                    "{\"toolType\":1}",
                    "{\"toolVersion\":{}}",
                    "{\"toolType\":null}")
            .map(predicate -> evidence(BUILD_TOOL, predicate))
            .toList();

    private static final List<Evidence> UNRELATED = Stream.of(
                    "https://gradle.com/attestation/java-toolchains/v1",
                    "https://gradle.com/attestation/build-tool/v2",
                    "HTTPS://gradle.com/attestation/build-tool/v1",
                    "https://slsa.dev/provenance/v1")
            .map(type -> evidence(type, "{\"toolType\":\"maven\"}"))
            .toList();

    @Property(tries = 200)
    void the_order_of_evidence_never_changes_the_verdict(
            @ForAll("someEvidence") List<Evidence> evidence, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);

        assertThat(scan(shuffled).verdict()).isEqualTo(scan(evidence).verdict());
        assertThat(scan(shuffled).results())
                .containsExactlyInAnyOrderElementsOf(scan(evidence).results());
    }

    @Property(tries = 200)
    void duplicates_never_change_the_verdict(@ForAll("someEvidence") List<Evidence> evidence) {
        List<Evidence> twice =
                Stream.concat(evidence.stream(), evidence.stream()).toList();

        assertThat(scan(twice).verdict()).isEqualTo(scan(evidence).verdict());
    }

    @Property(tries = 200)
    void unrelated_attestations_never_change_the_verdict(
            @ForAll("someEvidence") List<Evidence> evidence, @ForAll("unrelated") List<Evidence> unrelated) {
        List<Evidence> more =
                Stream.concat(unrelated.stream(), evidence.stream()).toList();

        assertThat(scan(more).verdict()).isEqualTo(scan(evidence).verdict());
    }

    @Property(tries = 200)
    void unrelated_attestations_alone_are_vacuous(@ForAll("unrelated") List<Evidence> unrelated) {
        assertThat(scan(unrelated).verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(scan(unrelated).unapplied()).hasSize(2);
    }

    @Property(tries = 200)
    void another_attestation_never_turns_failed_into_passed(
            @ForAll("someEvidence") List<Evidence> evidence,
            @ForAll("someEvidence") @Size(max = 2) List<Evidence> more) {
        if (scan(evidence).verdict() == Verdict.FAILED) {
            assertThat(scan(Stream.concat(evidence.stream(), more.stream()).toList())
                            .verdict())
                    .isEqualTo(Verdict.FAILED);
        }
    }

    @Property(tries = 200)
    void the_same_evidence_gives_the_same_bytes(@ForAll("someEvidence") List<Evidence> evidence) {
        assertThat(scan(evidence).toJson()).isEqualTo(scan(evidence).toJson());
    }

    @Property(tries = 200)
    void every_policy_says_something_about_every_attestation(@ForAll("someEvidence") List<Evidence> evidence) {
        assertThat(scan(evidence).results()).hasSize(2 * evidence.size());
    }

    @Property(tries = 200)
    void any_predicate_is_judged_without_an_exception(@ForAll("json") Json predicate) {
        List<PolicyScanResult> results =
                scan(List.of(evidence(BUILD_TOOL, predicate.toString()))).results();

        assertThat(results).extracting(PolicyScanResult::status).doesNotContain(Status.NOT_APPLICABLE);
        assertThat(results.get(0).status()).isEqualTo(Status.UNSATISFIED);
    }

    private static PolicyScanReport scan(List<Evidence> evidence) {
        return EVALUATOR.scan("build", Signing.ARTIFACT, evidence);
    }

    private static Evidence evidence(String predicateType, String predicate) {
        return Evidence.of(Signing.verified(Signing.statement(predicateType, Json.parse(predicate)), KEY));
    }

    @Provide
    Arbitrary<List<Evidence>> someEvidence() {
        return Arbitraries.oneOf(Arbitraries.of(BUILD_TOOLS), Arbitraries.of(UNRELATED))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Evidence>> unrelated() {
        return Arbitraries.of(UNRELATED).list().ofMaxSize(5);
    }

    /** Predicates that do not name Gradle 8. */
    @Provide
    Arbitrary<Json> json() {
        Arbitrary<Json> scalars = Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(3)
                        .filter(PolicyEvaluatorProperties::isUtf8)
                        .map(Json::of),
                Arbitraries.longs().map(Json::of),
                Arbitraries.of(Json.of(true), Json.ofNull(), Json.array(List.of())));
        Arbitrary<String> names =
                Arbitraries.of("toolType", "toolVersion", "agentVersion", "buildId", "buildScanUri", "other");
        return Arbitraries.maps(names, scalars).map(Json::object);
    }

    private static boolean isUtf8(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
