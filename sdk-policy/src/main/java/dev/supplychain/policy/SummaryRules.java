package dev.supplychain.policy;

import dev.supplychain.dsse.EnvelopeVerifier;
import dev.supplychain.dsse.VerificationException;
import dev.supplychain.dsse.VerifiedStatement;
import dev.supplychain.model.Digest;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.PackageUrl;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.model.slsa.VerificationSummary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When to rely on the verdict of somebody else: the steps that SLSA wants taken with a verification summary (VSA).
 *
 * <pre>{@code
 * SummaryRules rules = SummaryRules.builder()
 *         .verifier("https://ci.example.com/policy-scans/release", "release-gate")
 *         .resourceUri("pkg:maven/com.example/my-app@1.0.0")
 *         .level("SLSA_BUILD_LEVEL_2")
 *         .build();
 * if (!rules.check(verifier, envelope, Digest.sha256(jar)).passed()) …
 * }</pre>
 *
 * @see <a href="https://slsa.dev/spec/v1.1/verification_summary#how-to-verify">SLSA verification summary v1, how to
 *     verify</a>
 */
public final class SummaryRules {
    private static final Pattern LEVEL = Pattern.compile("(.+_LEVEL_)([0-9]{1,4})");

    private final Map<String, Set<String>> signersByVerifier;
    private final Optional<String> resourceUri;
    private final Set<String> levels;

    private SummaryRules(Builder builder) {
        Map<String, Set<String>> signers = new HashMap<>();
        builder.signersByVerifier.forEach((verifier, keys) -> signers.put(verifier, Set.copyOf(keys)));
        this.signersByVerifier = Map.copyOf(signers);
        this.resourceUri = builder.resourceUri;
        this.levels = new LinkedHashSet<>(builder.levels);
    }

    /** Starts without verifiers; at least one is required. */
    public static Builder builder() {
        return new Builder();
    }

    /** The steps, in the order of the specification. */
    public enum Step {
        /** A trusted key signed the envelope. */
        SIGNATURE,
        /** The statement is about the artifact. */
        SUBJECT,
        /** The predicate is a verification summary of version 1. */
        PREDICATE_TYPE,
        /** The signer may speak for the verifier. */
        VERIFIER,
        /** It was judged as what it is used as. */
        RESOURCE_URI,
        /** The verdict is PASSED. */
        RESULT,
        /** The levels are reached. */
        LEVELS
    }

    /**
     * How it went.
     *
     * @param problems what is wrong, by step; empty when the verdict can be relied on
     */
    public record Outcome(Map<Step, String> problems) {
        /** Copies the problems; they are in the order of the steps. */
        public Outcome {
            problems = Collections.unmodifiableMap(new TreeMap<>(problems));
        }

        /** True when the verdict can be relied on. */
        public boolean passed() {
            return problems.isEmpty();
        }
    }

    /** Takes all steps with an envelope in JSON. When the signature does not hold, nothing else is looked at. */
    public Outcome check(EnvelopeVerifier verifier, byte[] envelope, Digest artifact) {
        try {
            return check(verifier.verifyStatement(envelope), artifact);
        } catch (VerificationException e) {
            return new Outcome(Map.of(Step.SIGNATURE, String.valueOf(e.getMessage())));
        }
    }

    /** Takes the other six steps with a statement whose signature was verified. */
    public Outcome check(VerifiedStatement statement, Digest artifact) {
        Map<Step, String> problems = new EnumMap<>(Step.class);
        if (!statement.isAbout(artifact)) {
            problems.put(Step.SUBJECT, "it is not about " + artifact);
        }
        if (!statement.predicateType().equals(VerificationSummary.PREDICATE_TYPE)) {
            problems.put(Step.PREDICATE_TYPE, "it is a " + Excerpt.quoted(statement.predicateType()));
            return new Outcome(problems);
        }
        try {
            check(statement, statement.statement().predicateAs(VerificationSummary.class), problems);
        } catch (MalformedDataException e) {
            problems.put(Step.PREDICATE_TYPE, "it cannot be read: " + Excerpt.of(String.valueOf(e.getMessage()), 300));
        }
        return new Outcome(problems);
    }

    private void check(VerifiedStatement statement, VerificationSummary summary, Map<Step, String> problems) {
        Set<String> keys = signersByVerifier.getOrDefault(summary.verifier().id(), Set.of());
        boolean speaks =
                statement.signers().stream().anyMatch(key -> keys.contains(key.name()) || keys.contains(key.keyId()));
        if (!speaks) {
            problems.put(
                    Step.VERIFIER,
                    statement.signers() + " may not speak for "
                            + Excerpt.quoted(summary.verifier().id()));
        }
        resourceUri
                .filter(wanted -> !isSame(wanted, summary.resourceUri()))
                .ifPresent(wanted -> problems.put(
                        Step.RESOURCE_URI,
                        "it was judged as " + Excerpt.quoted(summary.resourceUri()) + ", not as "
                                + Excerpt.quoted(wanted)));
        if (!summary.passed()) {
            problems.put(
                    Step.RESULT,
                    "the verdict is " + Excerpt.of(summary.verificationResult().text()));
        }
        List<String> missing = levels.stream()
                .filter(level -> summary.verifiedLevels().stream().noneMatch(reached -> includes(reached, level)))
                .toList();
        if (!missing.isEmpty()) {
            problems.put(Step.LEVELS, missing + " not among " + Excerpt.of(String.valueOf(summary.verifiedLevels())));
        }
    }

    /** Equal as texts, or as package URLs. */
    private static boolean isSame(String wanted, String found) {
        if (wanted.equals(found)) {
            return true;
        }
        try {
            return PackageUrl.parse(wanted).equals(PackageUrl.parse(found));
        } catch (MalformedDataException e) {
            return false;
        }
    }

    /** A level includes the lower ones of its track. */
    private static boolean includes(String reached, String wanted) {
        Matcher higher = LEVEL.matcher(reached);
        Matcher lower = LEVEL.matcher(wanted);
        if (!higher.matches() || !lower.matches()) {
            return reached.equals(wanted);
        }
        return higher.group(1).equals(lower.group(1))
                && Integer.parseInt(higher.group(2)) >= Integer.parseInt(lower.group(2));
    }

    /** Builds {@link SummaryRules}. */
    public static final class Builder {
        private final Map<String, Set<String>> signersByVerifier = new HashMap<>();
        private final Set<String> levels = new LinkedHashSet<>();
        private Optional<String> resourceUri = Optional.empty();

        private Builder() {}

        /**
         * Lets keys speak for a verifier, beside those named before.
         *
         * @param id the verifier's URI, compared character by character
         * @param signers the keys, by the name of the trusted key or by fingerprint; at least one
         * @throws IllegalArgumentException when there is none
         */
        public Builder verifier(String id, String... signers) {
            if (signers.length == 0) {
                throw new IllegalArgumentException("verifier " + Excerpt.quoted(id) + " needs a signer");
            }
            signersByVerifier.computeIfAbsent(id, any -> new LinkedHashSet<>()).addAll(List.of(signers));
            return this;
        }

        /** Wants the artifact judged under that URI; package URLs are compared as such. Any unless said. */
        public Builder resourceUri(String uri) {
            resourceUri = Optional.of(uri);
            return this;
        }

        /** Wants that level, or a higher one of its track, beside those named before. */
        public Builder level(String level) {
            levels.add(level);
            return this;
        }

        /**
         * The rules.
         *
         * @throws IllegalArgumentException when there is no verifier
         */
        public SummaryRules build() {
            if (signersByVerifier.isEmpty()) {
                throw new IllegalArgumentException("rules for summaries need at least one verifier");
            }
            return new SummaryRules(this);
        }
    }
}
