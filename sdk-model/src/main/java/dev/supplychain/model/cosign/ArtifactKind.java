package dev.supplychain.model.cosign;

/** What kind of artifact a {@link SigningRecord} is about. */
public enum ArtifactKind {
    /** Not set. */
    ARTIFACT_KIND_UNSPECIFIED,
    /** A container image; its digest is that of the manifest or index. */
    IMAGE,
    /** A file, such as a JAR, a chart or a manifest; its digest is over its bytes. */
    FILE
}
