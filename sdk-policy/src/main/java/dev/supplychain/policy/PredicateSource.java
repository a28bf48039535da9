package dev.supplychain.policy;

import java.util.Locale;

/**
 * Predicates of other producers that answer the questions of the Governor's policies. None is asked unless the caller or
 * the policy's settings say so, so that a scan equals the server's.
 */
public enum PredicateSource {
    /** {@code slsa-provenance}: SLSA provenance v0.2 and v1, for the build tool, the JDKs and the dependencies. */
    SLSA_PROVENANCE,
    /** {@code cyclonedx}: CycloneDX documents, for the dependencies. */
    CYCLONEDX,
    /** {@code spdx}: SPDX documents, for the dependencies. */
    SPDX;

    /** The name in a policy file, such as {@code slsa-provenance}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
