package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The waivers of a scan, and how often each was used. */
final class WaiverBook {
    private final Map<Waiver, Integer> uses = new LinkedHashMap<>();
    private final Map<String, List<Waiver>> byPolicy = new HashMap<>();
    private final Optional<Digest> artifact;
    private final Instant now;

    WaiverBook(List<Waiver> waivers, Optional<Digest> artifact, Instant now) {
        waivers.forEach(waiver -> {
            if (uses.put(waiver, 0) == null) {
                byPolicy.computeIfAbsent(waiver.policyUri(), uri -> new ArrayList<>())
                        .add(waiver);
            }
        });
        this.artifact = artifact;
        this.now = now;
    }

    /** The waivers that together cover all that offends; empty when something stays uncovered. */
    List<Waiver> covering(EvaluatedPolicy policy, Finding finding) {
        if (finding.status() != Status.UNSATISFIED || uses.isEmpty()) {
            return List.of();
        }
        List<Waiver> applicable = byPolicy.getOrDefault(policy.uri(), List.of()).stream()
                .filter(waiver -> waiver.isFor(policy.header(), artifact) && waiver.stateAt(now) == Waiver.State.ACTIVE)
                .toList();
        Set<Waiver> covering = coverAll(applicable, finding.offending());
        covering.forEach(waiver -> uses.merge(waiver, 1, Integer::sum));
        return new ArrayList<>(covering);
    }

    private static Set<Waiver> coverAll(List<Waiver> waivers, List<String> offending) {
        Set<Waiver> whole = new LinkedHashSet<>();
        waivers.stream().filter(waiver -> waiver.values().isEmpty()).findFirst().ifPresent(whole::add);
        if (!whole.isEmpty()) {
            return whole;
        }
        Set<Waiver> covering = new LinkedHashSet<>();
        for (String value : offending) {
            Optional<Waiver> one =
                    waivers.stream().filter(waiver -> waiver.covers(value)).findFirst();
            if (one.isEmpty()) {
                return Set.of();
            }
            covering.add(one.get());
        }
        return covering;
    }

    /** What became of the waivers that are for one of these policies. */
    List<WaiverUse> usesOf(List<EvaluatedPolicy> policies) {
        Set<String> uris = new HashSet<>();
        policies.forEach(policy -> uris.add(policy.uri()));
        return uses.entrySet().stream()
                .filter(use -> uris.contains(use.getKey().policyUri()))
                .map(use -> new WaiverUse(use.getKey(), use.getKey().stateAt(now), use.getValue()))
                .toList();
    }
}
