package dev.supplychain.model.grafeas.v1beta1.spdx;

/** SPDX relationships, read as source, relationship, target. */
public enum RelationshipType {
    /** Not set. */
    RELATIONSHIP_TYPE_UNSPECIFIED,

    /** The source document describes the target. */
    DESCRIBES,

    /** The target document describes the source. */
    DESCRIBED_BY,

    /** The source contains the target. */
    CONTAINS,

    /** The target contains the source. */
    CONTAINED_BY,

    /** The source depends on the target. */
    DEPENDS_ON,

    /** The target depends on the source. */
    DEPENDENCY_OF,

    /** The source lists dependencies of the target. */
    DEPENDENCY_MANIFEST_OF,

    /** The target needs the source to be built. */
    BUILD_DEPENDENCY_OF,

    /** The target needs the source for development. */
    DEV_DEPENDENCY_OF,

    /** The target can use the source but does not need it. */
    OPTIONAL_DEPENDENCY_OF,

    /** The target expects its environment to provide the source. */
    PROVIDED_DEPENDENCY_OF,

    /** The target needs the source for its tests. */
    TEST_DEPENDENCY_OF,

    /** The target needs the source to run. */
    RUNTIME_DEPENDENCY_OF,

    /** The source shows how to use the target. */
    EXAMPLE_OF,

    /** The target is made from the source. */
    GENERATES,

    /** The source is made from the target. */
    GENERATED_FROM,

    /** The source is an older member of the target's line. */
    ANCESTOR_OF,

    /** The source is a newer member of the target's line. */
    DESCENDANT_OF,

    /** Both belong to one line, in unknown order. */
    VARIANT_OF,

    /** Whoever distributes the source must distribute the target too. */
    DISTRIBUTION_ARTIFACT,

    /** The source is a patch meant for the target. */
    PATCH_FOR,

    /** The source is a patch that the target already contains. */
    PATCH_APPLIED,

    /** The source is identical to the target. */
    COPY_OF,

    /** The source was added to the target. */
    FILE_ADDED,

    /** The source was removed from the target. */
    FILE_DELETED,

    /** The source was changed with respect to the target. */
    FILE_MODIFIED,

    /** The source was unpacked from the target. */
    EXPANDED_FROM_ARCHIVE,

    /** The source links to the target at run time. */
    DYNAMIC_LINK,

    /** The source has the target linked in. */
    STATIC_LINK,

    /** The target uses the source as data. */
    DATA_FILE_OF,

    /** The source is a test case for the target. */
    TEST_CASE_OF,

    /** The source builds the target. */
    BUILD_TOOL_OF,

    /** The source is a tool for developing the target. */
    DEV_TOOL_OF,

    /** The source tests the target. */
    TEST_OF,

    /** The source is a tool for testing the target. */
    TEST_TOOL_OF,

    /** The source documents the target. */
    DOCUMENTATION_OF,

    /** The source is an optional part of the target. */
    OPTIONAL_COMPONENT_OF,

    /** The source is metadata of the target. */
    METAFILE_OF,

    /** The source is a package within the target. */
    PACKAGE_OF,

    /** The source document amends the target's SPDX data. */
    AMENDS,

    /** The target requires the source first. */
    PREREQUISITE_FOR,

    /** The source requires the target first. */
    HAS_PREREQUISITE,

    /** A relationship outside the specification, explained in the comment. */
    OTHER
}
