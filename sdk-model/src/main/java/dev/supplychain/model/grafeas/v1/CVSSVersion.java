package dev.supplychain.model.grafeas.v1;

/** A version of the Common Vulnerability Scoring System. */
public enum CVSSVersion {
    /** Unknown version. */
    CVSS_VERSION_UNSPECIFIED,

    /** Version 2. */
    CVSS_VERSION_2,

    /** Version 3. */
    CVSS_VERSION_3,

    /** Version 4. */
    CVSS_VERSION_4
}
