package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.PredicateSource;
import dev.supplychain.policy.internal.YamlObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which JDKs a build may use.
 *
 * <pre>{@code
 * kind: JavaToolchains
 * spec:
 *   matchingStrategy: none-match
 *   toolchains:
 *     - vendor: oracle
 *     - versions: ["8", "8.*", "1.8.*"]
 * }</pre>
 *
 * @param header what every policy has
 * @param matchingStrategy whether the entries are the allowed or the forbidden JDKs
 * @param toolchains the entries; at least one
 * @see <a
 *     href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-java-toolchains/">JavaToolchains</a>
 */
public record JavaToolchains(PolicyHeader header, MatchingStrategy matchingStrategy, List<Entry> toolchains)
        implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "JavaToolchains";

    private static final Question<List<Used>> QUESTION = Question.of(
                    dev.supplychain.model.governor.predicate.JavaToolchains.PREDICATE_TYPE, JavaToolchains::used)
            .or(
                    PredicateSource.SLSA_PROVENANCE,
                    SlsaProvenance.FAMILY,
                    (type, predicate) -> SlsaProvenance.of(type, predicate).javaToolchains());

    /** Copies the entries. */
    public JavaToolchains {
        toolchains = List.copyOf(toolchains);
    }

    /**
     * JDKs that fit all that is said; what is absent or empty may be anything.
     *
     * @param vendor who made the JDK, in one of the names the vendor is known by
     * @param versions the versions, of which one has to fit
     */
    public record Entry(Optional<String> vendor, List<WildcardPattern> versions) {
        /** Copies the versions. */
        public Entry {
            versions = List.copyOf(versions);
        }
    }

    static JavaToolchains read(PolicyHeader header, YamlObject spec) {
        return new JavaToolchains(
                header,
                spec.requiredConstant("matchingStrategy", MatchingStrategy.class, MatchingStrategy::text),
                spec.requiredObjects("toolchains", JavaToolchains::readEntry));
    }

    private static Entry readEntry(YamlObject entry) {
        entry.requireAnyOf("vendor", "versions");
        return new Entry(entry.text("vendor"), entry.texts("versions", WildcardPattern::parse));
    }

    private static List<Used> used(Json predicate) {
        List<Used> used = new ArrayList<>();
        for (PredicateFields toolchain : PredicateFields.of(predicate).objects("toolchains")) {
            Optional<String> vendor = toolchain.text("vendor");
            List<String> versions =
                    toolchain.json().get("versions").isPresent() ? toolchain.texts("versions") : List.of();
            if (versions.isEmpty()) {
                used.add(new Used(vendor, Optional.empty()));
            }
            versions.forEach(version ->
                    used.add(new Used(vendor, Optional.of(version).filter(v -> !v.isBlank()))));
        }
        return used;
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return QUESTION.predicateTypes(context);
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        return QUESTION.ask(evidence, context, this::judge);
    }

    private Finding judge(List<Used> used) {
        // What an attestation leaves out speaks neither for an allowed JDK nor against a forbidden one.
        List<String> offending = used.stream()
                .filter(toolchain -> switch (matchingStrategy) {
                    case MUST_MATCH -> toolchains.stream().noneMatch(entry -> toolchain.fits(entry, false));
                    case NONE_MATCH -> toolchains.stream().anyMatch(entry -> toolchain.fits(entry, true));
                })
                .map(Used::shown)
                .distinct()
                .toList();
        Map<String, Json> details = new LinkedHashMap<>();
        if (used.isEmpty() && matchingStrategy == MatchingStrategy.MUST_MATCH) {
            details.put("message", Json.of("Attestation names no toolchain."));
            return Finding.of(false, details);
        }
        if (!offending.isEmpty()) {
            details.put("toolchains", Json.strings(offending));
        }
        return Finding.of(offending.isEmpty(), details).withOffending(offending);
    }

    /** One JDK that the attestation names. */
    record Used(Optional<String> vendor, Optional<String> version) {
        boolean fits(Entry entry, boolean whenAbsent) {
            boolean vendorFits = entry.vendor().isEmpty()
                    || vendor.map(name -> JdkVendor.areSame(entry.vendor().get(), name))
                            .orElse(whenAbsent);
            boolean versionFits = entry.versions().isEmpty()
                    || version.map(text -> entry.versions().stream().anyMatch(pattern -> pattern.fits(text)))
                            .orElse(whenAbsent);
            return vendorFits && versionFits;
        }

        /** For people and waivers, such as {@code Oracle Corporation 8.0.412}. */
        String shown() {
            return vendor.orElse("unnamed vendor")
                    + version.map(text -> " " + text).orElse("");
        }
    }
}
