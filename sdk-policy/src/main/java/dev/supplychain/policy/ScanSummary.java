package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.model.governor.predicate.PolicyScan;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import dev.supplychain.model.slsa.VerificationSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a scan found, as statements to sign and to hand on, so that others need not judge again.
 *
 * <pre>{@code
 * ScanSummary summary = ScanSummary.of(report)
 *         .verifierId("https://ci.example.com/policy-scans/release")
 *         .resourceUri("pkg:maven/com.example/my-app@1.0.0")
 *         .build();
 * Envelope vsa = EnvelopeSigner.of(key).sign(summary.verificationSummary());
 * }</pre>
 *
 * @see <a href="https://slsa.dev/spec/v1.1/verification_summary">SLSA verification summary v1</a>
 */
public final class ScanSummary {
    private final PolicyScanReport report;
    private final Digest artifact;
    private final String verifierId;
    private final Map<String, String> verifierVersion;
    private final String resourceUri;
    private final List<String> levels;

    private ScanSummary(Builder builder, Digest artifact) {
        this.report = builder.report;
        this.artifact = artifact;
        this.verifierId = Objects.requireNonNull(builder.verifierId, "verifierId");
        this.verifierVersion = Map.copyOf(builder.verifierVersion);
        this.resourceUri = Objects.requireNonNull(builder.resourceUri, "resourceUri");
        this.levels = List.copyOf(builder.levels);
    }

    /** Starts with a report; who judged and what are required. */
    public static Builder of(PolicyScanReport report) {
        return new Builder(report);
    }

    /**
     * The verification summary (VSA) of the artifact: PASSED for a scan that passed, FAILED for every other one, also one
     * that checked nothing. It names the policies by their digest and the attestations that were judged by theirs.
     */
    public InTotoStatement verificationSummary() {
        VerificationSummary.Builder summary = VerificationSummary.builder();
        summary.verifier(VerificationSummary.Verifier.builder()
                        .id(verifierId)
                        .version(verifierVersion)
                        .build())
                .timeVerified(Timestamp.of(report.evaluatedAt()))
                .resourceUri(resourceUri)
                .policy(ResourceDescriptor.builder()
                        .uri("/policies/" + dev.supplychain.policy.PolicyScan.KIND + "/"
                                + report.scan().name())
                        .addDigest(policyDigest())
                        .build())
                .inputAttestations(inputAttestations());
        if (report.passed()) {
            summary.verifiedLevels(levels);
        }
        return statement(
                VerificationSummary.PREDICATE_TYPE,
                ModelJson.toJson(summary.verificationResult(
                                report.passed() ? VerificationSummary.Result.PASSED : VerificationSummary.Result.FAILED)
                        .build()));
    }

    /**
     * The policy scan itself, as the Governor attests it: every result that is applicable, and the policies in full. Waived
     * results stay unsatisfied.
     */
    public InTotoStatement policyScan() {
        PolicyScan.Builder predicate = PolicyScan.builder();
        predicate.sourcedFromUri(verifierId);
        report.judgements().stream()
                .filter(judgement -> judgement.status() != Status.NOT_APPLICABLE)
                .forEach(judgement -> predicate.addEntries(entry(judgement)));
        predicate.evaluatedPolicies(evaluatedPolicies());
        return statement(PolicyScan.PREDICATE_TYPE, ModelJson.toJson(predicate.build()));
    }

    private static PolicyScan.Entry entry(Judgement judgement) {
        PolicyScan.Entry.Builder entry = PolicyScan.Entry.builder();
        entry.policyUri(judgement.policy().uri())
                .attestationUri(judgement.evidence().flatMap(Evidence::attestationUri))
                .status(judgement.status())
                .details(judgement.details());
        return entry.build();
    }

    /** SHA-256 of the scan and its policies, as {@code evaluatedPolicies} of {@link #policyScan()} writes them. */
    public Digest policyDigest() {
        return Digest.sha256(Json.object(evaluatedPolicies()).toUtf8());
    }

    private Map<String, Json> evaluatedPolicies() {
        Map<String, Json> policies = new LinkedHashMap<>();
        report.scanDocument().ifPresent(document -> policies.put(document.uri(), document.content()));
        report.policies()
                .forEach(policy -> policies.put(
                        policy.uri(),
                        policy.document().map(PolicyDocument::content).orElse(Json.object(Map.of()))));
        return policies;
    }

    private List<ResourceDescriptor> inputAttestations() {
        return report.evidence().stream()
                .filter(evidence -> evidence.statement().isAbout(artifact))
                .map(evidence -> {
                    ResourceDescriptor.Builder attestation = ResourceDescriptor.builder();
                    evidence.attestationUri().ifPresent(attestation::uri);
                    return attestation.addDigest(evidence.digest()).build();
                })
                .toList();
    }

    private InTotoStatement statement(String predicateType, Json predicate) {
        return InTotoStatement.builder()
                .addSubject(ResourceDescriptor.builder()
                        .uri(resourceUri)
                        .addDigest(artifact)
                        .build())
                .predicateType(predicateType)
                .predicate(predicate)
                .build();
    }

    /** Builds a {@link ScanSummary}. */
    public static final class Builder {
        private final PolicyScanReport report;
        private final Map<String, String> verifierVersion = new LinkedHashMap<>();
        private final List<String> levels = new ArrayList<>();
        private @Nullable String verifierId;
        private @Nullable String resourceUri;

        private Builder(PolicyScanReport report) {
            this.report = report;
        }

        /** Sets the URI of whoever judged; consumers bind it to a key. */
        public Builder verifierId(String uri) {
            verifierId = uri;
            return this;
        }

        /** Adds the version of a part of the verifier. */
        public Builder verifierVersion(String part, String version) {
            verifierVersion.put(part, version);
            return this;
        }

        /** Sets the URI under which the artifact was judged, usually where consumers fetch it. */
        public Builder resourceUri(String uri) {
            resourceUri = uri;
            return this;
        }

        /** Adds a level that the policies of the scan stand for, such as {@code SLSA_BUILD_LEVEL_3}. */
        public Builder verifiedLevel(String level) {
            levels.add(level);
            return this;
        }

        /**
         * The summary.
         *
         * @throws IllegalArgumentException when the scan was made without an artifact, so that there is nothing to
         *     summarise it for
         * @throws NullPointerException when the verifier or the resource is not set
         */
        public ScanSummary build() {
            return new ScanSummary(
                    this,
                    report.artifact()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    report + " is about no artifact: name it when scanning")));
        }
    }
}
