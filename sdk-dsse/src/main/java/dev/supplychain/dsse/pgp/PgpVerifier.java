package dev.supplychain.dsse.pgp;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.openpgp.Armor;
import dev.supplychain.dsse.internal.openpgp.Packet;
import dev.supplychain.dsse.internal.openpgp.PacketReader;
import dev.supplychain.dsse.internal.openpgp.PgpFormatException;
import dev.supplychain.dsse.internal.openpgp.SignatureJudge;
import dev.supplychain.dsse.internal.openpgp.SignatureJudge.Judgement;
import dev.supplychain.dsse.internal.openpgp.SignaturePacket;
import dev.supplychain.dsse.internal.openpgp.SignedMessage;
import dev.supplychain.model.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which OpenPGP messages and detached signatures to trust: those that one of the given keys made.
 *
 * <pre>{@code
 * VerifiedPgpMessage message = PgpVerifier.of(attestor).verify(attestation.signature());
 * message.content();
 * }</pre>
 *
 * <p>A message is taken in one shape: a one-pass signature, binary literal data, a signature of version 4 over it, and
 * nothing before, between or after; around that, at most once, compression with ZIP or ZLIB. A signed text that can be read
 * without a program, a message of several signatures and an encrypted one are refused.
 *
 * <p><b>Time.</b> Key and signature have to be valid at the time of the verifier's clock, and the signature must not be made
 * after it. The time that a signature bears is its maker's claim: whoever holds a key that has expired or been replaced
 * can write any. To accept what was signed by a key that has expired since, hand in a {@link
 * Builder#clock clock} that stands at a time for which you know, from elsewhere, that the message existed. A revoked key
 * is refused at any time, unless its owner says that it was only superseded or retired, and later than that time.
 *
 * <p>A verifier is immutable and may be used by several threads.
 */
public final class PgpVerifier {
    private final List<PgpPublicKey> keys;
    private final SignatureJudge judge;
    private final PgpLimits limits;
    private final Clock clock;

    private PgpVerifier(Builder builder) {
        this.keys = List.copyOf(builder.keys);
        this.judge = new SignatureJudge(keys.stream().map(PgpPublicKey::key).toList());
        this.limits = builder.limits;
        this.clock = builder.clock;
    }

    /**
     * Trusts each of these keys.
     *
     * @throws IllegalArgumentException when there is none, or one twice
     */
    public static PgpVerifier of(PgpPublicKey... keys) {
        return builder().trust(keys).build();
    }

    /** Starts without keys. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The content of an attached message in ASCII armor, verified.
     *
     * @throws VerificationException when it is not to be trusted
     */
    public VerifiedPgpMessage verify(String armored) throws VerificationException {
        return verify(armored.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The content of an attached message, binary or in ASCII armor, verified.
     *
     * @throws VerificationException when it is not to be trusted
     */
    public VerifiedPgpMessage verify(byte[] message) throws VerificationException {
        requireLimit("message", message.length);
        SignedMessage parsed;
        try {
            parsed = SignedMessage.parse(Armor.unwrap(Armor.MESSAGE, message.clone()), limits.contentBytes());
        } catch (PgpFormatException e) {
            throw refused("message", e);
        }
        byte[] content = parsed.content();
        return verified("message", content, parsed.signature());
    }

    /**
     * These bytes, verified with a detached signature, binary or in ASCII armor.
     *
     * @throws VerificationException when no trusted key made the signature over them
     */
    public VerifiedPgpMessage verifyDetached(byte[] content, byte[] signature) throws VerificationException {
        return verified("signature", content.clone(), detached(signature));
    }

    /**
     * A detached signature, binary or in ASCII armor, over content that need not be in memory. The content is read once for
     * each trusted key with the key id of the signature, which is once in practice.
     *
     * @throws VerificationException when no trusted key made it over that content
     * @throws IOException when the content cannot be read
     */
    public VerifiedPgpSignature verifyDetached(Signable content, byte[] signature)
            throws VerificationException, IOException {
        return judged("signature", content, detached(signature));
    }

    private SignaturePacket detached(byte[] signature) throws VerificationException {
        requireLimit("signature", signature.length);
        try {
            PacketReader reader = new PacketReader(Armor.unwrap(Armor.SIGNATURE, signature.clone()));
            Packet packet = reader.next();
            if (packet.tag() != Packet.SIGNATURE || reader.hasNext()) {
                throw new VerificationException(
                        Reason.MALFORMED, "OpenPGP signature is not one signature packet and nothing else");
            }
            return SignaturePacket.parse(packet.body());
        } catch (PgpFormatException e) {
            throw refused("signature", e);
        }
    }

    private void requireLimit(String what, int found) throws VerificationException {
        if (found > limits.messageBytes()) {
            throw new VerificationException(
                    Reason.LIMIT,
                    "OpenPGP " + what + " has " + found + " bytes, more than the " + limits.messageBytes()
                            + " that this verifier looks at; raise its limits if that is expected");
        }
    }

    private VerifiedPgpMessage verified(String what, byte[] content, SignaturePacket signature)
            throws VerificationException {
        try {
            return new VerifiedPgpMessage(Bytes.of(content), judged(what, Signable.of(content), signature));
        } catch (IOException e) {
            throw new IllegalStateException("content in memory could not be read", e);
        }
    }

    private VerifiedPgpSignature judged(String what, Signable content, SignaturePacket signature)
            throws VerificationException, IOException {
        Instant now = clock.instant();
        Judgement judgement = judge.judge(signature, content, now);
        Reason reason;
        switch (judgement.verdict()) {
            case ACCEPTED -> {
                return new VerifiedPgpSignature(keyOf(judgement), judgement.acceptedComponent(), signature);
            }
            case OUTSIDE_VALIDITY -> reason = Reason.EXPIRED;
            case BAD -> reason = Reason.BAD_SIGNATURE;
            default -> reason = Reason.NO_TRUSTED_SIGNATURE;
        }
        throw new VerificationException(
                reason, "OpenPGP " + what + " is not trusted: " + judgement.detail() + "; trusted are " + keys);
    }

    private PgpPublicKey keyOf(Judgement judgement) {
        return keys.stream()
                .filter(k -> k.key() == judgement.acceptedKey())
                .findFirst()
                .orElseThrow();
    }

    private static VerificationException refused(String what, PgpFormatException e) {
        return new VerificationException(e.reason(), "OpenPGP " + what + ": " + e.problem(), e);
    }

    /** Builds a {@link PgpVerifier}. */
    public static final class Builder {
        private final List<PgpPublicKey> keys = new ArrayList<>();
        private PgpLimits limits = PgpLimits.defaults();
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** Trusts these keys too. */
        public Builder trust(PgpPublicKey... trusted) {
            return trust(List.of(trusted));
        }

        /** Trusts these keys too, such as those of {@link PgpPublicKey#parseAll}. */
        public Builder trust(List<PgpPublicKey> trusted) {
            keys.addAll(trusted);
            return this;
        }

        /** Sets how much to look at. */
        public Builder limits(PgpLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Sets the clock that the validity of keys and signatures is held against; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Checks that there are keys.
         *
         * @throws IllegalArgumentException when there is none, or one twice
         */
        public PgpVerifier build() {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("a verifier needs at least one trusted key");
            }
            PgpPublicKey.givenTwice(keys).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
            return new PgpVerifier(this);
        }
    }
}
