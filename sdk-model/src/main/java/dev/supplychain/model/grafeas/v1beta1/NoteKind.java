package dev.supplychain.model.grafeas.v1beta1;

/** Kinds of notes and of the occurrences that belong to them. */
public enum NoteKind {
    /** Not set. */
    NOTE_KIND_UNSPECIFIED,

    /** Vulnerable package in a resource. */
    VULNERABILITY,

    /** Provenance of a build. */
    BUILD,

    /** Image derived from a base image. */
    IMAGE,

    /** Package installed in a resource. */
    PACKAGE,

    /** Artifact running somewhere. */
    DEPLOYMENT,

    /** Progress of an analysis. */
    DISCOVERY,

    /** Signed statement under an authority. */
    ATTESTATION,

    /** Link metadata of an in-toto step. */
    INTOTO,

    /** SPDX document header. */
    SBOM,

    /** Package entry of an SPDX document. */
    SPDX_PACKAGE,

    /** File entry of an SPDX document. */
    SPDX_FILE,

    /** Link between two SPDX elements. */
    SPDX_RELATIONSHIP,

    /** VEX statement; exists as a note only. */
    VULNERABILITY_ASSESSMENT,

    /** Pointer to a stored SBOM. */
    SBOM_REFERENCE,

    /** Leaked credential. */
    SECRET,

    /** Scan of an AI skill. */
    AI_SKILL_ANALYSIS
}
