package dev.supplychain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.EnvelopeSigner;
import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.KeyException;
import dev.supplychain.dsse.SigningException;
import dev.supplychain.dsse.keys.PemKeys;
import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.policy.PolicyScanReport.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

/** What holds for every kind, on the evidence of all the cases. */
class AllKindsProperties {
    private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519);
    private static final SigningKey STRANGER = SigningKey.generate(SignatureAlgorithm.ED25519);
    private static final EnvelopeVerifier VERIFIER = EnvelopeVerifier.of(KEY.toTrustedKey());

    private static final List<String> SPECS = List.of(
            "BuildTool|{matchingStrategy: must-match, buildTools: [{toolType: gradle, toolVersions: [\"8.*\"]}]}",
            "BuildTool|{matchingStrategy: none-match, buildTools: [{toolType: maven}]}",
            "JavaToolchains|{matchingStrategy: must-match, toolchains: [{vendor: bellsoft}, {versions: [\"17.*\"]}]}",
            "JavaToolchains|{matchingStrategy: none-match, toolchains: [{vendor: oracle}]}",
            "ResolvedDependenciesRepositories|{matchingStrategy: must-match, uris: [\"https://repo.maven.apache.org/maven2\"]}",
            "ResolvedDependenciesRepositories|{matchingStrategy: none-match, uris: [\"https://untrusted.repo.com/maven2\"]}",
            "PackageUrl|{matchingStrategy: must-match, purls: [\"pkg:maven/org.example/*\"]}",
            "PackageUrl|{matchingStrategy: none-match, purls: [\"pkg:maven/org.projectlombok/lombok\"]}",
            "PublishRepositories|{matchingStrategy: must-match, uris: [\"repo.example.com/**\"]}",
            "PublishRepositories|{matchingStrategy: none-match, uris: [\"*/staging/**\"]}",
            "VerificationSummary|{matchingStrategy: must-match, verificationSummaries: [{verifierId: https://governor.example.com/policy-scans/build, policyUri: /policies/PolicyScanDefinition/build}]}",
            "VerificationSummary|{matchingStrategy: none-match, verificationSummaries: [{verifierId: x, policyUri: y}]}",
            "DependencyScoring|{baseline: 80, scoringRules: {upgrade: [{strategy: MINOR, slo: 90}]}}",
            "TrustedPublicKeys|{keys: {release: {pemBase64: " + pem() + "}}}");

    private static final PolicySet CONTENT = PolicySet.parse("policies.yaml", policies(SPECS));
    private static final PolicySet ALL = PolicySet.parse(
            "policies.yaml",
            policies(Stream.concat(
                            SPECS.stream(),
                            Stream.of(
                                    "AttestationsExist|{expectedPredicates: [\"https://gradle.com/attestation/build-tool/v1\"]}"))
                    .toList()));

    /** Signed once: what varies is which of them a scan gets. */
    private static final List<Evidence> EVIDENCE = statements().stream()
            .map(statement -> Evidence.of(Signing.verified(statement, KEY)))
            .toList();

    private static final List<Evidence> UNRELATED = Stream.of(
                    "https://example.com/a/v1", "https://slsa.dev/provenance/v1")
            .map(type -> Evidence.of(Signing.verified(Signing.statement(type, Json.parse("{\"purls\":1}")), KEY)))
            .toList();

    private static final List<byte[]> UNTRUSTED =
            statements().stream().map(AllKindsProperties::signedByAStranger).toList();

    @Property(tries = 150)
    void order_never_changes_a_verdict(@ForAll("someEvidence") List<Evidence> evidence, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);

        assertThat(scan(ALL, shuffled).verdict()).isEqualTo(scan(ALL, evidence).verdict());
        assertThat(scan(ALL, shuffled).results())
                .containsExactlyInAnyOrderElementsOf(scan(ALL, evidence).results());
    }

    @Property(tries = 150)
    void duplicates_never_change_a_verdict(@ForAll("someEvidence") List<Evidence> evidence) {
        List<Evidence> twice =
                Stream.concat(evidence.stream(), evidence.stream()).toList();

        assertThat(scan(ALL, twice).verdict()).isEqualTo(scan(ALL, evidence).verdict());
    }

    @Property(tries = 100)
    void judging_duplicates_once_never_changes_a_verdict(@ForAll("someEvidence") List<Evidence> evidence) {
        List<Evidence> twice =
                Stream.concat(evidence.stream(), evidence.stream()).toList();
        PolicyScanReport once = PolicyEvaluator.builder(ALL)
                .at(Instant.EPOCH)
                .deduplicate()
                .build()
                .scan("build", twice);

        assertThat(once.verdict()).isEqualTo(scan(ALL, evidence).verdict());
        assertThat(once.evidence()).hasSize((int) evidence.stream().distinct().count());
    }

    @Property(tries = 150)
    void unrelated_attestations_never_change_a_verdict(
            @ForAll("someEvidence") List<Evidence> evidence, @ForAll("unrelated") List<Evidence> unrelated) {
        PolicyScanReport with =
                scan(ALL, Stream.concat(unrelated.stream(), evidence.stream()).toList());

        assertThat(failedOf(with)).isEqualTo(failedOf(scan(ALL, evidence)));
        assertThat(with.verdict() == Verdict.FAILED)
                .isEqualTo(scan(ALL, evidence).verdict() == Verdict.FAILED);
    }

    @Property(tries = 150)
    void an_untrusted_attestation_never_turns_failed_into_passed(
            @ForAll("someEvidence") List<Evidence> evidence, @ForAll("untrusted") List<byte[]> untrusted) {
        EvidenceSet.Builder set = EvidenceSet.builder();
        evidence.forEach(set::add);
        untrusted.forEach(envelope -> set.verify(VERIFIER, envelope));
        PolicyScanReport with =
                PolicyEvaluator.builder(ALL).at(Instant.EPOCH).build().scan("build", set.build());

        assertThat(with.rejected()).hasSize(untrusted.size());
        assertThat(with.verdict()).isEqualTo(scan(ALL, evidence).verdict());
    }

    @Property(tries = 100)
    void a_scan_with_no_applicable_result_is_vacuous(@ForAll("unrelated") List<Evidence> unrelated) {
        List<Policy> content = CONTENT.policies().stream()
                .filter(policy -> !policy.header().kind().equals("TrustedPublicKeys"))
                .toList();
        PolicyScanReport report = scan(new PolicySet(content, CONTENT.scans()), unrelated);

        assertThat(report.verdict()).isEqualTo(Verdict.VACUOUS);
        assertThat(report.passed()).isFalse();
        assertThat(report.unapplied()).hasSameSizeAs(content);
    }

    @Property(tries = 150)
    void more_evidence_never_turns_a_content_policy_from_failed_to_passed(
            @ForAll("someEvidence") List<Evidence> evidence, @ForAll("someEvidence") List<Evidence> more) {
        if (scan(CONTENT, evidence).verdict() == Verdict.FAILED) {
            assertThat(scan(
                                    CONTENT,
                                    Stream.concat(more.stream(), evidence.stream())
                                            .toList())
                            .verdict())
                    .isEqualTo(Verdict.FAILED);
        }
    }

    @Property(tries = 150)
    void every_unsatisfied_result_says_what_offends_or_why(@ForAll("someEvidence") List<Evidence> evidence) {
        assertThat(scan(ALL, evidence).judgements(Status.UNSATISFIED))
                .allSatisfy(judgement -> assertThat(judgement.offending().isEmpty()
                                && judgement.reason().isEmpty()
                                && !judgement.details().containsKey("message"))
                        .isFalse());
        assertThat(scan(ALL, evidence).judgements(Status.SATISFIED))
                .allSatisfy(judgement -> assertThat(judgement.offending()).isEmpty());
    }

    private static List<String> failedOf(PolicyScanReport report) {
        return report.judgements().stream()
                .filter(Judgement::fails)
                .map(judgement -> judgement.policy().uri() + judgement.offending())
                .toList();
    }

    private static PolicyScanReport scan(PolicySet policies, List<Evidence> evidence) {
        return PolicyEvaluator.builder(policies).at(Instant.EPOCH).build().scan("build", evidence);
    }

    private static String policies(List<String> specs) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: policy.gradle.com/v1
                kind: PolicyScanDefinition
                metadata: {name: build}
                spec: {policySelector: {matchLabels: {gate: build}}}
                """);
        for (int i = 0; i < specs.size(); i++) {
            String spec = specs.get(i);
            int bar = spec.indexOf('|');
            yaml.append("---\napiVersion: policy.gradle.com/v1\nkind: ")
                    .append(spec, 0, bar)
                    .append("\nmetadata: {name: p")
                    .append(i)
                    .append(", labels: {gate: build}}\nspec: ")
                    .append(spec.substring(bar + 1))
                    .append('\n');
        }
        return yaml.toString();
    }

    private static String pem() {
        try {
            return Bytes.utf8(PemKeys.writePublicKey(KEY.publicKey())).base64();
        } catch (KeyException e) {
            throw new AssertionError(e);
        }
    }

    private static List<InTotoStatement> statements() {
        try (Stream<Path> files = Files.walk(
                Path.of(AllKindsProperties.class.getResource("/cases").toURI()))) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && file.getParent().endsWith("evidence"))
                    .sorted()
                    .map(AllKindsProperties::statement)
                    .filter(statement -> statement.type().equals(InTotoStatement.STATEMENT_V1))
                    .distinct()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static InTotoStatement statement(Path file) {
        try {
            return InTotoStatement.parse(Json.parse(Files.readAllBytes(file))
                    .get("statement")
                    .orElseThrow()
                    .toUtf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] signedByAStranger(InTotoStatement statement) {
        try {
            return EnvelopeSigner.of(STRANGER).sign(statement).toJson();
        } catch (SigningException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<List<Evidence>> someEvidence() {
        return Arbitraries.of(EVIDENCE).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Evidence>> unrelated() {
        return Arbitraries.of(UNRELATED).list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<byte[]>> untrusted() {
        return Arbitraries.of(UNTRUSTED).list().ofMaxSize(4);
    }
}
