package dev.supplychain.policy.kinds;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluationContext;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Policy;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.Reason;
import dev.supplychain.policy.internal.YamlObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose verdicts about the artifact there may be: each verification summary has to fit an entry, or none may.
 *
 * <pre>{@code
 * kind: VerificationSummary
 * spec:
 *   matchingStrategy: must-match
 *   verificationSummaries:
 *     - verifierId: https://governor.example.com/packages/maven/com.example/my-app/1.0.0/policy-scans/build
 *       policyUri: /policies/PolicyScanDefinition/build
 *       verificationResult: PASSED
 *       signatureKeyIds: ["SHA256:m5uAvse0N/flJVcFEScngsqGo3tGMtETaInLxg1p3Ck"]
 * }</pre>
 *
 * @param header what every policy has
 * @param matchingStrategy whether the entries are the wanted or the forbidden verdicts
 * @param entries the entries; at least one
 * @see <a
 *     href="https://docs.gradle.com/develocity/provenance-governor/1.8/policy-type-verification-summary/">VerificationSummary</a>
 */
public record VerificationSummary(PolicyHeader header, MatchingStrategy matchingStrategy, List<Entry> entries)
        implements Policy {
    /** The {@code kind} of such a document. */
    public static final String KIND = "VerificationSummary";

    private static final String ENTRIES = "verificationSummaries";

    private static final Question<Summary> QUESTION =
            Question.of(dev.supplychain.model.slsa.VerificationSummary.PREDICATE_TYPE, Summary::read);

    /** Copies the entries. */
    public VerificationSummary {
        entries = List.copyOf(entries);
    }

    /** A verdict. */
    public enum Result {
        /** {@code PASSED}: the verifier found nothing wrong. */
        PASSED,
        /** {@code FAILED}: the verifier found something wrong. */
        FAILED
    }

    /**
     * Verdicts that fit all that is said.
     *
     * @param verifierId who judged; case does not matter
     * @param policyUri by which policy; case does not matter
     * @param verificationResult the verdict; absent for any
     * @param signatureKeyIds the keys of which one has to have signed, as fingerprints or as the verifier's trusted keys
     *     are called; empty for any that the verifier trusts
     */
    public record Entry(
            String verifierId, String policyUri, Optional<Result> verificationResult, List<String> signatureKeyIds) {
        /** Copies the ids. */
        public Entry {
            signatureKeyIds = List.copyOf(signatureKeyIds);
        }
    }

    static VerificationSummary read(PolicyHeader header, YamlObject spec) {
        MatchingStrategy strategy =
                spec.requiredConstant("matchingStrategy", MatchingStrategy.class, MatchingStrategy::text);
        // The vendor's reference names the fields of an entry and not the list around them: it is the only one.
        List<String> lists = spec.otherLists();
        String list = lists.size() == 1 ? lists.get(0) : ENTRIES;
        return new VerificationSummary(header, strategy, spec.requiredObjects(list, VerificationSummary::readEntry));
    }

    private static Entry readEntry(YamlObject entry) {
        Optional<Result> result = entry.textOrBlank("verificationResult").flatMap(text -> {
            Optional<Result> known = result(text);
            if (known.isEmpty()) {
                entry.problem("verificationResult", "\"" + text + "\" is not one of PASSED, FAILED", Optional.empty());
            }
            return known;
        });
        return new Entry(
                entry.requiredText("verifierId"),
                entry.requiredText("policyUri"),
                result,
                entry.textsOrEmpty("signatureKeyIds"));
    }

    private static Optional<Result> result(String text) {
        for (Result result : Result.values()) {
            if (result.name().equalsIgnoreCase(text)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    @Override
    public Set<String> predicateTypes(EvaluationContext context) {
        return QUESTION.predicateTypes(context);
    }

    @Override
    public List<Finding> evaluate(List<Evidence> evidence, EvaluationContext context) {
        return evidence.stream()
                .flatMap(attestation ->
                        QUESTION.ask(List.of(attestation), context, summary -> judge(summary, attestation)).stream())
                .toList();
    }

    private Finding judge(Summary summary, Evidence attestation) {
        List<AcceptedKey> signers = attestation.statement().signers();
        boolean mustMatch = matchingStrategy == MatchingStrategy.MUST_MATCH;
        boolean fits = entries.stream().anyMatch(entry -> summary.fits(entry) && isSigned(entry, signers));
        Finding finding = Finding.of(fits == mustMatch, summary.details());
        if (fits == mustMatch) {
            return finding;
        }
        boolean signerOnly = mustMatch && entries.stream().anyMatch(summary::fits);
        Finding unsatisfied = finding.withOffending(List.of(summary.shown()));
        return signerOnly ? unsatisfied.withReason(Reason.UNTRUSTED_SIGNER) : unsatisfied;
    }

    private static boolean isSigned(Entry entry, List<AcceptedKey> signers) {
        return entry.signatureKeyIds().isEmpty()
                || signers.stream()
                        .anyMatch(key -> entry.signatureKeyIds().stream().anyMatch(id -> isOf(id, key)));
    }

    /** The id as the key goes by it, or its fingerprint with or without the name of the algorithm. */
    private static boolean isOf(String id, AcceptedKey key) {
        return key.key().goesBy(id) || key.keyId().equals(id) || key.keyId().equals("SHA256:" + id);
    }

    /** What the attestation says. */
    record Summary(String verifierId, String policyUri, String verificationResult) {
        static Summary read(Json predicate) {
            PredicateFields fields = PredicateFields.of(predicate);
            PredicateFields verifier =
                    fields.fields("verifier").orElseThrow(() -> fields.malformed("verifier", "is missing"));
            PredicateFields policy =
                    fields.fields("policy").orElseThrow(() -> fields.malformed("policy", "is missing"));
            return new Summary(
                    verifier.requiredText("id"),
                    policy.text("uri").orElse(""),
                    fields.requiredText("verificationResult"));
        }

        boolean fits(Entry entry) {
            return same(entry.verifierId(), verifierId)
                    && same(entry.policyUri(), policyUri)
                    && entry.verificationResult()
                            .filter(wanted -> !wanted.name().equals(verificationResult))
                            .isEmpty();
        }

        private static boolean same(String wanted, String found) {
            return wanted.toLowerCase(Locale.ROOT).equals(found.toLowerCase(Locale.ROOT));
        }

        /** For people and waivers. */
        String shown() {
            return verificationResult + " by " + verifierId + " for " + policyUri;
        }

        Map<String, Json> details() {
            Map<String, Json> details = new LinkedHashMap<>();
            details.put("verifierId", Json.of(verifierId));
            details.put("policyUri", Json.of(policyUri));
            details.put("verificationResult", Json.of(verificationResult));
            return details;
        }
    }
}
