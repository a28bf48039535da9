package dev.supplychain.dsse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;

/** Whatever arrives as an envelope: read, written and read again it is the same one, and nothing but our errors leaves. */
class EnvelopeFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void an_envelope_survives_or_is_refused(byte[] json) {
        try {
            Envelope envelope = Envelope.parse(json);
            if (!Envelope.parse(envelope.toJson()).equals(envelope)) {
                throw new AssertionError("another envelope after writing");
            }
        } catch (MalformedDataException expected) {
            // What most inputs are.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void nothing_is_trusted_that_nobody_signed(byte[] json) {
        try {
            TestKeys.verifierOfEdith().verifyStatement(json);
            throw new AssertionError("trusted without a signature");
        } catch (VerificationException expected) {
            // The only answer.
        }
    }
}
