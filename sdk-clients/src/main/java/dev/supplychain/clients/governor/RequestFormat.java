package dev.supplychain.clients.governor;

/** How a request's body is written; the Governor takes all of them for the same. */
public enum RequestFormat {
    /** {@code application/json}, the usual one. */
    JSON,
    /** {@code application/x-www-form-urlencoded}, with names such as {@code buildScan.ids} that may repeat. */
    FORM,
    /** {@code multipart/form-data}, with the same names. */
    MULTIPART
}
