package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.ModelJson;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a policy scan found: its judgements, the verdict that follows from them, and what it was made from.
 *
 * <p>{@link #results()}, {@link #toJson()} and {@link #toNdjson()} are what the server answers; everything else is what
 * the server does not tell.
 */
public final class PolicyScanReport {
    /** How a scan ends. */
    public enum Verdict {
        /** Something was checked, and all that was checked is as the policies want it. */
        PASSED,
        /** Something is not as a policy wants it. */
        FAILED,
        /** No enforced policy applied to any attestation: nothing was checked. */
        VACUOUS
    }

    /** What the evaluator puts in. */
    record Content(
            PolicyScan scan,
            Optional<PolicyDocument> scanDocument,
            Optional<Digest> artifact,
            Instant evaluatedAt,
            List<EvaluatedPolicy> policies,
            List<Judgement> judgements,
            List<UnappliedPolicy> unapplied,
            List<Evidence> evidence,
            List<Evidence> duplicates,
            List<RejectedEvidence> rejected,
            List<WaiverUse> waivers,
            List<PolicyDocument> notEvaluated) {}

    private final Content content;
    private final Verdict verdict;

    PolicyScanReport(Content content) {
        this.content = content;
        this.verdict = verdictOf(content.judgements());
    }

    private static Verdict verdictOf(List<Judgement> judgements) {
        if (judgements.stream().anyMatch(Judgement::fails)) {
            return Verdict.FAILED;
        }
        return judgements.stream().anyMatch(Judgement::counts) ? Verdict.PASSED : Verdict.VACUOUS;
    }

    /** The scan that was run. */
    public PolicyScan scan() {
        return content.scan();
    }

    /** The document of the scan; absent for a scan made in code. */
    public Optional<PolicyDocument> scanDocument() {
        return content.scanDocument();
    }

    /** What was judged; absent when the caller had checked the subjects before. */
    public Optional<Digest> artifact() {
        return content.artifact();
    }

    /** The time that the scan was made for: policies, waivers and ages were held against it. */
    public Instant evaluatedAt() {
        return content.evaluatedAt();
    }

    /** FAILED with any unsatisfied result that is enforced and not waived, else PASSED with any that applied, else VACUOUS. */
    public Verdict verdict() {
        return verdict;
    }

    /** True for PASSED only: a scan that checked nothing has not passed. */
    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    /** True also when nothing was checked, as when there was no attestation at all. */
    public boolean passedOrVacuous() {
        return verdict != Verdict.FAILED;
    }

    /** One judgement per policy and attestation, in the order of the policy files and of the evidence. */
    public List<Judgement> judgements() {
        return content.judgements();
    }

    /** The judgements of that status, in the same order. */
    public List<Judgement> judgements(Status status) {
        return judgements().stream()
                .filter(judgement -> judgement.status() == status)
                .toList();
    }

    /** The judgements as the server writes them. */
    public List<PolicyScanResult> results() {
        return judgements().stream().map(Judgement::toScanResult).toList();
    }

    /** The policies that the scan selects, also those that are off, in the order of the files. */
    public List<EvaluatedPolicy> policies() {
        return content.policies();
    }

    /**
     * The enforced and warning policies that applied to no attestation, so that a scan may pass without them, and why.
     * Whoever wants to rule that out looks here, or demands the attestations by a policy of kind {@code
     * AttestationsExist}.
     */
    public List<UnappliedPolicy> unapplied() {
        return content.unapplied();
    }

    /** The attestations that were judged, also those about other artifacts. */
    public List<Evidence> evidence() {
        return content.evidence();
    }

    /** The attestations that were not judged because another has the same content and signers; none unless asked for. */
    public List<Evidence> duplicates() {
        return content.duplicates();
    }

    /** The attestations that were there and do not count, with the reason. */
    public List<RejectedEvidence> rejected() {
        return content.rejected();
    }

    /** All waivers for the selected policies, also those that have expired or cover nothing. */
    public List<WaiverUse> waivers() {
        return content.waivers();
    }

    /** The documents of the policy files that say nothing about attestations, such as {@code AccessControl}. */
    public List<PolicyDocument> notEvaluated() {
        return content.notEvaluated();
    }

    /** The JSON array of the results, as the server answers a policy scan. */
    public byte[] toJson() {
        return PolicyScanResult.toJson(results());
    }

    /** The results as newline-delimited JSON, as the server streams them: each on a line of its own. */
    public byte[] toNdjson() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (PolicyScanResult result : results()) {
            lines.writeBytes(ModelJson.write(result));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** The name of the scan, the verdict and how many results there are. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "PolicyScanReport[%s %s, %d results]",
                scan().name(),
                verdict,
                judgements().size());
    }
}
