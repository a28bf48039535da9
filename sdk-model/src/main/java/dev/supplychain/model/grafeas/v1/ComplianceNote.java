package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A compliance check, for example a rule from a CIS benchmark: what it demands, why, and how to remedy a failure.
 *
 * <p>Proto: {@code grafeas.v1.ComplianceNote}.
 */
@Value.Immutable
@JsonDeserialize(builder = ComplianceNote.Builder.class)
@JsonPropertyOrder({
    "title",
    "description",
    "version",
    "rationale",
    "remediation",
    "cisBenchmark",
    "scanInstructions",
    "impact"
})
public non-sealed interface ComplianceNote extends Message, Note.Type {
    /** Title that identifies the check. */
    Optional<String> title();

    /** What the check looks at. */
    Optional<String> description();

    /** Operating systems and benchmark versions that the check applies to. */
    List<ComplianceVersion> version();

    /** Why the check exists. */
    Optional<String> rationale();

    /** What to do when the check fails. */
    Optional<String> remediation();

    /** Level and severity, when the check comes from a CIS benchmark. */
    Optional<CisBenchmark> cisBenchmark();

    /** Instructions for the scanner, in its own serialised format. */
    Optional<Bytes> scanInstructions();

    /** Side effects that the suggested remedy may have. */
    Optional<String> impact();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * The level and severity of a check that comes from a CIS benchmark.
     *
     * <p>Proto: {@code grafeas.v1.ComplianceNote.CisBenchmark}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = CisBenchmark.Builder.class)
    @JsonPropertyOrder({"profileLevel", "severity"})
    interface CisBenchmark extends Message {
        /** Profile level in the CIS benchmark, for example 1 or 2. */
        OptionalInt profileLevel();

        /** How serious it is when the check fails. */
        @Value.Default
        default OpenEnum<Severity> severity() {
            return OpenEnum.of(Severity.SEVERITY_UNSPECIFIED);
        }

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link CisBenchmark}. */
        final class Builder extends ImmutableCisBenchmark.Builder {
            Builder() {}

            /** Sets {@link CisBenchmark#severity()} to a known constant. */
            public Builder severity(Severity severity) {
                return severity(OpenEnum.of(severity));
            }
        }
    }

    /** Builds a {@link ComplianceNote}. */
    final class Builder extends ImmutableComplianceNote.Builder {
        Builder() {}
    }
}
