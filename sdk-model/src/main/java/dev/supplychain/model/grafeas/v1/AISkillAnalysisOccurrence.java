package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the scanners found in one AI skill: the findings, the worst severity and each scanner's verdict.
 *
 * <p>Proto: {@code grafeas.v1.AISkillAnalysisOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = AISkillAnalysisOccurrence.Builder.class)
@JsonPropertyOrder({"skillName", "findings", "maxSeverity", "perScannerVerdict"})
public non-sealed interface AISkillAnalysisOccurrence extends Message, Occurrence.Details {
    /** Name of the analysed skill. */
    Optional<String> skillName();

    /** The individual findings; empty when nothing was found. */
    List<Finding> findings();

    /** Worst severity among the findings; absent when it was not computed. */
    @Value.Default
    default OpenEnum<Severity> maxSeverity() {
        return OpenEnum.of(Severity.SEVERITY_UNSPECIFIED);
    }

    /** The outcome of each scanner that took part; absent when the service reports only findings. */
    Optional<PerScannerVerdict> perScannerVerdict();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** How serious a finding in an AI skill is. */
    enum Severity {
        /** Not given. */
        SEVERITY_UNSPECIFIED,

        /** Critical, the highest. */
        CRITICAL,

        /** High. */
        HIGH
    }

    /**
     * One finding about an AI skill: category, severity, and where it was found.
     *
     * <p>Proto: {@code grafeas.v1.AISkillAnalysisOccurrence.Finding}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = Finding.Builder.class)
    @JsonPropertyOrder({"category", "details", "location", "scanner", "severity"})
    interface Finding extends Message {
        /** Category of the finding. */
        Optional<String> category();

        /** Description of the category. */
        Optional<String> details();

        /** File and line of the finding; absent when it has no place. */
        Optional<FindingLocation> location();

        /** Scanner that reported the finding. */
        @Value.Default
        default OpenEnum<Finding.Scanner> scanner() {
            return OpenEnum.of(Finding.Scanner.SCANNER_UNSPECIFIED);
        }

        /** How serious the finding is. */
        @Value.Default
        default OpenEnum<Severity> severity() {
            return OpenEnum.of(Severity.SEVERITY_UNSPECIFIED);
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** A scanner that takes part in the analysis of AI skills. */
        enum Scanner {
            /** Not given. */
            SCANNER_UNSPECIFIED,

            /** Static rules. */
            STATIC,

            /** A language model. */
            LLM,

            /** The check against the workspace policy. */
            WS_POLICY,

            /** Google's antivirus service. */
            GOOGLE_ANTIVIRUS
        }

        /** Builds a {@link Finding}. */
        final class Builder extends ImmutableFinding.Builder {
            Builder() {}

            /** Sets {@link Finding#scanner()} to a known constant. */
            public Builder scanner(Finding.Scanner scanner) {
                return scanner(OpenEnum.of(scanner));
            }

            /** Sets {@link Finding#severity()} to a known constant. */
            public Builder severity(Severity severity) {
                return severity(OpenEnum.of(severity));
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
