package dev.supplychain.model.grafeas.v1;

/** How serious a vulnerability or a failed check is, from minimal to critical. */
public enum Severity {
    /** Unknown; in counts, all severities together. */
    SEVERITY_UNSPECIFIED,

    /** Hardly any effect. */
    MINIMAL,

    /** Low. */
    LOW,

    /** Medium. */
    MEDIUM,

    /** High. */
    HIGH,

    /** Critical, the highest. */
    CRITICAL
}
