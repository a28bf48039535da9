package dev.supplychain.policy;

import dev.supplychain.model.Digest;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.internal.Suggestion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs policy scans on verified attestations, without a server.
 *
 * <p>A scan gives one result per selected policy and attestation, as the server does, in the order of the policy files
 * and of the evidence. The same input gives the same report.
 *
 * <pre>{@code
 * PolicyScanReport report = PolicyEvaluator.builder(policies)
 *         .predicates(PredicateSource.SLSA_PROVENANCE)
 *         .at(Instant.parse("2026-11-20T00:00:00Z"))
 *         .build()
 *         .scan("release", Digest.sha256(jar), evidence);
 * }</pre>
 */
public final class PolicyEvaluator {
    private final PolicySet policies;
    private final Clock clock;
    private final Map<String, PolicySettings> settings;
    private final Set<PredicateSource> sources;
    private final List<Waiver> waivers;
    private final List<SignerBinding> bindings;
    private final boolean deduplicates;

    private PolicyEvaluator(Builder builder) {
        this.policies = builder.policies;
        this.clock = builder.clock;
        this.settings = Map.copyOf(builder.settings);
        this.sources = Set.copyOf(builder.sources);
        this.waivers = List.copyOf(builder.waivers);
        this.bindings = List.copyOf(builder.bindings);
        this.deduplicates = builder.deduplicates;
    }

    /** An evaluator of these policies, at the time of each scan. */
    public static PolicyEvaluator of(PolicySet policies) {
        return builder(policies).build();
    }

    /** An evaluator of these policies, at the time that the clock tells when a scan begins. */
    public static PolicyEvaluator of(PolicySet policies, Clock clock) {
        return builder(policies).clock(clock).build();
    }

    /** Starts with these policies, and with the settings, waivers and signer bindings that their files have. */
    public static Builder builder(PolicySet policies) {
        return new Builder(policies);
    }

    /**
     * Judges the attestations about an artifact. Attestations about anything else are reported as not applicable, after
     * the others of each policy.
     *
     * @param scanName the name of a policy scan, in any case
     * @param artifact what must be a subject of an attestation
     * @throws IllegalArgumentException when the policies have no scan of that name
     */
    public PolicyScanReport scan(String scanName, Digest artifact, List<Evidence> evidence) {
        return scan(scanName, artifact, EvidenceSet.of(evidence));
    }

    /**
     * {@link #scan(String, Digest, List)} with attestations that were refused, so that the report can tell them from
     * missing ones.
     *
     * @param scanName the name of a policy scan, in any case
     * @param artifact what must be a subject of an attestation
     * @throws IllegalArgumentException when the policies have no scan of that name
     */
    public PolicyScanReport scan(String scanName, Digest artifact, EvidenceSet evidence) {
        return scan(scanName, Optional.of(artifact), evidence);
    }

    /**
     * Judges attestations whose subject was checked before, as {@code VerifiedStatement.requireSubject} does. Nothing
     * here looks at their subjects: an attestation about another artifact would speak for this one.
     *
     * @param scanName the name of a policy scan, in any case
     * @throws IllegalArgumentException when the policies have no scan of that name
     */
    public PolicyScanReport scan(String scanName, List<Evidence> evidence) {
        return scan(scanName, EvidenceSet.of(evidence));
    }

    /**
     * {@link #scan(String, List)} with attestations that were refused.
     *
     * @param scanName the name of a policy scan, in any case
     * @throws IllegalArgumentException when the policies have no scan of that name
     */
    public PolicyScanReport scan(String scanName, EvidenceSet evidence) {
        return scan(scanName, Optional.empty(), evidence);
    }

    private PolicyScanReport scan(String scanName, Optional<Digest> artifact, EvidenceSet evidence) {
        PolicyScan scan = policies.scan(scanName).orElseThrow(() -> noScan(scanName));
        Instant now = clock.instant();
        Admission admission = Admission.of(evidence, artifact, bindings, deduplicates);
        WaiverBook waiverBook = new WaiverBook(waivers, artifact, now);
        List<EvaluatedPolicy> inForce = new ArrayList<>();
        List<Judgement> judgements = new ArrayList<>();
        List<UnappliedPolicy> unapplied = new ArrayList<>();
        for (Policy policy : policies.selectedBy(scan)) {
            PolicySettings how = settingsOf(policy.header());
            EvaluatedPolicy evaluated = new EvaluatedPolicy(
                    policy.header(), how.mode(), how.expires(), policies.documentOf(policy.header()));
            inForce.add(evaluated);
            if (how.mode() == Mode.OFF) {
                continue;
            }
            EvaluationContext context = admission.context(now, sources(how));
            List<Judgement> found = judge(policy, evaluated, admission, context).stream()
                    .map(finding -> new Judgement(evaluated, finding, waiverBook.covering(evaluated, finding)))
                    .toList();
            judgements.addAll(found);
            if (found.stream().allMatch(judgement -> judgement.status() == Status.NOT_APPLICABLE)) {
                unapplied.add(unapplied(policy, evaluated, context));
            }
        }
        return new PolicyScanReport(new PolicyScanReport.Content(
                scan,
                policies.documentOf(scan),
                artifact,
                now,
                List.copyOf(inForce),
                List.copyOf(judgements),
                List.copyOf(unapplied),
                admission.evidence(),
                admission.duplicates(),
                admission.rejected(),
                waiverBook.usesOf(inForce),
                policies.notEvaluated()));
    }

    private static List<Finding> judge(
            Policy policy, EvaluatedPolicy evaluated, Admission admission, EvaluationContext context) {
        if (!evaluated.isInForceAt(context.time())) {
            return List.of(Finding.unsatisfied(
                    Reason.EXPIRED,
                    "Policy expired at " + evaluated.expires().orElse(context.time()) + ", before " + context.time()
                            + "."));
        }
        List<Finding> findings = new ArrayList<>(policy.evaluate(admission.admitted(), context));
        admission.elsewhere().forEach(attestation -> findings.add(admission.notAbout(attestation)));
        return findings;
    }

    private static UnappliedPolicy unapplied(Policy policy, EvaluatedPolicy evaluated, EvaluationContext context) {
        Set<String> types = policy.predicateTypes(context);
        Reason reason = context.whyAbsent(types);
        String wanted = types.isEmpty() ? "attestation" : "attestation of type " + String.join(" or ", types);
        String message = switch (reason) {
            case MISSING -> "There is no " + wanted + ".";
            case UNTRUSTED_SIGNER -> "There is an " + wanted + ", but none by a trusted signer.";
            case SUBJECT_MISMATCH -> "There is an " + wanted + ", but none about this artifact.";
            case MALFORMED -> "There is what says to be an " + wanted + ", but none that can be read.";
            case EXPIRED -> "There is an " + wanted + ", but none by a signer whose key is valid.";
        };
        return new UnappliedPolicy(evaluated, reason, message);
    }

    private PolicySettings settingsOf(PolicyHeader policy) {
        return settings.getOrDefault(policy.uri(), PolicySettings.defaultsOf(policy.uri()));
    }

    private Set<PredicateSource> sources(PolicySettings how) {
        Set<PredicateSource> all = EnumSet.noneOf(PredicateSource.class);
        all.addAll(sources);
        all.addAll(how.predicates());
        return all;
    }

    private IllegalArgumentException noScan(String scanName) {
        List<String> names = policies.scans().stream().map(PolicyScan::name).toList();
        String hint = Suggestion.of(scanName, names)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("there are " + (names.isEmpty() ? "none" : String.join(", ", names)));
        return new IllegalArgumentException("no policy scan " + Excerpt.quoted(scanName) + ": " + hint);
    }

    /** Says how scans are made, beyond what the server does. Later words replace earlier ones and those of the files. */
    public static final class Builder {
        private final PolicySet policies;
        private final Map<String, PolicySettings> settings = new HashMap<>();
        private final Set<PredicateSource> sources = EnumSet.noneOf(PredicateSource.class);
        private final List<Waiver> waivers = new ArrayList<>();
        private final List<SignerBinding> bindings = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private boolean deduplicates;

        private Builder(PolicySet policies) {
            this.policies = policies;
            policies.settings().forEach(how -> settings.put(how.policyUri(), how));
            waivers.addAll(policies.waivers());
            bindings.addAll(policies.bindings());
        }

        /** Sets the clock that tells the time when a scan begins; the system's unless said otherwise. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Makes every scan for that time: policies, waivers and ages are held against it. Keys are the verifier's affair. */
        public Builder at(Instant time) {
            return clock(Clock.fixed(time, ZoneOffset.UTC));
        }

        /** Lets predicates of other producers answer too, for all policies. */
        public Builder predicates(PredicateSource... others) {
            sources.addAll(List.of(others));
            return this;
        }

        /**
         * Sets the mode, the expiry and the predicates of a policy.
         *
         * @throws IllegalArgumentException when the policies have none of that name: a misspelt one would change nothing
         */
        public Builder settings(PolicySettings how) {
            if (policies.policies().stream()
                    .noneMatch(policy -> policy.header().uri().equals(how.policyUri()))) {
                throw new IllegalArgumentException("no policy " + Excerpt.quoted(how.policyUri()));
            }
            settings.put(how.policyUri(), how);
            return this;
        }

        /**
         * Sets the mode of a policy and leaves its other settings.
         *
         * @param policyUri the policy, as {@code /policies/{Kind}/{name}}
         * @throws IllegalArgumentException when the policies have none of that name
         */
        public Builder mode(String policyUri, Mode mode) {
            PolicySettings before = settings.getOrDefault(policyUri, PolicySettings.defaultsOf(policyUri));
            return settings(new PolicySettings(policyUri, mode, before.expires(), before.predicates()));
        }

        /** Adds a waiver. */
        public Builder waive(Waiver waiver) {
            waivers.add(waiver);
            return this;
        }

        /** Binds predicate types to signers; a type with several bindings has to meet them all. */
        public Builder bind(SignerBinding binding) {
            bindings.add(binding);
            return this;
        }

        /**
         * Judges attestations of the same content by the same keys once. The server judges each; the verdict is the same.
         */
        public Builder deduplicate() {
            deduplicates = true;
            return this;
        }

        /** The evaluator. */
        public PolicyEvaluator build() {
            return new PolicyEvaluator(this);
        }
    }
}
