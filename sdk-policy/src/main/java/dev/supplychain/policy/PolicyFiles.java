package dev.supplychain.policy;

import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerifiedEnvelope;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the files of one {@link PolicySet}, with parameters, with kinds and languages of your own, and only when they are
 * the ones that were agreed on.
 *
 * <pre>{@code
 * PolicySet policies = PolicySet.files()
 *         .parameter("gradle.versions", "9.*")
 *         .addPinned(Path.of("policies.yaml"), Digest.parse("sha256:73f4…"))
 *         .read();
 * }</pre>
 */
public final class PolicyFiles {
    private final PolicyReader reader = new PolicyReader();

    PolicyFiles() {}

    /**
     * Sets the value of <code>${name}</code> in policies; it replaces the one of a {@code Parameters} document.
     *
     * @throws IllegalArgumentException when the name is not one: letters, digits, {@code .}, {@code -} and {@code _} after
     *     a letter
     */
    public PolicyFiles parameter(String name, String value) {
        reader.parameters().set(name, value);
        return this;
    }

    /**
     * Reads documents of that kind too.
     *
     * @throws IllegalArgumentException when there is such a kind already
     */
    public PolicyFiles kind(PolicyKind kind) {
        reader.addKind(kind);
        return this;
    }

    /** Reads policies of kind {@code Expression} in that language. */
    public PolicyFiles language(ExpressionLanguage language) {
        reader.addLanguage(language);
        return this;
    }

    /**
     * Adds a file.
     *
     * @param file what messages call it
     */
    public PolicyFiles add(String file, byte[] yaml) {
        reader.add(file, yaml);
        return this;
    }

    /**
     * Adds a file.
     *
     * @param file what messages call it
     * @throws MalformedDataException when the text has unpaired surrogates and so is none
     */
    public PolicyFiles add(String file, String yaml) {
        return add(file, JsonCodec.utf8(file, yaml));
    }

    /**
     * Adds a file.
     *
     * @throws IOException when it cannot be read
     */
    public PolicyFiles add(Path file) throws IOException {
        return add(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Adds a file that has that digest.
     *
     * @throws IOException when it cannot be read
     * @throws VerificationException with {@code SUBJECT_MISMATCH} when it has another
     */
    public PolicyFiles addPinned(Path file, Digest digest) throws IOException, VerificationException {
        byte[] yaml = Files.readAllBytes(file);
        Digest found = Digest.sha256(yaml);
        if (!found.equals(digest)) {
            throw new VerificationException(
                    VerificationException.Reason.SUBJECT_MISMATCH,
                    "policy file " + file + " is " + found + ", not the pinned " + digest
                            + "; review the change and pin the new digest");
        }
        return add(file.toString(), yaml);
    }

    /**
     * Adds a file that came signed: the payload of an envelope, of a type that its verifier accepts, such as {@code
     * application/yaml}.
     *
     * @param file what messages call it
     */
    public PolicyFiles add(String file, VerifiedEnvelope envelope) {
        return add(file, envelope.payload().toByteArray());
    }

    /** The problems of the files, each from its top to its end and at most 100; empty when {@link #read} would succeed. */
    public List<PolicyIssue> check() {
        return reader.check();
    }

    /**
     * The policies of the files; together they have none twice.
     *
     * @throws MalformedDataException when a file has a problem; the message lists the problems of all files
     */
    public PolicySet read() {
        return reader.toPolicySet();
    }
}
