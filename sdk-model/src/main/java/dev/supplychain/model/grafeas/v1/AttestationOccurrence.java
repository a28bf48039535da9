package dev.supplychain.model.grafeas.v1;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Message;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One attestation about a resource: a payload with signatures over it, or self-contained JWTs. Nothing here is
 * trustworthy until a signature has been verified with a key that the verifier already trusts.
 *
 * <p>Proto: {@code grafeas.v1.AttestationOccurrence}.
 */
@Value.Immutable
@JsonDeserialize(builder = AttestationOccurrence.Builder.class)
@JsonPropertyOrder({"serializedPayload", "signatures", "jwts"})
public non-sealed interface AttestationOccurrence extends Message, Occurrence.Details {
    /**
     * The exact signed bytes. Required unless only {@code jwts} are given; verify these bytes as they are and parse
     * them afterwards.
     */
    Optional<Bytes> serializedPayload();

    /** Detached signatures over {@code serializedPayload}; a single valid one from a trusted key is enough. */
    List<Signature> signatures();

    /**
     * Attestations as JWTs, each carrying its own payload; {@code serializedPayload} plays no part in checking them.
     */
    List<Jwt> jwts();

    /** The attestation that goes with a DSSE envelope: its payload, and each signature under its keyid. */
    static AttestationOccurrence of(dev.supplychain.model.dsse.Envelope envelope) {
        return DsseEnvelopes.attestation(envelope);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AttestationOccurrence}. */
    final class Builder extends ImmutableAttestationOccurrence.Builder {
        Builder() {}
    }
}
