package dev.supplychain.model.sbom;

import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.PredicateTypes;

/** Which family of documents a predicate type stands for. */
enum SbomFormat {
    CYCLONE_DX(PredicateTypes.CYCLONE_DX_BOM),
    SPDX(PredicateTypes.SPDX_DOCUMENT);

    private final String predicateTypePrefix;

    SbomFormat(String predicateTypePrefix) {
        this.predicateTypePrefix = predicateTypePrefix;
    }

    static SbomFormat of(String predicateType) {
        for (SbomFormat format : values()) {
            if (predicateType.startsWith(format.predicateTypePrefix)) {
                return format;
            }
        }
        throw new MalformedDataException(
                "statement",
                "/predicateType",
                Excerpt.quoted(predicateType) + " is neither a CycloneDX BOM nor an SPDX document");
    }
}
