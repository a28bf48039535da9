package dev.supplychain.dsse;

import dev.supplychain.model.Bytes;
import java.util.List;

/** A payload that enough trusted keys signed: these very bytes, with who signed them. */
public final class VerifiedEnvelope {
    private final Bytes payload;
    private final String payloadType;
    private final List<SignatureOutcome> outcomes;

    VerifiedEnvelope(Bytes payload, String payloadType, List<SignatureOutcome> outcomes) {
        this.payload = payload;
        this.payloadType = payloadType;
        this.outcomes = List.copyOf(outcomes);
    }

    /** The bytes that were signed; use them and not the envelope. */
    public Bytes payload() {
        return payload;
    }

    /** What the payload is; signed too, and one of the types the verifier accepts. */
    public String payloadType() {
        return payloadType;
    }

    /** The keys that count, each once, in the order of their signatures; as many as the threshold or more. */
    public List<AcceptedKey> signers() {
        return SignatureOutcome.acceptedKeys(outcomes);
    }

    /** What became of each signature, in the order of the envelope. */
    public List<SignatureOutcome> outcomes() {
        return outcomes;
    }

    /** The type, the size and the signers. */
    @Override
    public String toString() {
        return "VerifiedEnvelope[" + payloadType + ", " + payload + ", signed by " + signers() + "]";
    }
}
