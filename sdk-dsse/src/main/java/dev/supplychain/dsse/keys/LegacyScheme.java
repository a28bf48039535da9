package dev.supplychain.dsse.keys;

/** A way of signing that some producers use against the usual rules; a key follows one only when it is named. */
public enum LegacyScheme {
    /**
     * ECDSA signatures as r and s side by side (IEEE P1363) instead of DER, as in the DSSE specification's example and
     * in Google's verification summaries for Compute Engine.
     */
    P1363
}
