package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import org.immutables.value.Value;

/** Outcome of the workspace policy check of an AI skill. */
@Value.Immutable
@JsonDeserialize(builder = WorkspacePolicyResult.Builder.class)
@JsonPropertyOrder({"scanStatus", "verdict"})
public interface WorkspacePolicyResult extends Message {
    /** Whether the check ran at all. */
    @Value.Default
    default OpenEnum<PerScannerVerdict.ScanStatus> scanStatus() {
        return OpenEnum.of(PerScannerVerdict.ScanStatus.SCAN_STATUS_UNSPECIFIED);
    }

    /** Pass or fail; meaningful only when the check ran. */
    @Value.Default
    default OpenEnum<PerScannerVerdict.Verdict> verdict() {
        return OpenEnum.of(PerScannerVerdict.Verdict.VERDICT_UNSPECIFIED);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link WorkspacePolicyResult}. */
    final class Builder extends ImmutableWorkspacePolicyResult.Builder {
        Builder() {}

        /** Sets {@link WorkspacePolicyResult#scanStatus()} to a known constant. */
        public Builder scanStatus(PerScannerVerdict.ScanStatus scanStatus) {
            return scanStatus(OpenEnum.of(scanStatus));
        }

        /** Sets {@link WorkspacePolicyResult#verdict()} to a known constant. */
        public Builder verdict(PerScannerVerdict.Verdict verdict) {
            return verdict(OpenEnum.of(verdict));
        }
    }
}
