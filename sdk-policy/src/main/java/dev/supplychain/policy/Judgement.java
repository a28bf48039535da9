package dev.supplychain.policy;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one policy says about one attestation: the server's result, and with it what the server does not tell.
 *
 * @param policy the policy, with its mode and the document it was read from
 * @param finding what it found
 * @param waivers the waivers that together cover an unsatisfied finding; empty when it is not waived
 */
public record Judgement(EvaluatedPolicy policy, Finding finding, List<Waiver> waivers) {
    /** Copies the waivers. */
    public Judgement {
        waivers = List.copyOf(waivers);
    }

    /** How it went. A waiver does not change it. */
    public Status status() {
        return finding.status();
    }

    /** Why there is nothing to be content with; absent when the content itself decided. */
    public Optional<Reason> reason() {
        return finding.reason();
    }

    /** The attestation; absent when the policy looks at all together. */
    public Optional<Evidence> evidence() {
        return finding.evidence();
    }

    /** The type of the predicate that answered; absent when none did. */
    public Optional<String> predicateType() {
        return finding.predicateType();
    }

    /** The keys that signed the attestation and that the verifier trusts; empty without an attestation. */
    public List<AcceptedKey> signers() {
        return evidence().map(attestation -> attestation.statement().signers()).orElse(List.of());
    }

    /** The values that do not satisfy the policy, such as package URLs. */
    public List<String> offending() {
        return finding.offending();
    }

    /** What was found, as the server writes it. */
    public Map<String, Json> details() {
        return finding.details();
    }

    /** What would satisfy the policy; absent when its author does not say, or when it is satisfied or not applicable. */
    public Optional<String> remediation() {
        return policy.header().remediation().filter(text -> status() == Status.UNSATISFIED);
    }

    /** True when waivers cover what does not satisfy the policy. */
    public boolean isWaived() {
        return !waivers.isEmpty();
    }

    /** True when this fails the scan: unsatisfied, enforced and not waived. */
    public boolean fails() {
        return status() == Status.UNSATISFIED && policy.mode() == Mode.ENFORCE && !isWaived();
    }

    /** True when an enforced policy was applied. What only warns has checked nothing that counts. */
    public boolean counts() {
        return status() != Status.NOT_APPLICABLE && policy.mode() == Mode.ENFORCE;
    }

    /** The result as the server writes it. */
    public PolicyScanResult toScanResult() {
        PolicyHeader header = policy.header();
        PolicyScanResult.Builder result = PolicyScanResult.builder();
        result.labels(header.resultsLabels())
                .status(status())
                .policyUri(header.uri())
                .policyDescription(header.description())
                .policyRemediation(header.remediation())
                .attestationUri(evidence().flatMap(Evidence::attestationUri))
                .sourcedFromUri(finding.sourcedFromUri())
                .details(details());
        return result.build();
    }
}
