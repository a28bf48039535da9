package dev.supplychain.policy.kinds;

import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.PredicateSource;
import dev.supplychain.policy.internal.YamlObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which build tools may have built the artifact, in which versions.
 *
 * <pre>{@code
 * kind: BuildTool
 * spec:
 *   matchingStrategy: must-match
 *   buildTools:
 *     - toolType: gradle
 *       toolVersions: ["8.*", "9.2.0"]
 *       agentVersions: ["4.*"]
 * }</pre>
 *
 * @param header what every policy has
 * @param matchingStrategy whether the entries are the allowed or the forbidden tools
 * @param buildTools the entries; at least one
 * @see <a href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-build-tool/">BuildTool</a>
 */
public record BuildTool(PolicyHeader header, MatchingStrategy matchingStrategy, List<Entry> buildTools)
        implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "BuildTool";

    private static final Question<Used> QUESTION = Question.of(
                    dev.supplychain.model.governor.predicate.BuildTool.PREDICATE_TYPE, Used::read)
            .or(
                    PredicateSource.SLSA_PROVENANCE,
                    SlsaProvenance.FAMILY,
                    (type, predicate) -> SlsaProvenance.of(type, predicate).buildTool());

    /** Copies the entries. */
    public BuildTool {
        buildTools = List.copyOf(buildTools);
    }

    /**
     * Build tools that fit all that is said; what is absent or empty may be anything.
     *
     * @param toolType the tool; case does not matter
     * @param toolVersions the versions of the tool, of which one has to fit
     * @param agentVersions the versions of the Develocity plugin or extension, of which one has to fit
     */
    public record Entry(
            Optional<String> toolType, List<WildcardPattern> toolVersions, List<WildcardPattern> agentVersions) {
        /** Copies the versions. */
        public Entry {
            toolVersions = List.copyOf(toolVersions);
            agentVersions = List.copyOf(agentVersions);
        }
    }

    static BuildTool read(PolicyHeader header, YamlObject spec) {
        return new BuildTool(
                header,
                spec.requiredConstant("matchingStrategy", MatchingStrategy.class, MatchingStrategy::text),
                spec.requiredObjects("buildTools", BuildTool::readEntry));
    }

    private static Entry readEntry(YamlObject entry) {
        entry.requireAnyOf("toolType", "toolVersions", "agentVersions");
        return new Entry(
                entry.text("toolType"),
                entry.texts("toolVersions", WildcardPattern::parse),
                entry.texts("agentVersions", WildcardPattern::parse));
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return QUESTION.predicateTypes(context);
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        return QUESTION.ask(evidence, context, this::judge);
    }

    private Finding judge(Used used) {
        // What an attestation leaves out speaks neither for an allowed tool nor against a forbidden one.
        boolean satisfied = switch (matchingStrategy) {
            case MUST_MATCH -> buildTools.stream().anyMatch(entry -> used.fits(entry, false));
            case NONE_MATCH -> buildTools.stream().noneMatch(entry -> used.fits(entry, true));
        };
        return Finding.of(satisfied, used.details()).withOffending(satisfied ? List.of() : List.of(used.shown()));
    }

    /** What the attestation says. */
    record Used(Optional<String> toolType, Optional<String> toolVersion, Optional<String> agentVersion) {
        static Used read(Json predicate) {
            PredicateFields fields = PredicateFields.of(predicate);
            fields.text("buildId");
            fields.text("buildScanUri");
            return new Used(fields.text("toolType"), fields.text("toolVersion"), fields.text("agentVersion"));
        }

        boolean fits(Entry entry, boolean whenAbsent) {
            return (entry.toolType().isEmpty()
                            || fits(toolType, entry.toolType().get()::equalsIgnoreCase, whenAbsent))
                    && fits(toolVersion, entry.toolVersions(), whenAbsent)
                    && fits(agentVersion, entry.agentVersions(), whenAbsent);
        }

        private static boolean fits(Optional<String> version, List<WildcardPattern> wanted, boolean whenAbsent) {
            return wanted.isEmpty()
                    || fits(version, known -> wanted.stream().anyMatch(pattern -> pattern.fits(known)), whenAbsent);
        }

        private static boolean fits(Optional<String> said, Predicate<String> wanted, boolean whenAbsent) {
            return said.map(wanted::test).orElse(whenAbsent);
        }

        /** For people and waivers, such as {@code Gradle 8.5 (agent 4.2)}. */
        String shown() {
            return toolType.orElse("unnamed tool")
                    + toolVersion.map(version -> " " + version).orElse("")
                    + agentVersion.map(version -> " (agent " + version + ")").orElse("");
        }

        Map<String, Json> details() {
            Map<String, Json> details = new LinkedHashMap<>();
            toolType.ifPresent(tool -> details.put("buildTool", Json.of(tool)));
            return details;
        }
    }
}
