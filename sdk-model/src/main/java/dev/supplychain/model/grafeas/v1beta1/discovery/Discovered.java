package dev.supplychain.model.grafeas.v1beta1.discovery;

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
 * How far the analysis of a resource has come, and whether it still goes on. A missing vulnerability means little
 * unless the status here says that scanning finished.
 *
 * <p>Proto: {@code grafeas.v1beta1.discovery.Discovered}.
 */
@Value.Immutable
@JsonDeserialize(builder = Discovered.Builder.class)
@JsonPropertyOrder({
    "continuousAnalysis",
    "lastAnalysisTime",
    "analysisStatus",
    "analysisStatusError",
    "analysisCompleted",
    "analysisError",
    "sbomStatus",
    "lastScanTime",
    "files",
    "lastVulnerabilityUpdateTime"
})
public interface Discovered extends Message {
    /** Whether the resource is analysed again when new vulnerabilities become known. */
    @Value.Default
    default OpenEnum<ContinuousAnalysis> continuousAnalysis() {
        return OpenEnum.of(ContinuousAnalysis.CONTINUOUS_ANALYSIS_UNSPECIFIED);
    }

    /** When continuous analysis last ran. Read {@code lastScanTime} instead. Deprecated in the API. */
    Optional<Timestamp> lastAnalysisTime();

    /** State of the analysis. */
    @Value.Default
    default OpenEnum<AnalysisStatus> analysisStatus() {
        return OpenEnum.of(AnalysisStatus.ANALYSIS_STATUS_UNSPECIFIED);
    }

    /** Why the analysis failed; the service adds a localised text. Absent when it did not fail. */
    Optional<Status> analysisStatusError();

    /** Which analyses are done; absent when none is reported. */
    Optional<AnalysisCompleted> analysisCompleted();

    /** Problems met during analysis; empty when there were none. */
    List<Status> analysisError();

    /** State of SBOM generation; absent when none was requested. */
    Optional<SBOMStatus> sbomStatus();

    /** When the resource was last scanned. */
    Optional<Timestamp> lastScanTime();

    /** Files that the resource consists of. */
    List<File> files();

    /** When scan results last changed. */
    Optional<Timestamp> lastVulnerabilityUpdateTime();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether a resource is analysed again as new data arrives. */
    enum ContinuousAnalysis {
        /** Not set. */
        CONTINUOUS_ANALYSIS_UNSPECIFIED,

        /** Yes. */
        ACTIVE,

        /** No, so the results grow stale. */
        INACTIVE
    }

    /** States of the analysis of a resource. */
    enum AnalysisStatus {
        /** Not set. */
        ANALYSIS_STATUS_UNSPECIFIED,

        /** Known, not yet begun. */
        PENDING,

        /** Under way. */
        SCANNING,

        /** Done without problems. */
        FINISHED_SUCCESS,

        /** Done; a newer synonym of {@code FINISHED_SUCCESS}. */
        COMPLETE,

        /** Ended with an error, so nothing can be concluded. */
        FINISHED_FAILED,

        /** Impossible for this sort of resource. */
        FINISHED_UNSUPPORTED
    }

    /**
     * Analyses that finished for a resource.
     *
     * <p>Proto: {@code grafeas.v1beta1.discovery.Discovered.AnalysisCompleted}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = AnalysisCompleted.Builder.class)
    @JsonPropertyOrder({"analysisType"})
    interface AnalysisCompleted extends Message {
        /** Names of the finished analyses. */
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
     * File that belongs to a discovered resource.
     *
     * <p>Proto: {@code grafeas.v1beta1.discovery.Discovered.File}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = File.Builder.class)
    @JsonPropertyOrder({"name", "digest"})
    interface File extends Message {
        /** File name. */
        Optional<String> name();

        /** Hex digests, keyed by algorithm. */
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
     * State of SBOM generation for a resource.
     *
     * <p>Proto: {@code grafeas.v1beta1.discovery.Discovered.SBOMStatus}.
     */
    @Value.Immutable
    @JsonDeserialize(builder = SBOMStatus.Builder.class)
    @JsonPropertyOrder({"sbomState", "error"})
    interface SBOMStatus extends Message {
        /** How far the generation has come. */
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

        /** States of SBOM generation. */
        enum SBOMState {
            /** Not set. */
            SBOM_STATE_UNSPECIFIED,

            /** Not finished yet. */
            PENDING,

            /** Finished. */
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

    /** Builds a {@link Discovered}. */
    final class Builder extends ImmutableDiscovered.Builder {
        Builder() {}

        /** Sets {@link Discovered#continuousAnalysis()} to a known constant. */
        public Builder continuousAnalysis(ContinuousAnalysis continuousAnalysis) {
            return continuousAnalysis(OpenEnum.of(continuousAnalysis));
        }

        /** Sets {@link Discovered#analysisStatus()} to a known constant. */
        public Builder analysisStatus(AnalysisStatus analysisStatus) {
            return analysisStatus(OpenEnum.of(analysisStatus));
        }
    }
}
