package dev.supplychain.model.endor;

/** What kind of artifact is signed. */
public enum ArtifactType {
    /** Not said; the service refuses it. */
    ARTIFACT_TYPE_UNSPECIFIED,
    /** A container image. */
    ARTIFACT_TYPE_CONTAINER,
    /** A Java archive. */
    ARTIFACT_TYPE_JAR,
    /** A Python wheel. */
    ARTIFACT_TYPE_WHEEL,
    /** A Windows library. */
    ARTIFACT_TYPE_DLL,
    /** A Unix program or library. */
    ARTIFACT_TYPE_ELF,
    /** A software bill of materials. */
    ARTIFACT_TYPE_SBOM,
    /** Any other bytes. */
    ARTIFACT_TYPE_BLOB
}
