package dev.supplychain.dsse.keys;

/** A way of signing that some producers use against the usual rules; a key follows one only when it is named. */
public enum LegacyScheme {
    /**
     * ECDSA signatures as r and s side by side (IEEE P1363) instead of DER, as in the DSSE specification's example and
     * in Google's verification summaries for Compute Engine.
     */
    P1363,
    /**
     * The payload of an envelope alone is signed, without its type, as the regional keys of Cloud Build do. Such a
     * signature holds for the same payload under any payload type. Detached signatures are not affected.
     */
    RAW_PAYLOAD,
    /** ECDSA on P-384 or P-521 over SHA-256 instead of the curve's own hash, as cosign does before version 2.6. */
    ECDSA_SHA256,
    /** Ed25519ph (RFC 8032, section 5.1, empty context): the SHA-512 of the message is signed, as newer cosign does. */
    ED25519PH,
    /** RSASSA-PSS with the longest salt that the modulus has room for, as Kritis signs. */
    PSS_MAX_SALT
}
