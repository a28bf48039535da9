package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.internal.Suggestion;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs policy scans on verified attestations, without a server.
 *
 * <p>A scan gives one result per selected policy and attestation, as the server does, in the order of the policy files
 * and of the evidence. The same input gives the same report.
 */
public final class PolicyEvaluator {
    private final PolicySet policies;
    private final Clock clock;

    private PolicyEvaluator(PolicySet policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** An evaluator of these policies, at the time of each scan. */
    public static PolicyEvaluator of(PolicySet policies) {
        return of(policies, Clock.systemUTC());
    }

    /** An evaluator of these policies, at the time that the clock tells when a scan begins. */
    public static PolicyEvaluator of(PolicySet policies, Clock clock) {
        return new PolicyEvaluator(policies, clock);
    }

    /**
     * Judges the attestations about an artifact. Attestations about anything else are reported as not applicable, after
     * the others of each policy.
     *
     * @param scanName the name of a policy scan, in any case
     * @param artifact what must be a subject of an attestation
     * @throws IllegalArgumentException when the policies have no scan of that name
     */
    public PolicyScanReport scan(String scanName, Digest artifact, List<Evidence> evidence) {
        List<Evidence> about =
                evidence.stream().filter(e -> e.statement().isAbout(artifact)).toList();
        List<Evidence> others =
                evidence.stream().filter(e -> !e.statement().isAbout(artifact)).toList();
        Finding notAbout = Finding.notApplicable("Attestation is not about '" + artifact + "'.");
        Instant now = clock.instant();
        return scan(
                scanName,
                policy -> Stream.concat(
                                policy.evaluate(about, now).stream(),
                                others.stream().map(e -> result(policy, e, notAbout)))
                        .toList());
    }

    /**
     * Judges attestations whose subject was checked before, as {@code VerifiedStatement.requireSubject} does. Nothing
     * here looks at their subjects: an attestation about another artifact would speak for this one.
     *
     * @param scanName the name of a policy scan, in any case
     * @throws IllegalArgumentException when the policies have no scan of that name
     */
    public PolicyScanReport scan(String scanName, List<Evidence> evidence) {
        Instant now = clock.instant();
        return scan(scanName, policy -> policy.evaluate(evidence, now));
    }

    private PolicyScanReport scan(String scanName, Function<Policy, List<PolicyScanResult>> judge) {
        PolicyScan scan = policies.scan(scanName).orElseThrow(() -> noScan(scanName));
        Map<PolicyHeader, List<PolicyScanResult>> results = new LinkedHashMap<>();
        policies.selectedBy(scan).forEach(policy -> results.put(policy.header(), judge.apply(policy)));
        return new PolicyScanReport(scan, results);
    }

    private static PolicyScanResult result(Policy policy, Evidence evidence, Finding finding) {
        return policy.header()
                .resultOf(finding)
                .attestationUri(evidence.attestationUri())
                .sourcedFromUri(evidence.sourcedFromUri())
                .build();
    }

    private IllegalArgumentException noScan(String scanName) {
        List<String> names = policies.scans().stream().map(PolicyScan::name).toList();
        String hint = Suggestion.of(scanName, names)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("there are " + (names.isEmpty() ? "none" : String.join(", ", names)));
        return new IllegalArgumentException("no policy scan " + Excerpt.quoted(scanName) + ": " + hint);
    }
}
