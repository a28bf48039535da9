package dev.supplychain.dsse;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something is not trusted, with the reason as a type and, where there are signatures, what became of each.
 *
 * <p>The message says what was attempted, with which values, and what would help.
 */
public final class VerificationException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why something is not trusted. */
    public enum Reason {
        /** It is not an envelope, or what was signed is not a statement. */
        MALFORMED,
        /** More bytes or signatures than the verifier accepts. */
        LIMIT,
        /** No signature was made by a trusted key. */
        NO_TRUSTED_SIGNATURE,
        /** A signature that says to be by a trusted key does not match. */
        BAD_SIGNATURE,
        /** Fewer trusted keys signed than required. */
        THRESHOLD,
        /** The keys that signed are outside their validity. */
        EXPIRED,
        /** Well signed, but the payload is not of an accepted type. */
        PAYLOAD_TYPE,
        /** Well signed, but not a version of the in-toto statement that is known here. */
        STATEMENT_TYPE,
        /** Well signed, but not the kind of claim that was asked for. */
        PREDICATE_TYPE,
        /** Well signed, but about something else. */
        SUBJECT_MISMATCH,
        /** A certificate that does not lead to a trusted root, or is not for signing. */
        CERTIFICATE,
        /** A certificate that was made for somebody who is not expected. */
        IDENTITY,
        /** Well signed, but a claim is missing, or not the one that was asked for. */
        CLAIM,
        /** Taken back by whoever made it. */
        REVOKED
    }

    private final Reason reason;
    private final transient List<SignatureOutcome> outcomes;

    /** Creates one without signatures to speak of. */
    public VerificationException(Reason reason, String message) {
        this(reason, message, List.of(), null);
    }

    /** Creates one with what a parser said. */
    public VerificationException(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, message, List.of(), cause);
    }

    /** Creates one with what became of each signature. */
    public VerificationException(
            Reason reason, String message, List<SignatureOutcome> outcomes, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.outcomes = List.copyOf(outcomes);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What became of each signature, in the order of the envelope; empty when none was looked at. */
    public List<SignatureOutcome> outcomes() {
        // Outcomes do not survive serialization.
        return outcomes == null ? List.of() : outcomes;
    }
}
