package dev.supplychain.model.grafeas.v1beta1.pkg;

/** CPU architectures that package managers build for. */
public enum Architecture {
    /** Not set or not known. */
    ARCHITECTURE_UNSPECIFIED,

    /** 32-bit Intel architecture. */
    X86,

    /** 64-bit AMD and Intel architecture. */
    X64
}
