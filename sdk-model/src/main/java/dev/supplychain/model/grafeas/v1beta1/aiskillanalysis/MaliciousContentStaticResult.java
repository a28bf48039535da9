package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import org.immutables.value.Value;

/** Outcome of the static search for malicious content in an AI skill. */
@Value.Immutable
@JsonDeserialize(builder = MaliciousContentStaticResult.Builder.class)
@JsonPropertyOrder({"maxSeverity", "scanStatus"})
public interface MaliciousContentStaticResult extends Message {
    /** Highest severity it reported. */
    @Value.Default
    default OpenEnum<AISkillAnalysisOccurrence.Severity> maxSeverity() {
        return OpenEnum.of(AISkillAnalysisOccurrence.Severity.SEVERITY_UNSPECIFIED);
    }

    /** Whether the scan ran at all. */
    @Value.Default
    default OpenEnum<PerScannerVerdict.ScanStatus> scanStatus() {
        return OpenEnum.of(PerScannerVerdict.ScanStatus.SCAN_STATUS_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MaliciousContentStaticResult}. */
    final class Builder extends ImmutableMaliciousContentStaticResult.Builder {
        Builder() {}

        /** Sets {@link MaliciousContentStaticResult#maxSeverity()} to a known constant. */
        public Builder maxSeverity(AISkillAnalysisOccurrence.Severity maxSeverity) {
            return maxSeverity(OpenEnum.of(maxSeverity));
        }

        /** Sets {@link MaliciousContentStaticResult#scanStatus()} to a known constant. */
        public Builder scanStatus(PerScannerVerdict.ScanStatus scanStatus) {
            return scanStatus(OpenEnum.of(scanStatus));
        }
    }
}
