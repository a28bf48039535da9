package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.policy.kinds.WildcardPattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Leave not to satisfy a policy: for named values or artifacts, for a time, for a reason. What it covers stays unsatisfied
 * in every report, with the waiver beside it.
 *
 * <pre>{@code
 * apiVersion: policy.supplychain.dev/v1
 * kind: Waiver
 * metadata: {name: lombok-until-2027}
 * spec:
 *   policy: PackageUrl/no-lombok
 *   values: ["pkg:maven/org.projectlombok/lombok@*"]
 *   expires: 2027-01-01T00:00:00Z
 *   justification: Removed with the move to records, in the December release.
 *   approvedBy: security@example.com
 * }</pre>
 *
 * @param name the name, from {@code metadata.name}
 * @param policyUri the policy, as {@code /policies/{Kind}/{name}}
 * @param values what may offend, with {@code *} for any characters; empty for whatever the policy finds
 * @param artifacts the artifacts it is for; empty for all
 * @param notBefore the first instant at which it counts; absent when it always did
 * @param expires the first instant at which it no longer counts
 * @param justification why, for people
 * @param approvedBy who said so
 */
public record Waiver(
        String name,
        String policyUri,
        List<WildcardPattern> values,
        List<Digest> artifacts,
        Optional<Instant> notBefore,
        Instant expires,
        String justification,
        Optional<String> approvedBy) {
    /** The {@code kind} of such a document. */
    public static final String KIND = "Waiver";

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when there is no justification, or it ends before it begins
     */
    public Waiver {
        values = List.copyOf(values);
        artifacts = List.copyOf(artifacts);
        if (justification.isBlank()) {
            throw new IllegalArgumentException("waiver \"" + name + "\" has no justification");
        }
        if (notBefore.isPresent() && !notBefore.get().isBefore(expires)) {
            throw new IllegalArgumentException(
                    "waiver \"" + name + "\" begins at " + notBefore.get() + ", not before it expires at " + expires);
        }
    }

    /** Whether a waiver counts at some instant. */
    public enum State {
        /** It counts. */
        ACTIVE,
        /** It does not count yet. */
        NOT_YET,
        /** It no longer counts. */
        EXPIRED;

        /** The name in reports, such as {@code not-yet}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it counts at that instant. */
    public State stateAt(Instant time) {
        if (!time.isBefore(expires)) {
            return State.EXPIRED;
        }
        return notBefore.isPresent() && time.isBefore(notBefore.get()) ? State.NOT_YET : State.ACTIVE;
    }

    /** True when it is about that policy and, where it names artifacts, about that one. */
    boolean isFor(PolicyHeader policy, Optional<Digest> artifact) {
        return policyUri.equals(policy.uri())
                && (artifacts.isEmpty() || artifact.filter(artifacts::contains).isPresent());
    }

    /** True when it lets that value pass. */
    boolean covers(String offending) {
        return values.stream().anyMatch(pattern -> pattern.fits(offending));
    }
}
