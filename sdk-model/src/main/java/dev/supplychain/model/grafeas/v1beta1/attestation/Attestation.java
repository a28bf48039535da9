package dev.supplychain.model.grafeas.v1beta1.attestation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.supplychain.model.Message;
import dev.supplychain.model.internal.OneOf;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * Signed statement about an artifact, in one of two signature formats. Trust follows from verifying the signature with
 * a key you already hold, not from the note it hangs on.
 *
 * <p>Proto: {@code grafeas.v1beta1.attestation.Attestation}.
 */
@Value.Immutable
@JsonDeserialize(builder = Attestation.Builder.class)
@JsonPropertyOrder({"pgpSignedAttestation", "genericSignedAttestation"})
public interface Attestation extends Message {
    /** Statement inside a PGP message. */
    Optional<PgpSignedAttestation> pgpSignedAttestation();

    /** Payload with detached signatures, any number of keys and algorithms. */
    Optional<GenericSignedAttestation> genericSignedAttestation();

    /**
     * The one part that is set, of {@code pgpSignedAttestation}, {@code genericSignedAttestation}; empty when none is.
     */
    default Optional<Signature> signature() {
        return Stream.<Optional<? extends Signature>>of(pgpSignedAttestation(), genericSignedAttestation())
                .<Signature>flatMap(Optional::stream)
                .findFirst();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** What {@link Attestation#signature()} can be. */
    sealed interface Signature permits PgpSignedAttestation, GenericSignedAttestation {}

    /** Builds an {@link Attestation}. */
    final class Builder extends ImmutableAttestation.Builder {
        Builder() {}

        /**
         * The message.
         *
         * @throws IllegalStateException when more than one part of {@code signature} is set
         */
        @Override
        public Attestation build() {
            Attestation message = super.build();
            OneOf.named("Attestation", "signature")
                    .part("pgpSignedAttestation", message.pgpSignedAttestation())
                    .part("genericSignedAttestation", message.genericSignedAttestation())
                    .check();
            return message;
        }
    }
}
