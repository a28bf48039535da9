package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import java.util.Optional;
import org.immutables.value.Value;

/** The outcome of the search for malicious content by a language model. */
@Value.Immutable
@JsonDeserialize(builder = MaliciousContentLLMResult.Builder.class)
@JsonPropertyOrder({"maxSeverity", "modelId", "scanStatus", "tokenUsage"})
public interface MaliciousContentLLMResult extends Message {
    /** Worst severity that the scan found. */
    @Value.Default
    default OpenEnum<AISkillAnalysisOccurrence.Severity> maxSeverity() {
        return OpenEnum.of(AISkillAnalysisOccurrence.Severity.SEVERITY_UNSPECIFIED);
    }

    /** Base name of the model that did the scan. */
    Optional<String> modelId();

    /** Whether the scan took place. */
    @Value.Default
    default OpenEnum<PerScannerVerdict.ScanStatus> scanStatus() {
        return OpenEnum.of(PerScannerVerdict.ScanStatus.SCAN_STATUS_UNSPECIFIED);
    }

    /** Tokens that the scan used; absent when they were not counted. */
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
