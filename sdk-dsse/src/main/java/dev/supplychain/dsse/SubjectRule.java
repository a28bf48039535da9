package dev.supplychain.dsse;

import dev.supplychain.model.Digest;
import dev.supplychain.model.PackageUrl;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.intoto.ResourceDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which artifacts a statement has to be about.
 *
 * <pre>{@code
 * verified.requireSubject(SubjectRule.all(jar, sources).accepting("sha256", "sha512"));
 * verified.requireSubject(SubjectRule.any(tarball).named(PackageUrl.parse("pkg:npm/left-pad@1.3.0")));
 * }</pre>
 *
 * <p>An artifact is a subject when one digest is equal, algorithm and value, character by character; digests that the rule
 * does not ask for do not matter. Names are compared as a whole: there are no patterns and no paths.
 *
 * @see <a href="https://github.com/in-toto/attestation/blob/v1.2.0/spec/v1/statement.md">in-toto attestation, statement</a>
 */
public final class SubjectRule {
    private final List<Digest> digests;
    private final boolean all;
    private final @Nullable PackageUrl packageUrl;

    private SubjectRule(List<Digest> digests, boolean all, @Nullable PackageUrl packageUrl) {
        this.digests = digests;
        this.all = all;
        this.packageUrl = packageUrl;
    }

    /**
     * At least one of these is the digest of a subject: several artifacts of which one is enough, or several digests of one
     * artifact.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static SubjectRule any(Digest... digests) {
        return new SubjectRule(some(digests), false, null);
    }

    /**
     * Each of these is the digest of a subject; more subjects do not matter.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static SubjectRule all(Digest... digests) {
        return new SubjectRule(some(digests), true, null);
    }

    private static List<Digest> some(Digest... digests) {
        if (digests.length == 0) {
            throw new IllegalArgumentException("a rule without a digest would hold for every statement");
        }
        return List.of(digests);
    }

    /**
     * The same, with the promise that only these algorithms decide.
     *
     * @throws IllegalArgumentException when a digest of the rule is of another one
     */
    public SubjectRule accepting(String... algorithms) {
        Set<String> accepted = Set.of(algorithms);
        for (Digest digest : digests) {
            if (!accepted.contains(digest.algorithm())) {
                throw new IllegalArgumentException(
                        "digest " + digest + " is of an algorithm that is not accepted; accepted are " + accepted);
            }
        }
        return this;
    }

    /**
     * The same, and the subject with the digest has exactly this package URL as its name or URI, in canonical form: a
     * statement about the same bytes under another name or version does not do.
     */
    public SubjectRule named(PackageUrl purl) {
        return new SubjectRule(digests, all, purl);
    }

    /** What the subjects lack; absent when the rule holds. */
    Optional<String> problem(List<ResourceDescriptor> subjects) {
        for (Digest digest : digests) {
            boolean found = hasSubject(subjects, digest);
            if (found && !all) {
                return Optional.empty();
            }
            if (!found && all) {
                return Optional.of(describe(digest));
            }
        }
        return all ? Optional.empty() : Optional.of(describe(digests.get(0)));
    }

    private String describe(Digest digest) {
        return digest + (packageUrl == null ? "" : " named " + Excerpt.of(packageUrl.toString()));
    }

    private boolean hasSubject(List<ResourceDescriptor> subjects, Digest digest) {
        for (ResourceDescriptor subject : subjects) {
            if (subject.matches(digest) && isNamed(subject)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(ResourceDescriptor subject) {
        if (packageUrl == null) {
            return true;
        }
        Optional<String> exact = Optional.of(packageUrl.toString());
        return subject.name().equals(exact) || subject.uri().equals(exact);
    }

    /** The digests and the name. */
    @Override
    public String toString() {
        return (all ? "all of " : "any of ") + digests + (packageUrl == null ? "" : " named " + packageUrl);
    }
}
