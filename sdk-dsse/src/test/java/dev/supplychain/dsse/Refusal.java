package dev.supplychain.dsse;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supplychain.dsse.VerificationException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a verifier says when it does not trust. */
public final class Refusal {
    private Refusal() {}

    /** The refusal; the test fails when there is none. */
    public static VerificationException of(ThrowingCallable call) {
        VerificationException refusal = catchThrowableOfType(VerificationException.class, call);
        if (refusal == null) {
            throw new AssertionError("it was accepted");
        }
        return refusal;
    }

    /** Its reason; the test fails when there is no refusal. */
    public static Reason reasonOf(ThrowingCallable call) {
        return of(call).reason();
    }
}
