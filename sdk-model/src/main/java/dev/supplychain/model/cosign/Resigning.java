package dev.supplychain.model.cosign;

/** What becomes of the signatures that an artifact has when it is signed again; the caller says it every time. */
public enum Resigning {
    /** They stay, and the new one comes after them. */
    APPEND,
    /** They go, and the new one takes their place. */
    REPLACE
}
