package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.grafeas.v1beta1.Occurrence;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Result of scanning an AI skill: findings and one verdict per scanner.
 *
 * <p>Proto: {@code grafeas.v1beta1.aiskillanalysis.AISkillAnalysisOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = AISkillAnalysisOccurrence.Builder.class)
@JsonPropertyOrder({"skillName", "findings", "maxSeverity", "perScannerVerdict"})
public non-sealed interface AISkillAnalysisOccurrence extends Message, Occurrence.KindDetails {
    /** Name of the skill. */
    Optional<String> skillName();

    /** What the scanners found; empty when nothing was found or nothing was scanned. */
    List<Finding> findings();

    /** Highest severity among the findings. */
    @Value.Default
    default OpenEnum<Severity> maxSeverity() {
        return OpenEnum.of(Severity.SEVERITY_UNSPECIFIED);
    }

    /** Outcome of each scanner; absent on open-source servers. */
    Optional<PerScannerVerdict> perScannerVerdict();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Severities of findings in AI skills. */
    enum Severity {
        /** Not set. */
        SEVERITY_UNSPECIFIED,

        /** The worst. */
        CRITICAL,

        /** High. */
        HIGH
    }

    /**
     * One problem found in an AI skill.
     *
     * <p>Proto: {@code grafeas.v1beta1.aiskillanalysis.AISkillAnalysisOccurrence.Finding}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Finding.Builder.class)
    @JsonPropertyOrder({"category", "severity", "details", "location", "scanner"})
    interface Finding extends Message {
        /** Class of problem, as named by the scanner. */
        Optional<String> category();

        /** How serious the problem is. Open-source servers send free text here. */
        @Value.Default
        default OpenEnum<Severity> severity() {
            return OpenEnum.of(Severity.SEVERITY_UNSPECIFIED);
        }

        /** Explanation of the category. */
        Optional<String> details();

        /** Where in the skill the problem sits; absent when unknown. */
        Optional<FindingLocation> location();

        /** Engine that reported the problem. */
        @Value.Default
        default OpenEnum<Finding.Scanner> scanner() {
            return OpenEnum.of(Finding.Scanner.SCANNER_UNSPECIFIED);
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Engines that report findings in AI skills. */
        enum Scanner {
            /** Not set. */
            SCANNER_UNSPECIFIED,

            /** Static analysis. */
            STATIC,

            /** Language model. */
            LLM,

            /** Workspace policy check. */
            WS_POLICY,

            /** Google's antivirus service. */
            GOOGLE_ANTIVIRUS
        }

        /** Builds a {@link Finding}. */
        final class Builder extends ImmutableFinding.Builder {
            Builder() {}

            /** Sets {@link Finding#severity()} to a known constant. */
            public Builder severity(Severity severity) {
                return severity(OpenEnum.of(severity));
            }

            /** Sets {@link Finding#scanner()} to a known constant. */
            public Builder scanner(Finding.Scanner scanner) {
                return scanner(OpenEnum.of(scanner));
            }
        }
    }

    /** Builds an {@link AISkillAnalysisOccurrence}. */
    final class Builder extends ImmutableAISkillAnalysisOccurrence.Builder {
        Builder() {}

        /** Sets {@link AISkillAnalysisOccurrence#maxSeverity()} to a known constant. */
        public Builder maxSeverity(Severity maxSeverity) {
            return maxSeverity(OpenEnum.of(maxSeverity));
        }
    }
}
