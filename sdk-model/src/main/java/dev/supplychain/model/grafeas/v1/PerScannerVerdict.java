package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import java.util.Optional;
import org.immutables.value.Value;

/** The outcome of each scanner in the analysis of an AI skill; an absent part means that the scanner did not report. */
@Value.Immutable
@JsonDeserialize(builder = PerScannerVerdict.Builder.class)
@JsonPropertyOrder({"maliciousContentLlmResult", "maliciousContentStaticResult", "malwareScan", "workspacePolicy"})
public interface PerScannerVerdict extends Message {
    /** Outcome of the search for malicious content by a language model. */
    Optional<MaliciousContentLLMResult> maliciousContentLlmResult();

    /** Outcome of the search for malicious content by static rules. */
    Optional<MaliciousContentStaticResult> maliciousContentStaticResult();

    /** Outcome of the malware scan. */
    Optional<MalwareScanResult> malwareScan();

    /** Outcome of the check against the workspace policy. */
    Optional<WorkspacePolicyResult> workspacePolicy();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether a scan took place. */
    enum ScanStatus {
        /** Not given. */
        SCAN_STATUS_UNSPECIFIED,

        /** The scan took place. */
        PERFORMED,

        /** The scan did not take place. */
        NOT_PERFORMED
    }

    /** Whether a scan passed. */
    enum Verdict {
        /** Not given. */
        VERDICT_UNSPECIFIED,

        /** The scan passed. */
        PASSED,

        /** The scan failed. */
        FAILED
    }

    /** Builds a {@link PerScannerVerdict}. */
    final class Builder extends ImmutablePerScannerVerdict.Builder {
        Builder() {}
    }
}
