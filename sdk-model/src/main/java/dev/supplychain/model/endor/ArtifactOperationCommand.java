package dev.supplychain.model.endor;

/** What can be done with an artifact. Experimental, see {@link ArtifactOperation}. */
public enum ArtifactOperationCommand {
    /** Not said. */
    ARTIFACT_OPERATION_COMMAND_UNSPECIFIED,
    /** Verify its signature. */
    ARTIFACT_OPERATION_COMMAND_VERIFY
}
