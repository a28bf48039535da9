package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.Timestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package of a dependency-insights predicate.
 *
 * @param purl its package URL, as written
 * @param upgrades the newer versions that there are
 * @param vulnerabilities what is known about the version in use
 */
record ScoredDependency(
        String purl, Map<DependencyScoring.Strategy, Upgrade> upgrades, List<Vulnerability> vulnerabilities) {
    /**
     * A newer version.
     *
     * @param published when it was published; absent when that is not known
     * @param remaining how many vulnerabilities it leaves; absent when that is not known
     */
    record Upgrade(Optional<Instant> published, Optional<BigDecimal> remaining) {}

    /** A known vulnerability; the severity is absent when its score is of no known form. */
    record Vulnerability(String id, Optional<Severity> severity) {}

    static List<ScoredDependency> readAll(Json predicate) {
        PredicateFields fields = PredicateFields.of(predicate);
        PredicateFields purls = fields.fields("purls").orElseThrow(() -> fields.malformed("purls", "is missing"));
        List<ScoredDependency> dependencies = new ArrayList<>();
        for (String purl : purls.json().members().keySet()) {
            purls.fields(purl).ifPresent(insight -> dependencies.add(read(purl, insight)));
        }
        return dependencies;
    }

    private static ScoredDependency read(String purl, PredicateFields insight) {
        Map<DependencyScoring.Strategy, Upgrade> upgrades = new EnumMap<>(DependencyScoring.Strategy.class);
        insight.fields("versions").ifPresent(versions -> {
            Optional<String> current = current(versions);
            readUpgrade(versions, "latestPatch", current)
                    .ifPresent(upgrade -> upgrades.put(DependencyScoring.Strategy.PATCH, upgrade));
            readUpgrade(versions, "latestMinor", current)
                    .ifPresent(upgrade -> upgrades.put(DependencyScoring.Strategy.MINOR, upgrade));
            readUpgrade(versions, "latestMajor", current)
                    .ifPresent(upgrade -> upgrades.put(DependencyScoring.Strategy.MAJOR, upgrade));
        });
        return new ScoredDependency(
                purl,
                upgrades,
                insight.objectsIfAny("vulnerabilities").stream()
                        .map(ScoredDependency::readVulnerability)
                        .toList());
    }

    /** The version in use: an object with its version, or in some examples only the version. */
    private static Optional<String> current(PredicateFields versions) {
        Optional<Json> current = versions.json().get("current");
        return current.filter(value -> value.kind() == Json.Kind.OBJECT).isPresent()
                ? versions.fields("current").flatMap(object -> object.text("version"))
                : versions.text("current");
    }

    /** The newer version; absent when there is none, or it is the one in use. */
    private static Optional<Upgrade> readUpgrade(PredicateFields versions, String name, Optional<String> current) {
        return versions.fields(name)
                .filter(upgrade -> current.isEmpty() || !upgrade.text("version").equals(current))
                .map(upgrade -> new Upgrade(
                        upgrade.text("publishedTime").map(text -> instant(upgrade, text)), remaining(upgrade)));
    }

    private static Instant instant(PredicateFields upgrade, String text) {
        try {
            return Timestamp.parse(text).instant();
        } catch (MalformedDataException e) {
            throw upgrade.malformed("publishedTime", "is not a time");
        }
    }

    private static Optional<BigDecimal> remaining(PredicateFields upgrade) {
        return upgrade.json()
                .get("vulnerabilitiesRemainingAfterUpgrade")
                .filter(value -> value.kind() == Json.Kind.NUMBER)
                .map(Json::decimal);
    }

    private static Vulnerability readVulnerability(PredicateFields vulnerability) {
        Optional<Severity> severity = vulnerability.objectsIfAny("severity").stream()
                .flatMap(each -> each.json().get("score").stream())
                .map(score -> score.kind() == Json.Kind.NUMBER ? score.number() : text(score))
                .flatMap(score -> Cvss.severityOf(score).stream())
                .min(Comparator.naturalOrder());
        return new Vulnerability(vulnerability.requiredText("id"), severity);
    }

    private static String text(Json score) {
        return score.kind() == Json.Kind.STRING ? score.string() : "";
    }

    /** The upgrades that leave fewer vulnerabilities than there are; one that does not say is taken to. */
    List<Upgrade> fixes() {
        BigDecimal now = BigDecimal.valueOf(vulnerabilities.size());
        return upgrades.values().stream()
                .filter(upgrade -> upgrade.remaining()
                        .filter(left -> left.compareTo(now) >= 0)
                        .isEmpty())
                .toList();
    }
}
