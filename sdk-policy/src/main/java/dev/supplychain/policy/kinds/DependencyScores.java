package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.policy.kinds.DependencyScoring.Strategy;
import dev.supplychain.policy.kinds.DependencyScoring.UpgradeRule;
import dev.supplychain.policy.kinds.DependencyScoring.VulnerabilityRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Counts what was done in time. */
final class DependencyScores {
    private static final int HUNDRED = 100;

    private final List<VulnerabilityRule> vulnerabilityRules;
    private final List<UpgradeRule> upgradeRules;
    private final Instant now;

    DependencyScores(List<VulnerabilityRule> vulnerabilityRules, List<UpgradeRule> upgradeRules, Instant now) {
        this.vulnerabilityRules = vulnerabilityRules;
        this.upgradeRules = upgradeRules;
        this.now = now;
    }

    /**
     * The score of a category.
     *
     * @param total how many items were scored
     * @param late those of them that are beyond their SLO
     */
    record Category(int total, List<String> late) {
        int score() {
            return total == 0 ? HUNDRED : rounded((long) HUNDRED * (total - late.size()), total);
        }

        Json toJson() {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("score", Json.of(score()));
            members.put("compliant", Json.of(total - late.size()));
            members.put("total", Json.of(total));
            return Json.object(members);
        }
    }

    /** The quotient, rounded half up. */
    static int rounded(long dividend, long divisor) {
        return (int) ((2 * dividend + divisor) / (2 * divisor));
    }

    /** One item per vulnerability that some upgrade could fix and some rule gives days to. */
    Category ofVulnerabilities(List<ScoredDependency> dependencies) {
        Map<String, Carriers> byId = new LinkedHashMap<>();
        for (ScoredDependency dependency : dependencies) {
            Optional<VulnerabilityRule> rule =
                    first(vulnerabilityRules, VulnerabilityRule::purlPatterns, dependency.purl());
            rule.ifPresent(found -> dependency
                    .vulnerabilities()
                    .forEach(vulnerability -> byId.computeIfAbsent(vulnerability.id(), id -> new Carriers())
                            .add(dependency, found.daysFor(vulnerability.severity()))));
        }
        List<String> late = new ArrayList<>();
        int total = 0;
        for (Map.Entry<String, Carriers> vulnerability : byId.entrySet()) {
            Carriers carriers = vulnerability.getValue();
            if (carriers.days > 0 && !carriers.fixes.isEmpty()) {
                total++;
                if (isLate(carriers.fixes, carriers.days)) {
                    late.add(vulnerability.getKey() + " in " + String.join(", ", carriers.purls));
                }
            }
        }
        return new Category(total, late);
    }

    /** The packages that have one vulnerability. */
    private static final class Carriers {
        private final List<String> purls = new ArrayList<>();
        private final List<ScoredDependency.Upgrade> fixes = new ArrayList<>();
        /** The strictest; 0 for none. */
        private int days;

        void add(ScoredDependency dependency, int itsDays) {
            purls.add(dependency.purl());
            fixes.addAll(dependency.fixes());
            if (itsDays > 0 && (days == 0 || itsDays < days)) {
                days = itsDays;
            }
        }
    }

    /** One item per package that some rule gives days to. */
    Category ofUpgrades(List<ScoredDependency> dependencies) {
        List<String> late = new ArrayList<>();
        int total = 0;
        for (ScoredDependency dependency : dependencies) {
            Optional<UpgradeRule> rule = first(upgradeRules, UpgradeRule::purlPatterns, dependency.purl())
                    .filter(found -> found.slo() > 0);
            if (rule.isPresent()) {
                total++;
                List<ScoredDependency.Upgrade> wanted =
                        wanted(dependency, rule.get().strategy());
                if (!wanted.isEmpty() && isLate(wanted, rule.get().slo())) {
                    late.add(dependency.purl());
                }
            }
        }
        return new Category(total, late);
    }

    private static List<ScoredDependency.Upgrade> wanted(ScoredDependency dependency, Strategy strategy) {
        return dependency.upgrades().entrySet().stream()
                .filter(upgrade -> upgrade.getKey().compareTo(strategy) <= 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** True when one of the versions has been there for longer; one whose time is not known may have been. */
    private boolean isLate(List<ScoredDependency.Upgrade> upgrades, int days) {
        Instant latest = now.minus(Duration.ofDays(days));
        return upgrades.stream()
                .anyMatch(upgrade -> upgrade.published()
                        .filter(time -> !time.isBefore(latest))
                        .isEmpty());
    }

    private static <R> Optional<R> first(List<R> rules, Function<R, List<PurlGlob>> patterns, String purl) {
        return rules.stream()
                .filter(rule -> patterns.apply(rule).isEmpty()
                        || patterns.apply(rule).stream().anyMatch(pattern -> pattern.fits(purl)))
                .findFirst();
    }
}
