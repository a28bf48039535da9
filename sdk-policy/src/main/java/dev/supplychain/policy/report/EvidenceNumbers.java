package dev.supplychain.policy.report;

import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyScanReport;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of a report's attestations, from 1: short enough to stand beside every result. */
final class EvidenceNumbers {
    private final Map<Evidence, Integer> numbers = new LinkedHashMap<>();

    EvidenceNumbers(PolicyScanReport report) {
        report.evidence().forEach(this::add);
        report.judgements().forEach(judgement -> judgement.evidence().ifPresent(this::add));
    }

    private void add(Evidence evidence) {
        numbers.putIfAbsent(evidence, numbers.size() + 1);
    }

    /** The attestations in the order of their numbers. */
    Map<Evidence, Integer> all() {
        return numbers;
    }

    /** The number of the attestation, or {@code all} when the result is about all together. */
    String of(Judgement judgement) {
        return judgement.evidence().map(numbers::get).map(String::valueOf).orElse("all");
    }
}
