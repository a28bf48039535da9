package dev.supplychain.policy;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.intoto.InTotoStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports to write down: a realistic one, and any other. */
public final class TestReports {
    /** The time of {@link #example()}. */
    public static final Instant TIME = Instant.parse("2026-11-20T08:30:00Z");

    private static final SigningKey PIPELINE = SigningKey.generate(SignatureAlgorithm.ED25519);
    private static final SigningKey LAPTOP = SigningKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    private static final String HOME =
            "/packages/maven/com.example/my-app/1.0.0/" + Signing.ARTIFACT + "/attestations/s3:prod/";

    private static final String POLICIES = """
            apiVersion: policy.gradle.com/v1
            kind: PolicyScanDefinition
            metadata: {name: Release}
            spec:
              description: What every release has to show.
              policySelector: {matchLabels: {gate: release}}
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: only-gradle-builds, labels: {gate: release}}
            spec:
              description: Ensure only Gradle is used as the build tool.
              remediation: Use Gradle as the build tool.
              matchingStrategy: must-match
              buildTools: [{toolType: gradle}]
            ---
            apiVersion: policy.gradle.com/v1
            kind: PackageUrl
            metadata: {name: no-log4j-1, labels: {gate: release}}
            spec:
              description: Log4j 1 is out of support since 2015.
              remediation: Move to Log4j 2 or to Logback.
              matchingStrategy: none-match
              purls: ["pkg:maven/log4j/log4j"]
            ---
            apiVersion: policy.gradle.com/v1
            kind: PackageUrl
            metadata: {name: no-lombok, labels: {gate: release}}
            spec:
              description: Lombok rewrites what was reviewed.
              remediation: Replace it by records.
              matchingStrategy: none-match
              purls: ["pkg:maven/org.projectlombok/*"]
            ---
            apiVersion: policy.gradle.com/v1
            kind: JavaToolchains
            metadata: {name: current-jdk, labels: {gate: release}}
            spec:
              description: JDK 25 is the current one.
              remediation: Raise the toolchain.
              matchingStrategy: must-match
              toolchains: [{versions: ["25", "25.*"]}]
            ---
            apiVersion: policy.gradle.com/v1
            kind: PublishRepositories
            metadata: {name: releases-only, labels: {gate: release}}
            spec:
              description: Releases go to the release repository.
              matchingStrategy: must-match
              uris: ["repo.example.com/releases/**"]
            ---
            apiVersion: policy.gradle.com/v1
            kind: AttestationsExist
            metadata: {name: build-is-described, labels: {gate: release}}
            spec:
              expectedPredicates: ["https://gradle.com/attestation/build-tool/v1"]
            ---
            apiVersion: policy.gradle.com/v1
            kind: BuildTool
            metadata: {name: no-snapshots-of-tools, labels: {gate: release}}
            spec:
              matchingStrategy: none-match
              buildTools: [{toolVersions: ["*-SNAPSHOT"]}]
            ---
            apiVersion: policy.gradle.com/v1
            kind: AccessControl
            metadata: {name: who-may-publish}
            spec: {}
            """;

    private static final String SETTINGS = """
            apiVersion: policy.supplychain.dev/v1
            kind: PolicySettings
            metadata: {name: jdk-soon}
            spec: {policy: JavaToolchains/current-jdk, mode: warn, expires: 2027-06-30T00:00:00Z}
            ---
            apiVersion: policy.supplychain.dev/v1
            kind: PolicySettings
            metadata: {name: snapshots-later}
            spec: {policy: BuildTool/no-snapshots-of-tools, mode: "off"}
            ---
            apiVersion: policy.supplychain.dev/v1
            kind: Waiver
            metadata: {name: lombok-until-2027}
            spec:
              policy: PackageUrl/no-lombok
              values: ["pkg:maven/org.projectlombok/lombok@*"]
              expires: 2027-01-01T00:00:00Z
              justification: Removed with the move to records, in the December release.
              approvedBy: security@example.com
            ---
            apiVersion: policy.supplychain.dev/v1
            kind: Waiver
            metadata: {name: log4j-for-the-summer}
            spec:
              policy: PackageUrl/no-log4j-1
              expires: 2026-09-01T00:00:00Z
              justification: The new version of the billing module comes in August.
            """;

    private TestReports() {}

    /** One result each that failed, warns, is waived and passed, and others that do not apply or were not judged. */
    public static PolicyScanReport example() {
        EvidenceSet.Builder evidence = EvidenceSet.builder();
        add(evidence, PIPELINE, "build-tool/v1", "{\"toolType\":\"Gradle\",\"toolVersion\":\"9.1\"}", "0a71");
        add(
                evidence,
                PIPELINE,
                "resolved-dependencies/v1",
                "{\"purls\":[\"pkg:maven/log4j/log4j@1.2.17\",\"pkg:maven/org.projectlombok/lombok@1.18.42\"],"
                        + "\"buildScanUri\":\"https://develocity.example.com/s/abcdefghijklm\"}",
                "3c40");
        add(
                evidence,
                PIPELINE,
                "java-toolchains/v1",
                "{\"toolchains\":[{\"vendor\":\"Eclipse Adoptium\",\"versions\":[\"21.0.9\"]}]}",
                "77be");
        add(evidence, LAPTOP, "publish-repositories/v1", "{\"uris\":[\"repo.example.com/releases/x\"]}", "f00d");
        return PolicyEvaluator.builder(PolicySet.files()
                        .add("policies/release.yaml", POLICIES)
                        .add("policies/settings.yaml", SETTINGS)
                        .read())
                .at(TIME)
                .build()
                .scan("release", Signing.ARTIFACT, evidence.build());
    }

    /** The policies of {@link #example()} with no attestation at all. */
    public static PolicyScanReport vacuous() {
        PolicySet set = PolicySet.parse(
                "policies/release.yaml",
                POLICIES.replace("AttestationsExist", "BuildTool")
                        .replace(
                                "expectedPredicates: [\"https://gradle.com/attestation/build-tool/v1\"]",
                                "{matchingStrategy: must-match, buildTools: [{toolType: gradle}]}"));
        return PolicyEvaluator.builder(set).at(TIME).build().scan("release", List.of());
    }

    private static void add(EvidenceSet.Builder evidence, SigningKey key, String type, String predicate, String id) {
        try {
            TrustedKey trusted = TrustedKey.builder()
                    .publicKey(PIPELINE.publicKey())
                    .name("release-pipeline")
                    .build();
            InTotoStatement statement =
                    Signing.statement("https://gradle.com/attestation/" + type, Json.parse(predicate));
            evidence.verify(
                    EnvelopeVerifier.of(trusted),
                    EnvelopeSigner.of(key).sign(statement).toJson(),
                    HOME + id);
        } catch (KeyException | SigningException e) {
            throw new AssertionError(e);
        }
    }

    /** Any report, also one that no evaluator would make. */
    public static PolicyScanReport of(
            PolicyScan scan,
            Optional<Digest> artifact,
            Instant evaluatedAt,
            List<EvaluatedPolicy> policies,
            List<Judgement> judgements,
            List<UnappliedPolicy> unapplied,
            List<Evidence> evidence,
            List<RejectedEvidence> rejected,
            List<WaiverUse> waivers,
            List<PolicyDocument> notEvaluated) {
        return new PolicyScanReport(new PolicyScanReport.Content(
                scan,
                Optional.empty(),
                artifact,
                evaluatedAt,
                policies,
                judgements,
                unapplied,
                evidence,
                evidence,
                rejected,
                waivers,
                notEvaluated));
    }
}
