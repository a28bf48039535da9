package dev.supplychain.policy.report;

import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyScanReport;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a result means for the scan: its status, seen with the policy's mode and with waivers. The worst comes first. */
enum Outcome {
    /** Unsatisfied and enforced. */
    FAILED,
    /** Unsatisfied, and the policy only warns. */
    WARNED,
    /** Unsatisfied, and waivers cover it. */
    WAIVED,
    /** Satisfied. */
    PASSED,
    /** The attestation does not say what the policy is about. */
    NOT_APPLICABLE;

    static Outcome of(Judgement judgement) {
        if (judgement.status() != Status.UNSATISFIED) {
            return judgement.status() == Status.SATISFIED ? PASSED : NOT_APPLICABLE;
        }
        if (judgement.isWaived()) {
            return WAIVED;
        }
        return judgement.fails() ? FAILED : WARNED;
    }

    /** The results, the worst first, otherwise in their order. */
    static List<Judgement> worstFirst(PolicyScanReport report) {
        return report.judgements().stream()
                .sorted(Comparator.comparing(Outcome::of))
                .toList();
    }

    /** How many results have which outcome; all outcomes are there. */
    static Map<Outcome, Integer> counts(Collection<Judgement> judgements) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : values()) {
            counts.put(outcome, 0);
        }
        judgements.forEach(judgement -> counts.merge(of(judgement), 1, Integer::sum));
        return counts;
    }

    /** How many results there are of each outcome that has any, such as {@code 1 failed, 3 passed}. */
    static String summary(PolicyScanReport report) {
        String counted = counts(report.judgements()).entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().text())
                .collect(Collectors.joining(", "));
        return counted.isEmpty() ? "no results" : counted;
    }

    /** The name in sentences, such as {@code not applicable}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The name as a heading, such as {@code Not applicable}. */
    String title() {
        return text().substring(0, 1).toUpperCase(Locale.ROOT) + text().substring(1);
    }

    /** The name as an identifier, such as {@code not-applicable}. */
    String id() {
        return text().replace(' ', '-');
    }
}
