package dev.supplychain.dsse.grafeas;

import dev.supplychain.dsse.BlobVerifier;
import dev.supplychain.dsse.Pae;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.dsse.pgp.PgpVerifier;
import dev.supplychain.model.Bytes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trusted key with what verifies its signatures in attestations. */
sealed interface Anchor {
    /** The key. */
    TrustedKey key();

    /**
     * The payload that the key signed.
     *
     * @param beside the payload that stands beside the signature
     * @throws VerificationException when the key did not make the signature, or it does not count
     */
    Bytes signedPayload(Optional<Bytes> beside, Bytes signature) throws VerificationException;

    /** A key that signs the payload beside its signature, or the encoding of it. */
    record Detached(
            TrustedKey key, BlobVerifier verifier, @Nullable String dssePayloadType) implements Anchor {
        @Override
        public Bytes signedPayload(Optional<Bytes> beside, Bytes signature) throws VerificationException {
            Bytes payload = beside.orElseThrow(() -> new VerificationException(
                    Reason.MALFORMED, "the attestation lacks the serializedPayload that it is over"));
            byte[] bytes = payload.toByteArray();
            verifier.verify(dssePayloadType == null ? bytes : Pae.encode(dssePayloadType, bytes), signature);
            return payload;
        }
    }

    /** An OpenPGP key, whose signature is a message with the payload inside. */
    record Attached(TrustedKey key, PgpVerifier verifier, Clock clock) implements Anchor {
        @Override
        public Bytes signedPayload(Optional<Bytes> beside, Bytes signature) throws VerificationException {
            Bytes inside = verifier.verify(signature.toByteArray()).content();
            if (!beside.orElse(inside).equals(inside)) {
                throw new VerificationException(
                        Reason.BAD_SIGNATURE, "the message holds another payload than the serializedPayload");
            }
            Instant now = clock.instant();
            if (!key.isValidAt(now)) {
                throw new VerificationException(Reason.EXPIRED, "the key is not trusted at " + now);
            }
            return inside;
        }
    }
}
