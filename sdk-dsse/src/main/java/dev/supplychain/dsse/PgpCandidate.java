package dev.supplychain.dsse;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.CheckedPublicKey;
import dev.supplychain.dsse.internal.Fingerprints;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.dsse.pgp.PgpPublicKey;
import dev.supplychain.dsse.pgp.PgpVerifier;
import dev.supplychain.dsse.pgp.VerifiedPgpSignature;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An OpenPGP key, of which one part or another makes detached signatures over the message. */
final class PgpCandidate extends TrustedKeys.Candidate {
    private final PgpPublicKey pgpKey;

    PgpCandidate(TrustedKey key, PgpPublicKey pgpKey) {
        super(key);
        this.pgpKey = pgpKey;
    }

    /** A signature says itself which hash it is over, and hashes more than the message. */
    @Override
    boolean needsMessage() {
        return true;
    }

    @Override
    Set<String> hashes() {
        return Set.of();
    }

    @Override
    TrustedKeys.Attempt attempt(Signable message, byte[] signature, Instant now) throws IOException {
        PgpVerifier verifier = PgpVerifier.builder()
                .trust(pgpKey)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .build();
        try {
            return made(makersOf(verifier.verifyDetached(message, signature)), now);
        } catch (VerificationException e) {
            String problem = String.valueOf(e.getMessage());
            return e.reason() == Reason.EXPIRED
                    ? new TrustedKeys.Attempt(Optional.empty(), Optional.of(problem), Set.of())
                    : TrustedKeys.Attempt.failed(problem);
        }
    }

    /** A subkey may belong to two primary keys, and its signatures still are by one key. */
    private Set<String> makersOf(VerifiedPgpSignature signature) {
        try {
            String signing = Fingerprints.openSsh(CheckedPublicKey.of(signature.signingKey()));
            Set<String> makers = new HashSet<>();
            makers.add(key().fingerprint());
            makers.add(signing);
            return makers;
        } catch (KeyException e) {
            throw new IllegalStateException("a key that was accepted is refused", e);
        }
    }
}
