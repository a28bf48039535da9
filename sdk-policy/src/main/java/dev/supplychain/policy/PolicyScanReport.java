package dev.supplychain.policy;

import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.util.List;
import java.util.Map;

/** What a policy scan found: its results and the verdict that follows from them. */
public final class PolicyScanReport {
    /** How a scan ends. */
    public enum Verdict {
        /** Something was checked, and all that was checked is as the policies want it. */
        PASSED,
        /** Something is not as a policy wants it. */
        FAILED,
        /** No policy applied to any attestation: nothing was checked. */
        VACUOUS
    }

    private final PolicyScan scan;
    private final List<PolicyScanResult> results;
    private final List<PolicyHeader> unapplied;

    PolicyScanReport(PolicyScan scan, Map<PolicyHeader, List<PolicyScanResult>> resultsByPolicy) {
        this.scan = scan;
        this.results = resultsByPolicy.values().stream().flatMap(List::stream).toList();
        this.unapplied = resultsByPolicy.entrySet().stream()
                .filter(policy -> policy.getValue().stream().allMatch(r -> r.status() == Status.NOT_APPLICABLE))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The scan that was run. */
    public PolicyScan scan() {
        return scan;
    }

    /** FAILED with any unsatisfied result, else PASSED with any satisfied one, else VACUOUS. */
    public Verdict verdict() {
        if (has(Status.UNSATISFIED)) {
            return Verdict.FAILED;
        }
        return has(Status.SATISFIED) ? Verdict.PASSED : Verdict.VACUOUS;
    }

    /** True for PASSED only: a scan that checked nothing has not passed. */
    public boolean passed() {
        return verdict() == Verdict.PASSED;
    }

    /** True also when nothing was checked, as when there was no attestation at all. */
    public boolean passedOrVacuous() {
        return verdict() != Verdict.FAILED;
    }

    /** One result per policy and attestation, in the order of the policy files and of the evidence. */
    public List<PolicyScanResult> results() {
        return results;
    }

    /**
     * The selected policies that applied to no attestation, so that a scan may pass without them. Whoever wants to rule
     * that out looks here, or demands the attestations by a policy of kind {@code AttestationsExist} on the server.
     */
    public List<PolicyHeader> unapplied() {
        return unapplied;
    }

    /** The JSON array of the results, as the server answers a policy scan. */
    public byte[] toJson() {
        return PolicyScanResult.toJson(results);
    }

    private boolean has(Status status) {
        return results.stream().anyMatch(result -> result.status() == status);
    }

    /** The name of the scan, the verdict and how many results there are. */
    @Override
    public String toString() {
        return "PolicyScanReport[" + scan.name() + " " + verdict() + ", " + results.size() + " results]";
    }
}
