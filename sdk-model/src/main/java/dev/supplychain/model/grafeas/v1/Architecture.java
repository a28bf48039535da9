package dev.supplychain.model.grafeas.v1;

/** A CPU architecture that packages are built for. */
public enum Architecture {
    /** Unknown architecture. */
    ARCHITECTURE_UNSPECIFIED,

    /** 32-bit x86. */
    X86,

    /** 64-bit x86. */
    X64
}
