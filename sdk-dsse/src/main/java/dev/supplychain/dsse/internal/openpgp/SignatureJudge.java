package dev.supplychain.dsse.internal.openpgp;

import dev.supplychain.dsse.Signable;
import dev.supplychain.dsse.internal.openpgp.Component.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a signature over a document counts: by which of the trusted keys it is, and whether that one may sign. */
public final class SignatureJudge {
    private final List<TransferableKey> keys;

    /** Trusts these keys. */
    public SignatureJudge(List<TransferableKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** What became of a signature. */
    public enum Verdict {
        /** A trusted key made it, and it counts. */
        ACCEPTED,
        /** A trusted key made it, and the key or the signature is outside its time. */
        OUTSIDE_VALIDITY,
        /** It says to be by a trusted key, which did not make it. */
        BAD,
        /** It is by no trusted key, or by one whose signatures do not count, or of a kind that proves nothing. */
        NOT_TRUSTED
    }

    /**
     * The verdict with its reason.
     *
     * @param detail why it does not count; empty when it does
     */
    public record Judgement(
            Verdict verdict,
            String detail,
            @Nullable TransferableKey key,
            @Nullable Component component) {
        /** The key whose part made an accepted signature. */
        public TransferableKey acceptedKey() {
            return Objects.requireNonNull(key);
        }

        /** The primary key or subkey that made an accepted signature. */
        public Component acceptedComponent() {
            return Objects.requireNonNull(component);
        }
    }

    /**
     * Looks at a signature.
     *
     * @param now the time at which it has to count
     * @throws IOException when the document cannot be read
     */
    public Judgement judge(SignaturePacket signature, Signable document, Instant now) throws IOException {
        if (signature.type() != SignaturePacket.BINARY_DOCUMENT) {
            return refused(Verdict.NOT_TRUSTED, "it is of type " + signature.type() + ", not over a binary document");
        }
        Optional<Integer> subpacket = signature.notUnderstood();
        if (subpacket.isPresent()) {
            return refused(Verdict.NOT_TRUSTED, "its subpacket " + subpacket.get() + " is critical and not understood");
        }
        Judgement judgement = refused(
                Verdict.NOT_TRUSTED,
                "it is by key " + HexFormat.of().withUpperCase().toHexDigits(signature.issuerKeyId())
                        + ", which is not trusted");
        for (TransferableKey key : keys) {
            for (Component component : key.components()) {
                if (signature.names(component.key())) {
                    judgement = judge(signature, document, now, key, component);
                    if (judgement.verdict() == Verdict.ACCEPTED) {
                        return judgement;
                    }
                }
            }
        }
        return judgement;
    }

    private static Judgement judge(
            SignaturePacket signature, Signable document, Instant now, TransferableKey key, Component component)
            throws IOException {
        if (!component.refusal().isEmpty()) {
            return refused(Verdict.NOT_TRUSTED, "it is by key " + component + ": " + component.refusal());
        }
        Optional<String> weakness = HashRules.problemOf(signature.hash(), component.publicKey());
        if (weakness.isPresent()) {
            return refused(Verdict.NOT_TRUSTED, weakness.get());
        }
        if (!component.verification().verify(signature, signature.over(document))) {
            return refused(Verdict.BAD, "it does not match key " + component);
        }
        Optional<Problem> ofKey = key.problemOf(component, now);
        // What holds for good is said before what another time would change.
        Optional<Problem> problem = ofKey.filter(p -> !p.ofTime())
                .or(() -> problemOfTime(signature, component, now))
                .or(() -> ofKey);
        return problem.map(p -> refused(
                        p.ofTime() ? Verdict.OUTSIDE_VALIDITY : Verdict.NOT_TRUSTED,
                        "it is by key " + component + ": " + p.text()))
                .orElseGet(() -> new Judgement(Verdict.ACCEPTED, "", key, component));
    }

    private static Optional<Problem> problemOfTime(SignaturePacket signature, Component component, Instant now) {
        Instant created = signature.created();
        if (created.isBefore(component.key().created())) {
            return Optional.of(new Problem(true, "it was made on " + created + ", before the key"));
        }
        if (created.isAfter(now)) {
            return Optional.of(new Problem(true, "it is " + now + ", and the signature was made on " + created));
        }
        return signature
                .expires()
                .filter(end -> !now.isBefore(end))
                .map(end -> new Problem(true, "it is " + now + ", and the signature expired on " + end));
    }

    private static Judgement refused(Verdict verdict, String detail) {
        return new Judgement(verdict, detail, null, null);
    }
}
