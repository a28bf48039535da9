package dev.supplychain.policy;

import dev.supplychain.dsse.VerificationException;

/** Why an attestation was not judged, or why there is nothing that a policy could be content with. */
public enum Reason {
    /** There is no attestation that says what the policy asks for. */
    MISSING,
    /** There is one, but nobody signed it who may speak for it. */
    UNTRUSTED_SIGNER,
    /** There is one, and it is about another artifact. */
    SUBJECT_MISMATCH,
    /** There is one, and it is not what it says to be. */
    MALFORMED,
    /** It was signed, or the policy written, for a time that is over or has not begun. */
    EXPIRED;

    /** The reason for which a verifier refused an envelope, in the terms of a report. */
    static Reason of(VerificationException e) {
        return switch (e.reason()) {
            case NO_TRUSTED_SIGNATURE, BAD_SIGNATURE, THRESHOLD -> UNTRUSTED_SIGNER;
            case EXPIRED -> EXPIRED;
            case SUBJECT_MISMATCH -> SUBJECT_MISMATCH;
            default -> MALFORMED; // also what sdk-dsse may tell apart one day
        };
    }
}
