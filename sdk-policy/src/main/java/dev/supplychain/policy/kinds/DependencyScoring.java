package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.internal.YamlObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well the dependencies are looked after: vulnerabilities fixed and upgrades made in time, as a score from 0 to 100.
 *
 * <pre>{@code
 * kind: DependencyScoring
 * spec:
 *   baseline: 80
 *   tiers:
 *     - {name: Gold, minScore: 90}
 *   weightRules:
 *     categoryWeights: {VULNERABILITY: 70, UPGRADE: 30}
 *   scoringRules:
 *     vulnerability:
 *       - purlPatterns: ["pkg:maven/**"]
 *         slo: {CRITICAL: 7, HIGH: 30, MEDIUM: 90}
 *     upgrade:
 *       - purlPatterns: ["pkg:maven/**"]
 *         strategy: MINOR
 *         slo: 180
 * }</pre>
 *
 * <p>SLOs are days from the publication of the version that could be upgraded to; 0 or absent asks for nothing.
 *
 * @param header what every policy has
 * @param baseline the least score that satisfies, from 0 to 100; with 0 the score is for information
 * @param tiers what scores are called
 * @param vulnerabilityWeight how much of 100 the vulnerabilities weigh; the upgrades weigh the rest
 * @param vulnerabilityRules what is asked of vulnerabilities; the first rule that fits a package is applied to it
 * @param upgradeRules what is asked of versions; the first rule that fits a package is applied to it
 * @see <a
 *     href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-dependency-scoring/">DependencyScoring</a>
 */
public record DependencyScoring(
        PolicyHeader header,
        int baseline,
        List<Tier> tiers,
        int vulnerabilityWeight,
        List<VulnerabilityRule> vulnerabilityRules,
        List<UpgradeRule> upgradeRules)
        implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "DependencyScoring";

    private static final int HUNDRED = 100;
    private static final int MAX_DAYS = 36_500;
    private static final String VULNERABILITY = "VULNERABILITY";
    private static final String UPGRADE = "UPGRADE";

    private static final Question<List<ScoredDependency>> QUESTION = Question.of(
            dev.supplychain.model.governor.predicate.DependencyInsights.PREDICATE_TYPE, ScoredDependency::readAll);

    /** Copies the lists. */
    public DependencyScoring {
        tiers = List.copyOf(tiers);
        vulnerabilityRules = List.copyOf(vulnerabilityRules);
        upgradeRules = List.copyOf(upgradeRules);
    }

    /**
     * What a score is called.
     *
     * @param name such as {@code Gold}
     * @param minScore the least score of the tier
     */
    public record Tier(String name, int minScore) {}

    /**
     * How long vulnerabilities may stay.
     *
     * @param purlPatterns the packages; empty for all
     * @param slo days by severity
     */
    public record VulnerabilityRule(List<PurlGlob> purlPatterns, Map<Severity, Integer> slo) {
        /** Copies the collections. */
        public VulnerabilityRule {
            purlPatterns = List.copyOf(purlPatterns);
            slo = Map.copyOf(slo);
        }

        /** Days for a severity, 0 for none. Of an unknown severity the shortest are asked, for it may be the worst. */
        int daysFor(Optional<Severity> severity) {
            return severity.map(known -> slo.getOrDefault(known, 0))
                    .orElseGet(() -> slo.values().stream()
                            .filter(days -> days > 0)
                            .min(Comparator.naturalOrder())
                            .orElse(0));
        }
    }

    /** Which newer versions have to be taken. */
    public enum Strategy {
        /** The newest of the same major and minor version. */
        PATCH,
        /** That, and the newest of the same major version. */
        MINOR,
        /** Any. */
        MAJOR
    }

    /**
     * How long a package may stay behind.
     *
     * @param purlPatterns the packages; empty for all
     * @param strategy which newer versions have to be taken
     * @param slo days
     */
    public record UpgradeRule(List<PurlGlob> purlPatterns, Strategy strategy, int slo) {
        /** Copies the patterns. */
        public UpgradeRule {
            purlPatterns = List.copyOf(purlPatterns);
        }
    }

    static DependencyScoring read(PolicyHeader header, YamlObject spec) {
        int baseline = spec.integer("baseline", 0, HUNDRED).orElse(0);
        List<Tier> tiers = spec.objects(
                "tiers", tier -> new Tier(tier.requiredText("name"), tier.requiredInteger("minScore", 0, HUNDRED)));
        int weight = spec.object("weightRules", DependencyScoring::readWeights).orElse(HUNDRED / 2);
        List<VulnerabilityRule> vulnerability = new ArrayList<>();
        List<UpgradeRule> upgrade = new ArrayList<>();
        spec.object("scoringRules", rules -> {
            vulnerability.addAll(rules.objects("vulnerability", DependencyScoring::readVulnerabilityRule));
            upgrade.addAll(rules.objects("upgrade", DependencyScoring::readUpgradeRule));
            return true;
        });
        return new DependencyScoring(header, baseline, tiers, weight, vulnerability, upgrade);
    }

    private static int readWeights(YamlObject rules) {
        return rules.object("categoryWeights", weights -> {
                    Optional<Integer> vulnerability = weights.integer(VULNERABILITY, 0, HUNDRED);
                    Optional<Integer> upgrade = weights.integer(UPGRADE, 0, HUNDRED);
                    int sum = vulnerability.orElse(0) + upgrade.orElse(0);
                    if (vulnerability.isPresent() && upgrade.isPresent() && sum != HUNDRED) {
                        weights.problem(
                                UPGRADE,
                                VULNERABILITY + " and " + UPGRADE + " are " + sum + ", not 100",
                                Optional.empty());
                    }
                    return vulnerability
                            .or(() -> upgrade.map(rest -> HUNDRED - rest))
                            .orElse(HUNDRED / 2);
                })
                .orElse(HUNDRED / 2);
    }

    private static VulnerabilityRule readVulnerabilityRule(YamlObject rule) {
        Map<Severity, Integer> slo = new EnumMap<>(Severity.class);
        List<PurlGlob> patterns = rule.texts("purlPatterns", PurlGlob::parse);
        rule.requiredObject("slo", days -> {
            for (Severity severity : Severity.values()) {
                days.integer(severity.name(), 0, MAX_DAYS).ifPresent(value -> slo.put(severity, value));
            }
            return true;
        });
        return new VulnerabilityRule(patterns, slo);
    }

    private static UpgradeRule readUpgradeRule(YamlObject rule) {
        return new UpgradeRule(
                rule.texts("purlPatterns", PurlGlob::parse),
                rule.requiredConstant("strategy", Strategy.class, Strategy::name),
                rule.requiredInteger("slo", 0, MAX_DAYS));
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return QUESTION.predicateTypes(context);
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        DependencyScores scores = new DependencyScores(vulnerabilityRules, upgradeRules, context.time());
        return QUESTION.ask(evidence, context, dependencies -> judge(dependencies, scores));
    }

    private Finding judge(List<ScoredDependency> dependencies, DependencyScores scores) {
        DependencyScores.Category vulnerability = scores.ofVulnerabilities(dependencies);
        DependencyScores.Category upgrade = scores.ofUpgrades(dependencies);
        int weighted = vulnerability.score() * vulnerabilityWeight + upgrade.score() * (HUNDRED - vulnerabilityWeight);
        int score = DependencyScores.rounded(weighted, HUNDRED);
        boolean satisfied = score >= baseline;
        List<String> offending = new ArrayList<>(vulnerability.late());
        offending.addAll(upgrade.late());
        return Finding.of(satisfied, details(score, vulnerability, upgrade))
                .withOffending(satisfied ? List.of() : offending);
    }

    private Map<String, Json> details(
            int score, DependencyScores.Category vulnerability, DependencyScores.Category upgrade) {
        Map<String, Json> categories = new LinkedHashMap<>();
        categories.put(VULNERABILITY, vulnerability.toJson());
        categories.put(UPGRADE, upgrade.toJson());
        Map<String, Json> details = new LinkedHashMap<>();
        details.put("score", Json.of(score));
        details.put("baseline", Json.of(baseline));
        tiers.stream()
                .filter(tier -> score >= tier.minScore())
                .max(Comparator.comparingInt(Tier::minScore))
                .ifPresent(tier -> details.put("tier", Json.of(tier.name())));
        tiers.stream()
                .filter(tier -> score < tier.minScore())
                .min(Comparator.comparingInt(Tier::minScore))
                .ifPresent(tier -> details.put("nextTier", nextTier(tier, score)));
        details.put("categories", Json.object(categories));
        return details;
    }

    private static Json nextTier(Tier tier, int score) {
        Map<String, Json> next = new LinkedHashMap<>();
        next.put("name", Json.of(tier.name()));
        next.put("pointsNeeded", Json.of(tier.minScore() - score));
        return Json.object(next);
    }
}
