package dev.supplychain.policy.kinds;

/** How bad a vulnerability is, the worst first. */
public enum Severity {
    /** A CVSS score of 9.0 and more. */
    CRITICAL,
    /** A CVSS score of 7.0 to 8.9. */
    HIGH,
    /** A CVSS score of 4.0 to 6.9. */
    MEDIUM,
    /** A CVSS score below 4.0. */
    LOW
}
