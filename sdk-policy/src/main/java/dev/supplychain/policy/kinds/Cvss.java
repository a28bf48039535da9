package dev.supplychain.policy.kinds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How severe a vulnerability is, by its CVSS base score.
 *
 * @see <a href="https://www.first.org/cvss/v3.1/specification-document">CVSS v3.1, section 7</a>
 */
final class Cvss {
    private static final Map<Character, Double> ATTACK_VECTOR = Map.of('N', 0.85, 'A', 0.62, 'L', 0.55, 'P', 0.2);
    private static final Map<Character, Double> ATTACK_COMPLEXITY = Map.of('L', 0.77, 'H', 0.44);
    private static final Map<Character, Double> PRIVILEGES = Map.of('N', 0.85, 'L', 0.62, 'H', 0.27);
    private static final Map<Character, Double> PRIVILEGES_SCOPE_CHANGED = Map.of('N', 0.85, 'L', 0.68, 'H', 0.5);
    private static final Map<Character, Double> INTERACTION = Map.of('N', 0.85, 'R', 0.62);
    private static final Map<Character, Double> IMPACT = Map.of('H', 0.56, 'L', 0.22, 'N', 0.0);

    private Cvss() {}

    /** The severity that a score stands for: a number from 0 to 10, a word, or a vector of CVSS 3. */
    static Optional<Severity> severityOf(String score) {
        String text = score.strip().toUpperCase(Locale.ROOT);
        for (Severity severity : Severity.values()) {
            if (text.equals(severity.name())) {
                return Optional.of(severity);
            }
        }
        if (text.equals("MODERATE")) {
            return Optional.of(Severity.MEDIUM);
        }
        if (text.startsWith("CVSS:3.")) {
            return baseScore(text).map(Cvss::rating);
        }
        return text.matches("[0-9]{1,2}(\\.[0-9]{1,3})?")
                ? Optional.of(new BigDecimal(text))
                        .filter(number -> number.compareTo(BigDecimal.TEN) <= 0)
                        .map(Cvss::rating)
                : Optional.empty();
    }

    /** The qualitative rating of a score; none is rated low, for it was reported. */
    private static Severity rating(BigDecimal score) {
        if (score.compareTo(new BigDecimal("9.0")) >= 0) {
            return Severity.CRITICAL;
        }
        if (score.compareTo(new BigDecimal("7.0")) >= 0) {
            return Severity.HIGH;
        }
        return score.compareTo(new BigDecimal("4.0")) >= 0 ? Severity.MEDIUM : Severity.LOW;
    }

    /** The base score of a vector; absent when a base metric is missing or unknown. */
    static Optional<BigDecimal> baseScore(String vector) {
        Map<String, Character> metrics = new HashMap<>();
        for (String metric : vector.split("/", -1)) {
            int colon = metric.indexOf(':');
            if (colon > 0 && metric.length() == colon + 2) {
                metrics.put(metric.substring(0, colon), metric.charAt(colon + 1));
            }
        }
        Character scope = metrics.get("S");
        if (scope == null || (scope != 'U' && scope != 'C')) {
            return Optional.empty();
        }
        boolean changed = scope == 'C';
        double[] factors = {
            weight(metrics, "AV", ATTACK_VECTOR),
            weight(metrics, "AC", ATTACK_COMPLEXITY),
            weight(metrics, "PR", changed ? PRIVILEGES_SCOPE_CHANGED : PRIVILEGES),
            weight(metrics, "UI", INTERACTION),
            weight(metrics, "C", IMPACT),
            weight(metrics, "I", IMPACT),
            weight(metrics, "A", IMPACT)
        };
        for (double factor : factors) {
            if (Double.isNaN(factor)) {
                return Optional.empty();
            }
        }
        return Optional.of(score(factors, changed));
    }

    private static double weight(Map<String, Character> metrics, String metric, Map<Character, Double> weights) {
        Character value = metrics.get(metric);
        return value == null ? Double.NaN : weights.getOrDefault(value, Double.NaN);
    }

    private static BigDecimal score(double[] factors, boolean changed) {
        double exploitability = 8.22 * factors[0] * factors[1] * factors[2] * factors[3];
        double subScore = 1 - (1 - factors[4]) * (1 - factors[5]) * (1 - factors[6]);
        double impact = changed ? 7.52 * (subScore - 0.029) - 3.25 * Math.pow(subScore - 0.02, 15) : 6.42 * subScore;
        if (impact <= 0) {
            return BigDecimal.ZERO;
        }
        double raw = changed ? 1.08 * (impact + exploitability) : impact + exploitability;
        return roundUp(Math.min(raw, 10));
    }

    /** The smallest number with one digit that is not less, blind to the noise of floating point (appendix A). */
    private static BigDecimal roundUp(double value) {
        long hundredThousandths = Math.round(value * 100_000);
        return BigDecimal.valueOf(hundredThousandths, 5).setScale(1, RoundingMode.CEILING);
    }
}
