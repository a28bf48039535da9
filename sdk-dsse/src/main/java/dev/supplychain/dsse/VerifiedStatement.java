package dev.supplychain.dsse;

import dev.supplychain.dsse.VerificationException.Reason;
import dev.supplychain.dsse.internal.StatementAccess;
import dev.supplychain.model.Digest;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.InTotoStatement;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement that enough trusted keys signed, read from the very bytes they signed.
 *
 * <p>It says who claims what; that it is about your artifact, {@link #requireSubject(Path)} tells.
 */
public final class VerifiedStatement {
    static {
        StatementAccess.register(VerifiedStatement::new);
    }

    /** Digests that nobody can make a second artifact for, the usual one first. */
    private static final List<String> STRONG =
            List.of("sha256", "sha512", "sha384", "sha512_256", "sha3_256", "sha3_384", "sha3_512");

    private static final int SUBJECTS_IN_MESSAGE = 3;

    private final InTotoStatement statement;
    private final VerifiedEnvelope envelope;

    VerifiedStatement(InTotoStatement statement, VerifiedEnvelope envelope) {
        this.statement = statement;
        this.envelope = envelope;
    }

    /** What was signed. */
    public InTotoStatement statement() {
        return statement;
    }

    /** The URI that says what the predicate is, such as {@code https://slsa.dev/provenance/v1}. */
    public String predicateType() {
        return statement.predicateType();
    }

    /** The keys that count, each once. */
    public List<AcceptedKey> signers() {
        return envelope.signers();
    }

    /** The envelope it came in, with the signed bytes and what became of each signature. */
    public VerifiedEnvelope envelope() {
        return envelope;
    }

    /**
     * True when one of the subjects has this digest: the same algorithm and the same value, character by character.
     *
     * <p>The caller's algorithm decides how much that is worth; other digests of the subject do not matter.
     */
    public boolean isAbout(Digest digest) {
        for (ResourceDescriptor subject : statement.subject()) {
            if (subject.matches(digest)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes on only when one of the subjects has this digest.
     *
     * @throws VerificationException with {@link Reason#SUBJECT_MISMATCH} when none has
     */
    public void requireSubject(Digest digest) throws VerificationException {
        if (!isAbout(digest)) {
            throw mismatch(digest.toString());
        }
    }

    /**
     * Goes on only when one of the subjects has a digest of this file: SHA-256, SHA-384, SHA-512 or their SHA-3
     * siblings, whichever the statement has. Names do not matter.
     *
     * @throws VerificationException with {@link Reason#SUBJECT_MISMATCH} when none has
     * @throws IOException when the file cannot be read
     */
    public void requireSubject(Path file) throws VerificationException, IOException {
        Set<String> stated = new LinkedHashSet<>();
        statement.subject().forEach(subject -> stated.addAll(subject.digest().keySet()));
        for (String algorithm : STRONG) {
            if (stated.contains(algorithm) && isAbout(Digest.of(algorithm, file))) {
                return;
            }
        }
        throw mismatch(file + " (" + Digest.sha256(file) + ")");
    }

    /**
     * Goes on only when that rule holds for the subjects.
     *
     * @throws VerificationException with {@link Reason#SUBJECT_MISMATCH} when it does not
     */
    public void requireSubject(SubjectRule rule) throws VerificationException {
        Optional<String> problem = rule.problem(statement.subject());
        if (problem.isPresent()) {
            throw mismatch(problem.get());
        }
    }

    private VerificationException mismatch(String artifact) {
        StringBuilder subjects = new StringBuilder();
        for (ResourceDescriptor subject : statement.subject()) {
            if (subjects.length() > 0) {
                subjects.append(", ");
            }
            subjects.append(subject.name().orElse("unnamed")).append(' ').append(subject.digest());
        }
        String about = subjects.length() == 0 ? "nothing" : Excerpt.of(subjects, 120 * SUBJECTS_IN_MESSAGE);
        return new VerificationException(
                Reason.SUBJECT_MISMATCH,
                "statement " + Excerpt.quoted(predicateType()) + " is not about " + artifact + " but about " + about
                        + "; verify the artifact it was made for, or fetch the statement of this one",
                envelope.outcomes(),
                null);
    }

    /** The predicate type, the number of subjects and the signers. */
    @Override
    public String toString() {
        return "VerifiedStatement[" + Excerpt.of(predicateType()) + ", "
                + statement.subject().size() + " subjects, signed by " + signers() + "]";
    }
}
