package dev.supplychain.policy.kinds;

import dev.supplychain.model.intoto.PredicateTypes;

/** The predicate types of documents that list components. */
final class SbomFamilies {
    /** Also {@code https://cyclonedx.org/schema/sbom/v1.4}, which the Governor's reference names. */
    static final PredicateFamily CYCLONEDX = PredicateFamily.of(
                    PredicateTypes.CYCLONE_DX_BOM, PredicateTypes.CYCLONE_DX_BOM_V1_4)
            .andThoseThatBeginWith(PredicateTypes.CYCLONE_DX_BOM + "/", "https://cyclonedx.org/schema/");

    static final PredicateFamily SPDX = PredicateFamily.of(
                    PredicateTypes.SPDX_DOCUMENT, PredicateTypes.SPDX_DOCUMENT_V2_3, PredicateTypes.SPDX_DOCUMENT_V3)
            .andThoseThatBeginWith(PredicateTypes.SPDX_DOCUMENT + "/");

    private SbomFamilies() {}
}
