package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.OpenEnum;
import dev.supplychain.model.Timestamp;
import dev.supplychain.model.rpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How far the analysis of a resource has come: status, errors, and the times of the last scans. Without a finished
 * analysis, the absence of vulnerabilities says nothing.
 *
 * <p>Proto: {@code grafeas.v1.DiscoveryOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = DiscoveryOccurrence.Builder.class)
@JsonPropertyOrder({
    "continuousAnalysis",
    "analysisStatus",
    "analysisStatusError",
    "cpe",
    "lastScanTime",
    "archiveTime",
    "analysisCompleted",
    "analysisError",
    "sbomStatus",
    "files",
    "lastVulnerabilityUpdateTime"
})
public non-sealed interface DiscoveryOccurrence extends Message, Occurrence.Details {
    /** Whether the resource goes on being analysed as new vulnerabilities become known. */
    @Value.Default
    default OpenEnum<ContinuousAnalysis> continuousAnalysis() {
        return OpenEnum.of(ContinuousAnalysis.CONTINUOUS_ANALYSIS_UNSPECIFIED);
    }

    /** How far the initial analysis has come; it does not follow continuous analysis. */
    @Value.Default
    default OpenEnum<AnalysisStatus> analysisStatus() {
        return OpenEnum.of(AnalysisStatus.ANALYSIS_STATUS_UNSPECIFIED);
    }

    /**
     * Why the analysis failed; its details hold a message for users, written by the service. Absent when nothing
     * failed.
     */
    Optional<Status> analysisStatusError();

    /** CPE of the scanned resource. */
    Optional<String> cpe();

    /** When the resource was last scanned; absent before the first scan. */
    Optional<Timestamp> lastScanTime();

    /**
     * When the occurrences belonging to the discovery were archived; absent when they are not. Set by the service,
     * never sent.
     */
    Optional<Timestamp> archiveTime();

    /** Which analyses have finished; absent when none has. */
    Optional<AnalysisCompleted> analysisCompleted();

    /** Errors met during analysis; empty when there were none. */
    List<Status> analysisError();

    /** How far the generation of an SBOM has come; absent when none was asked for. */
    Optional<SBOMStatus> sbomStatus();

    /** Files that make up the resource, with their digests. */
    List<File> files();

    /** When scanning last changed the known vulnerabilities of the resource. */
    Optional<Timestamp> lastVulnerabilityUpdateTime();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether a resource goes on being analysed. */
    enum ContinuousAnalysis {
        /** Unknown. */
        CONTINUOUS_ANALYSIS_UNSPECIFIED,

        /** The resource is analysed continuously. */
        ACTIVE,

        /** The resource is left out of continuous analysis. */
        INACTIVE
    }

    /** How far the initial analysis of a resource has come. */
    enum AnalysisStatus {
        /** Unknown. */
        ANALYSIS_STATUS_UNSPECIFIED,

        /** The resource is known, but analysis has not begun. */
        PENDING,

        /** Analysis is under way. */
        SCANNING,

        /** Analysis has finished without errors. */
        FINISHED_SUCCESS,

        /** Analysis has finished; the same numeric value as {@code FINISHED_SUCCESS} in the protocol. */
        COMPLETE,

        /** Analysis has ended with an error. */
        FINISHED_FAILED,

        /** The resource is of a sort that cannot be analysed. */
        FINISHED_UNSUPPORTED
    }

    /**
     * The analyses that have finished for a resource; one resource can be analysed in several ways.
     *
     * <p>Proto: {@code grafeas.v1.DiscoveryOccurrence.AnalysisCompleted}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = AnalysisCompleted.Builder.class)
    @JsonPropertyOrder({"analysisType"})
    interface AnalysisCompleted extends Message {
        /** Names of the analyses that completed; empty when none has. */
        List<String> analysisType();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds an {@link AnalysisCompleted}. */
        final class Builder extends ImmutableAnalysisCompleted.Builder {
            Builder() {}
        }
    }

    /**
     * A file of an analysed resource, with its digests.
     *
     * <p>Proto: {@code grafeas.v1.DiscoveryOccurrence.File}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = File.Builder.class)
    @JsonPropertyOrder({"name", "digest"})
    interface File extends Message {
        /** Name of the file. */
        Optional<String> name();

        /** Digests of the file, by algorithm name. */
        Map<String, String> digest();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds a {@link File}. */
        final class Builder extends ImmutableFile.Builder {
            Builder() {}
        }
    }

    /**
     * How far the generation of an SBOM has come.
     *
     * <p>Proto: {@code grafeas.v1.DiscoveryOccurrence.SBOMStatus}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SBOMStatus.Builder.class)
    @JsonPropertyOrder({"sbomState", "error"})
    interface SBOMStatus extends Message {
        /** The progress so far. */
        @Value.Default
        default OpenEnum<SBOMStatus.SBOMState> sbomState() {
            return OpenEnum.of(SBOMStatus.SBOMState.SBOM_STATE_UNSPECIFIED);
        }

        /** What went wrong; absent when nothing did. */
        Optional<String> error();

        /** Starts an empty one. */
        static Builder builder() {
            return new Builder();
        }

        /** How far the generation of an SBOM has come. */
        enum SBOMState {
            /** Unknown. */
            SBOM_STATE_UNSPECIFIED,

            /** The SBOM is still being made. */
            PENDING,

            /** The SBOM is finished. */
            COMPLETE
        }

        /** Builds a {@link SBOMStatus}. */
        final class Builder extends ImmutableSBOMStatus.Builder {
            Builder() {}

            /** Sets {@link SBOMStatus#sbomState()} to a known constant. */
            public Builder sbomState(SBOMStatus.SBOMState sbomState) {
                return sbomState(OpenEnum.of(sbomState));
            }
        }
    }

    /** Builds a {@link DiscoveryOccurrence}. */
    final class Builder extends ImmutableDiscoveryOccurrence.Builder {
        Builder() {}

        /** Sets {@link DiscoveryOccurrence#continuousAnalysis()} to a known constant. */
        public Builder continuousAnalysis(ContinuousAnalysis continuousAnalysis) {
            return continuousAnalysis(OpenEnum.of(continuousAnalysis));
        }

        /** Sets {@link DiscoveryOccurrence#analysisStatus()} to a known constant. */
        public Builder analysisStatus(AnalysisStatus analysisStatus) {
            return analysisStatus(OpenEnum.of(analysisStatus));
        }
    }
}
