package dev.supplychain.model.grafeas.v1beta1.aiskillanalysis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/** Outcomes of the scanners that examined an AI skill. A scanner without an entry has reported nothing. */
@Value.Immutable
@JsonDeserialize(builder = PerScannerVerdict.Builder.class)
@JsonPropertyOrder({"maliciousContentLlmResult", "maliciousContentStaticResult", "malwareScan", "workspacePolicy"})
public interface PerScannerVerdict extends Message {
    /** Outcome of the language model that looks for malicious content. */
    Optional<MaliciousContentLLMResult> maliciousContentLlmResult();

    /** Outcome of the static search for malicious content. */
    Optional<MaliciousContentStaticResult> maliciousContentStaticResult();

    /** Outcome of the malware scanner. */
    Optional<MalwareScanResult> malwareScan();

    /** Outcome of the workspace policy check. */
    Optional<WorkspacePolicyResult> workspacePolicy();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether a scan of an AI skill ran. */
    enum ScanStatus {
        /** Not set. */
        SCAN_STATUS_UNSPECIFIED,

        /** It ran. */
        PERFORMED,

        /** It did not run, so its verdict says nothing. */
        NOT_PERFORMED
    }

    /** Verdicts of scanners on AI skills. */
    enum Verdict {
        /** Not set. */
        VERDICT_UNSPECIFIED,

        /** Nothing objectionable found. */
        PASSED,

        /** The skill was objected to. */
        FAILED
    }

    /** Builds a {@link PerScannerVerdict}. */
    final class Builder extends ImmutablePerScannerVerdict.Builder {
        Builder() {}
    }
}
