package dev.supplychain.dsse.internal.openpgp;

import dev.supplychain.dsse.internal.CheckedPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or subkey, with what the owner says about it. Every statement here carries a signature that was verified;
 * which of them counts depends on the time.
 */
public final class Component {
    private static final int MAY_SIGN = 0x02;

    private final KeyPacket key;
    private final OpenPgpEngine.@Nullable Verification verification;
    private final String refusal;
    private final List<List<Statement>> statements;
    private final List<Revocation> revocations;

    /** What the owner says about the key at one time; not mutual when the key itself would have to agree and does not. */
    record Statement(SignaturePacket signature, boolean mutual) {}

    /** The owner's word that the key is not to be used any more; soft when what was signed before still holds. */
    record Revocation(Instant created, boolean soft) {}

    /** Why signatures by a key do not count: because of the time, or for good. */
    record Problem(boolean ofTime, String text) {}

    /**
     * Puts together what was read.
     *
     * @param statements groups of statements; of each group the newest count, and all of those have to agree
     */
    Component(
            KeyPacket key,
            OpenPgpEngine.@Nullable Verification verification,
            String refusal,
            List<List<Statement>> statements,
            List<Revocation> revocations) {
        this.key = key;
        this.verification = verification;
        this.refusal = refusal;
        this.statements = statements.stream().map(List::copyOf).toList();
        this.revocations = List.copyOf(revocations);
    }

    /** The key. */
    public KeyPacket key() {
        return key;
    }

    /** The key in the SDK's own form; to be asked of one that made a signature. */
    public CheckedPublicKey publicKey() {
        return verification().publicKey();
    }

    OpenPgpEngine.Verification verification() {
        return Objects.requireNonNull(verification, "a key that cannot verify");
    }

    /** Why no signature can be verified with it; empty when that is possible. */
    String refusal() {
        return refusal;
    }

    /** Why the key is not in use at that time; absent when it is. */
    Optional<Problem> problemAt(Instant now) {
        for (Revocation revocation : revocations) {
            if (!revocation.soft() || !now.isBefore(revocation.created())) {
                return Optional.of(new Problem(false, "it was revoked by its owner on " + revocation.created()));
            }
        }
        if (now.isBefore(key.created())) {
            return Optional.of(new Problem(true, "it is " + now + ", and the key was made on " + key.created()));
        }
        List<Statement> current = at(now);
        if (current.isEmpty()) {
            return Optional.of(new Problem(false, "no statement about it by its owner is accepted"));
        }
        for (Statement statement : current) {
            Optional<Instant> end = statement.signature().keyLifetime().map(key.created()::plusSeconds);
            if (end.isPresent() && !now.isBefore(end.get())) {
                return Optional.of(new Problem(true, "it is " + now + ", and the key expired on " + end.get()));
            }
        }
        return Optional.empty();
    }

    /** Why the key is not for signing at that time; absent when it is. */
    Optional<Problem> problemOfSigningAt(Instant now) {
        List<Statement> current = at(now);
        List<Integer> flags = current.stream()
                .map(Statement::signature)
                .map(SignaturePacket::keyFlags)
                .flatMap(Optional::stream)
                .toList();
        if (flags.isEmpty() || flags.stream().anyMatch(f -> (f & MAY_SIGN) == 0)) {
            return Optional.of(new Problem(false, "its owner does not say that it is for signing"));
        }
        if (!current.stream().allMatch(Statement::mutual)) {
            return Optional.of(new Problem(false, "the subkey has not signed that it belongs to the primary key"));
        }
        return Optional.empty();
    }

    /** Of each group the newest that have not expired themselves: several when they were made in the same second. */
    private List<Statement> at(Instant now) {
        List<Statement> current = new ArrayList<>();
        for (List<Statement> group : statements) {
            List<Statement> unexpired = group.stream()
                    .filter(s -> s.signature()
                            .expires()
                            .filter(end -> !now.isBefore(end))
                            .isEmpty())
                    .toList();
            unexpired.stream()
                    .map(s -> s.signature().created())
                    .max(Comparator.naturalOrder())
                    .ifPresent(newest -> unexpired.stream()
                            .filter(s -> s.signature().created().equals(newest))
                            .forEach(current::add));
        }
        return current;
    }

    /** The fingerprint. */
    @Override
    public String toString() {
        return key.fingerprint();
    }
}
