package dev.supplychain.policy;

import dev.supplychain.model.governor.PolicyScanResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What every policy has, whatever its kind.
 *
 * @param kind the kind, such as {@code BuildTool}
 * @param name the name, from {@code metadata.name}
 * @param labels what scans select the policy by, from {@code metadata.labels}
 * @param description what the policy checks, from {@code spec.description}
 * @param remediation what would satisfy it, from {@code spec.remediation}
 * @param resultsLabels the labels of its results, from {@code spec.resultsLabels}; they select nothing
 */
public record PolicyHeader(
        String kind,
        String name,
        Map<String, String> labels,
        Optional<String> description,
        Optional<String> remediation,
        Map<String, String> resultsLabels) {
    /** Copies the labels; their order is kept. */
    public PolicyHeader {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        resultsLabels = Collections.unmodifiableMap(new LinkedHashMap<>(resultsLabels));
    }

    /** The policy as results name it: {@code /policies/{Kind}/{name}}. */
    public String uri() {
        return "/policies/" + kind + "/" + name;
    }

    /** Starts a result of this policy with a finding; the attestation and its source are still to be set. */
    public PolicyScanResult.Builder resultOf(Finding finding) {
        PolicyScanResult.Builder result = PolicyScanResult.builder();
        result.labels(resultsLabels)
                .status(finding.status())
                .policyUri(uri())
                .policyDescription(description)
                .policyRemediation(remediation)
                .details(finding.details());
        return result;
    }
}
