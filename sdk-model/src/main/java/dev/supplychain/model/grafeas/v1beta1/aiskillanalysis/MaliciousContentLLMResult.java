package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/** Outcome of the language model that looked for malicious content in an AI skill. */
@Value.Immutable
@JsonDeserialize(builder = MaliciousContentLLMResult.Builder.class)
@JsonPropertyOrder({"maxSeverity", "modelId", "scanStatus", "tokenUsage"})
public interface MaliciousContentLLMResult extends Message {
    /** Highest severity it reported. */
    @Value.Default
    default OpenEnum<AISkillAnalysisOccurrence.Severity> maxSeverity() {
        return OpenEnum.of(AISkillAnalysisOccurrence.Severity.SEVERITY_UNSPECIFIED);
    }

    /** Base name of the language model. */
    Optional<String> modelId();

    /** Whether the scan ran at all. */
    @Value.Default
    default OpenEnum<PerScannerVerdict.ScanStatus> scanStatus() {
        return OpenEnum.of(PerScannerVerdict.ScanStatus.SCAN_STATUS_UNSPECIFIED);
    }

    /** Tokens that the scan consumed; absent when not measured. */
    Optional<TokenUsage> tokenUsage();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link MaliciousContentLLMResult}. */
    final class Builder extends ImmutableMaliciousContentLLMResult.Builder {
        Builder() {}

        /** Sets {@link MaliciousContentLLMResult#maxSeverity()} to a known constant. */
        public Builder maxSeverity(AISkillAnalysisOccurrence.Severity maxSeverity) {
            return maxSeverity(OpenEnum.of(maxSeverity));
        }

        /** Sets {@link MaliciousContentLLMResult#scanStatus()} to a known constant. */
        public Builder scanStatus(PerScannerVerdict.ScanStatus scanStatus) {
            return scanStatus(OpenEnum.of(scanStatus));
        }
    }
}
