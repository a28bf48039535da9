package dev.supplychain.dsse;

import dev.supplychain.dsse.SignatureOutcome.Status;
import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.DigestOnce;
import dev.supplychain.dsse.internal.Lines;
import dev.supplychain.dsse.keys.LegacyScheme;
import dev.supplychain.dsse.keys.TrustedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.dsse.Envelope;
import dev.supplychain.model.dsse.EnvelopeSignature;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.InTotoStatement;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which envelopes to trust: those that enough of the given keys signed.
 *
 * <pre>{@code
 * EnvelopeVerifier verifier = EnvelopeVerifier.of(PemKeys.readPublicKey(Path.of("release.pub")));
 * VerifiedStatement statement = verifier.verifyStatement(json, "https://slsa.dev/provenance/v1");
 * statement.requireSubject(Path.of("app.jar"));
 * }</pre>
 *
 * <p>Counted are distinct public keys, never signatures or key ids. All signatures are looked at, also after the
 * threshold is reached, so that {@link VerifiedEnvelope#signers()} does not depend on their order. A verifier is
 * immutable and may be used by several threads; keep it, its keys are parsed once.
 *
 * @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md">DSSE 1.0.2, protocol</a>
 */
public final class EnvelopeVerifier {
    private static final String STATEMENT_PREFIX = "application/vnd.in-toto.";
    private static final String STATEMENT_SUFFIX = "+json";
    private static final int OUTCOMES_IN_MESSAGE = 5;

    private final TrustedKeys keys;
    private final List<TrustedKey> named;
    private final int threshold;
    private final Set<String> payloadTypes;
    private final VerificationLimits limits;
    private final Clock clock;

    private EnvelopeVerifier(Builder builder) {
        this.named = List.copyOf(builder.keys);
        this.keys = new TrustedKeys(named, builder.engine());
        this.threshold = builder.threshold;
        this.payloadTypes = Set.copyOf(builder.payloadTypes);
        this.limits = builder.limits;
        this.clock = builder.clock;
    }

    /**
     * Trusts each of these keys at any time, one signature being enough, for in-toto statements.
     *
     * @throws KeyException when a key is weak or of a kind that is not allowed
     * @throws IllegalArgumentException when there is no key
     */
    public static EnvelopeVerifier of(PublicKey... keys) throws KeyException {
        return builder().trust(TrustedKeys.of(keys)).build();
    }

    /**
     * Trusts each of these keys on its terms, one signature being enough, for in-toto statements.
     *
     * @throws IllegalArgumentException when there is no key
     */
    public static EnvelopeVerifier of(TrustedKey... keys) {
        return builder().trust(keys).build();
    }

    /** Starts without keys, with a threshold of one, for in-toto statements. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The payload of an envelope in JSON, verified.
     *
     * @throws VerificationException when it is not to be trusted
     */
    public VerifiedEnvelope verify(byte[] json) throws VerificationException {
        return verify(parse(json));
    }

    /**
     * The payload of an envelope, verified.
     *
     * @throws VerificationException when it is not to be trusted
     */
    public VerifiedEnvelope verify(Envelope envelope) throws VerificationException {
        requireLimit("signatures", envelope.signatures().size(), limits.signatures());
        byte[] payload = payloadOf(envelope);
        List<SignatureOutcome> outcomes = judge(envelope, payload);
        requireThreshold(outcomes);
        // Only after the signatures: an unsigned type is nothing to answer to.
        if (!accepts(envelope.payloadType())) {
            throw new VerificationException(
                    Reason.PAYLOAD_TYPE,
                    "envelope is signed, but its payload type " + Excerpt.quoted(envelope.payloadType())
                            + " is not accepted; accepted: "
                            + (payloadTypes.isEmpty() ? "in-toto statements" : payloadTypes),
                    outcomes,
                    null);
        }
        return new VerifiedEnvelope(Bytes.of(payload), envelope.payloadType(), outcomes);
    }

    /**
     * The in-toto statement in an envelope in JSON, verified. Ask it for its predicate type before reading the predicate,
     * or use {@link #verifyStatement(byte[], String)}.
     *
     * @throws VerificationException when it is not to be trusted, or not a statement
     */
    public VerifiedStatement verifyStatement(byte[] json) throws VerificationException {
        return verifyStatement(parse(json));
    }

    /**
     * The in-toto statement in an envelope in JSON, verified and of that type.
     *
     * @throws VerificationException when it is not to be trusted, not a statement, or one of another type
     */
    public VerifiedStatement verifyStatement(byte[] json, String predicateType) throws VerificationException {
        return verifyStatement(parse(json), predicateType);
    }

    /**
     * The in-toto statement in an envelope, verified.
     *
     * @throws VerificationException when it is not to be trusted, or not a statement
     */
    public VerifiedStatement verifyStatement(Envelope envelope) throws VerificationException {
        VerifiedEnvelope verified = verify(envelope);
        InTotoStatement statement;
        try {
            statement = InTotoStatement.parse(verified.payload().toByteArray(), limits.payloadBytes());
        } catch (MalformedDataException e) {
            throw new VerificationException(
                    Reason.MALFORMED,
                    "envelope is signed, but its payload is not a statement: " + e.getMessage(),
                    verified.outcomes(),
                    e);
        }
        String type = statement.type();
        if (!type.equals(InTotoStatement.STATEMENT_V1) && !type.equals(InTotoStatement.STATEMENT_V0_1)) {
            throw new VerificationException(
                    Reason.STATEMENT_TYPE,
                    "statement is signed, but its _type " + Excerpt.quoted(type) + " is neither "
                            + InTotoStatement.STATEMENT_V1 + " nor " + InTotoStatement.STATEMENT_V0_1,
                    verified.outcomes(),
                    null);
        }
        return new VerifiedStatement(statement, verified);
    }

    /**
     * The in-toto statement in an envelope, verified and of that type.
     *
     * @throws VerificationException when it is not to be trusted, not a statement, or one of another type
     */
    public VerifiedStatement verifyStatement(Envelope envelope, String predicateType) throws VerificationException {
        VerifiedStatement verified = verifyStatement(envelope);
        if (!verified.predicateType().equals(predicateType)) {
            throw new VerificationException(
                    Reason.PREDICATE_TYPE,
                    "statement is signed, but a " + Excerpt.quoted(verified.predicateType()) + ", not the "
                            + Excerpt.quoted(predicateType) + " that was asked for",
                    verified.envelope().outcomes(),
                    null);
        }
        return verified;
    }

    /**
     * The statements of that type among the lines of a bundle ({@code .intoto.jsonl}), one envelope a line, in their order.
     * Lines that are no envelope, that no trusted key signed or that say something else are left out.
     *
     * @param jsonl is read to its end, and not closed
     * @throws VerificationException when there is no such statement, or a line or their number is beyond the limits; its
     *     message tells what became of the lines
     * @throws IOException when the stream cannot be read
     * @see <a href="https://github.com/in-toto/attestation/blob/v1.2.0/spec/v1/bundle.md">in-toto attestation, bundle</a>
     */
    public List<VerifiedStatement> verifyStatements(InputStream jsonl, String predicateType)
            throws VerificationException, IOException {
        Lines lines = new Lines(jsonl, limits.envelopeBytes());
        List<VerifiedStatement> found = new ArrayList<>();
        VerificationException first = null;
        int number = 0;
        for (byte[] line = next(lines, number); line != null; line = next(lines, number)) {
            number++;
            requireLimit("lines", number, limits.lines());
            try {
                found.add(verifyStatement(line, predicateType));
            } catch (VerificationException e) {
                first = first == null || first.reason() == Reason.MALFORMED ? e : first;
            }
        }
        if (found.isEmpty()) {
            throw new VerificationException(
                    first == null ? Reason.MALFORMED : first.reason(),
                    "none of " + number + " lines is a trusted statement " + Excerpt.quoted(predicateType)
                            + (first == null ? "" : "; the first that is an envelope: " + first.getMessage()),
                    first);
        }
        return List.copyOf(found);
    }

    private static byte @Nullable [] next(Lines lines, int number) throws VerificationException, IOException {
        try {
            return lines.next();
        } catch (Lines.TooLongException e) {
            throw new VerificationException(
                    Reason.LIMIT, "line " + (number + 1) + " is " + e.getMessage() + "; raise the limits", e);
        }
    }

    private Envelope parse(byte[] json) throws VerificationException {
        requireLimit("bytes", json.length, limits.envelopeBytes());
        try {
            return Envelope.parse(json, limits.envelopeBytes());
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, e.getMessage() + "; nothing was verified", e);
        }
    }

    private byte[] payloadOf(Envelope envelope) throws VerificationException {
        byte[] payload;
        try {
            payload = envelope.payload().toByteArray();
        } catch (MalformedDataException e) {
            throw new VerificationException(Reason.MALFORMED, "envelope at /payload: " + e.getMessage(), e);
        }
        requireLimit("payload bytes", payload.length, limits.payloadBytes());
        return payload;
    }

    private static void requireLimit(String what, int found, int limit) throws VerificationException {
        if (found > limit) {
            throw new VerificationException(
                    Reason.LIMIT,
                    "envelope has " + found + " " + what + ", more than the " + limit
                            + " that this verifier looks at; raise its limits if that is expected");
        }
    }

    private List<SignatureOutcome> judge(Envelope envelope, byte[] payload) throws VerificationException {
        Signed message;
        try {
            message = new Signed(
                    new DigestOnce(Pae.of(envelope.payloadType(), payload)), new DigestOnce(Signable.of(payload)));
        } catch (IllegalArgumentException e) {
            throw new VerificationException(Reason.MALFORMED, "envelope at /payloadType: " + e.getMessage(), e);
        }
        Instant now = clock.instant();
        Set<String> counted = new HashSet<>();
        List<SignatureOutcome> outcomes = new ArrayList<>();
        for (EnvelopeSignature signature : envelope.signatures()) {
            try {
                outcomes.add(judge(outcomes.size(), signature, message, now, counted));
            } catch (IOException e) {
                throw new IllegalStateException("a payload in memory could not be read", e);
            }
        }
        return outcomes;
    }

    private SignatureOutcome judge(
            int index, EnvelopeSignature signature, Signed message, Instant now, Set<String> counted)
            throws IOException, VerificationException {
        String keyid = signature.keyid();
        byte[] bytes = signatureBytes(index, signature);
        SignatureOutcome outcome = new SignatureOutcome(
                index, keyid, Status.NO_TRUSTED_KEY, Optional.empty(), "none of the trusted keys made it");
        for (TrustedKeys.Candidate candidate : keys.inOrderFor(keyid)) {
            TrustedKey key = candidate.key();
            Optional<AcceptedKey> maker = Optional.of(new AcceptedKey(key));
            TrustedKeys.Attempt attempt = candidate.attempt(message.under(key), bytes, now);
            if (attempt.counts()) {
                boolean first = Collections.disjoint(counted, attempt.makers());
                counted.addAll(attempt.makers());
                return new SignatureOutcome(index, keyid, first ? Status.ACCEPTED : Status.SAME_KEY_AGAIN, maker, "");
            }
            if (attempt.problem().isEmpty()) {
                outcome = new SignatureOutcome(
                        index,
                        keyid,
                        Status.OUTSIDE_VALIDITY,
                        maker,
                        attempt.outsideValidity().orElse(""));
            } else if (outcome.status() == Status.NO_TRUSTED_KEY && candidate.goesBy(keyid)) {
                outcome = new SignatureOutcome(
                        index,
                        keyid,
                        Status.BAD_SIGNATURE,
                        Optional.empty(),
                        attempt.problem().get());
            }
        }
        return outcome;
    }

    /** What the signatures of an envelope cover: its encoding, or under a key of that legacy scheme the payload alone. */
    private record Signed(Signable pae, Signable payload) {
        Signable under(TrustedKey key) {
            return key.legacySchemes().contains(LegacyScheme.RAW_PAYLOAD) ? payload : pae;
        }
    }

    private static byte[] signatureBytes(int index, EnvelopeSignature signature) throws VerificationException {
        try {
            return signature.sig().toByteArray();
        } catch (MalformedDataException e) {
            throw new VerificationException(
                    Reason.MALFORMED, "envelope at /signatures/" + index + "/sig: " + e.getMessage(), e);
        }
    }

    private void requireThreshold(List<SignatureOutcome> outcomes) throws VerificationException {
        int accepted = count(outcomes, Status.ACCEPTED);
        if (accepted >= threshold) {
            return;
        }
        StringBuilder message = new StringBuilder(
                "envelope is not trusted: " + accepted + " of " + threshold + " required keys signed it");
        for (SignatureOutcome outcome : outcomes.subList(0, Math.min(outcomes.size(), OUTCOMES_IN_MESSAGE))) {
            message.append("; ").append(outcome);
        }
        if (outcomes.size() > OUTCOMES_IN_MESSAGE) {
            message.append("; and ")
                    .append(outcomes.size() - OUTCOMES_IN_MESSAGE)
                    .append(" more");
        }
        message.append(outcomes.isEmpty() ? "; it has no signatures" : "")
                .append("; trusted are ")
                .append(named);
        throw new VerificationException(reasonFor(outcomes, accepted), message.toString(), outcomes, null);
    }

    private static Reason reasonFor(List<SignatureOutcome> outcomes, int accepted) {
        if (count(outcomes, Status.OUTSIDE_VALIDITY) > 0) {
            return Reason.EXPIRED;
        }
        if (accepted > 0) {
            return Reason.THRESHOLD;
        }
        return count(outcomes, Status.BAD_SIGNATURE) > 0 ? Reason.BAD_SIGNATURE : Reason.NO_TRUSTED_SIGNATURE;
    }

    private static int count(List<SignatureOutcome> outcomes, Status status) {
        int count = 0;
        for (SignatureOutcome outcome : outcomes) {
            if (outcome.status() == status) {
                count++;
            }
        }
        return count;
    }

    private boolean accepts(String payloadType) {
        return payloadTypes.isEmpty() ? isStatementType(payloadType) : payloadTypes.contains(payloadType);
    }

    /** in-toto attestation 1.2: the type may name the predicate too. */
    private static boolean isStatementType(String payloadType) {
        return payloadType.equals(InTotoStatement.PAYLOAD_TYPE)
                || (payloadType.startsWith(STATEMENT_PREFIX)
                        && payloadType.endsWith(STATEMENT_SUFFIX)
                        && payloadType.length() > STATEMENT_PREFIX.length() + STATEMENT_SUFFIX.length());
    }

    /** Builds an {@link EnvelopeVerifier}. */
    public static final class Builder extends VerifierBuilder<Builder> {
        private final Set<String> payloadTypes = new HashSet<>();
        private int threshold = 1;
        private VerificationLimits limits = VerificationLimits.defaults();

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Requires signatures by so many distinct keys; one unless said otherwise. */
        public Builder threshold(int threshold) {
            this.threshold = threshold;
            return this;
        }

        /**
         * Accepts these payload types, and those named before, exactly as written; unless any is named, in-toto
         * statements: {@code application/vnd.in-toto+json} and {@code application/vnd.in-toto.<predicate>+json}.
         */
        public Builder payloadTypes(String... accepted) {
            payloadTypes.addAll(List.of(accepted));
            return this;
        }

        /** Sets how much to look at. */
        public Builder limits(VerificationLimits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * Checks the terms and parses the keys.
         *
         * @throws IllegalArgumentException when there is no key, the threshold is not from one to the number of distinct keys, or the
         *     provider does not know an algorithm
         */
        public EnvelopeVerifier build() {
            requireKeys();
            int distinct = TrustedKeys.distinct(keys);
            if (threshold < 1 || threshold > distinct) {
                throw new IllegalArgumentException(
                        "threshold " + threshold + " is not from 1 to the number of distinct keys, " + distinct);
            }
            return new EnvelopeVerifier(this);
        }
    }
}
