package dev.supplychain.model.grafeas.v1;

/** What a note or an occurrence is about; it tells which of the specific parts is set. */
public enum NoteKind {
    /** No kind given. */
    NOTE_KIND_UNSPECIFIED,

    /** A vulnerability in a package. */
    VULNERABILITY,

    /** The provenance of a build. */
    BUILD,

    /** A base image and the images derived from it. */
    IMAGE,

    /** A package and its installations. */
    PACKAGE,

    /** The deployment of an artifact. */
    DEPLOYMENT,

    /** The progress of an analysis. */
    DISCOVERY,

    /** An attestation authority and its attestations. */
    ATTESTATION,

    /** An available upgrade of a package. */
    UPGRADE,

    /** A compliance check. */
    COMPLIANCE,

    /** An attestation authority that uses DSSE. */
    DSSE_ATTESTATION,

    /** A publisher's assessment of a vulnerability (VEX); notes only. */
    VULNERABILITY_ASSESSMENT,

    /** A reference to an SBOM. */
    SBOM_REFERENCE,

    /** A leaked secret. */
    SECRET,

    /** The analysis of an AI skill. */
    AI_SKILL_ANALYSIS
}
