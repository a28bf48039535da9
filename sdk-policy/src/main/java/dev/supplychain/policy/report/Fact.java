package dev.supplychain.policy.report;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluatedPolicy;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyDocument;
import dev.supplychain.policy.Reason;
import dev.supplychain.policy.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that is known of a result, as people read it. All formats for people say the same, because they all ask here.
 *
 * @param label what it is, such as {@code Signed by}
 * @param values what is known, at least one; the text of strangers as it came
 * @param isProse true when the values are sentences, and false when they are names that are copied character by character
 */
record Fact(String label, List<String> values, boolean isProse) {
    /** What the result says, beside its status and the policy. */
    static List<Fact> ofResult(Judgement judgement) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Reason", judgement.reason().map(Reason::name));
        add(facts, "Offending", judgement.offending());
        addProse(facts, "Remediation", judgement.remediation());
        addAll(
                facts,
                "Waived by",
                judgement.waivers().stream().map(Fact::sentence).toList(),
                true);
        add(facts, "Attestation", attestation(judgement));
        add(
                facts,
                "Attestation digest",
                judgement.evidence().map(Evidence::digest).map(Digest::toString));
        add(
                facts,
                "Predicate type",
                judgement.evidence().map(evidence -> evidence.statement().predicateType()));
        add(facts, "Answered by", judgement.predicateType());
        add(
                facts,
                "Signed by",
                judgement.signers().stream().map(AcceptedKey::toString).toList());
        add(facts, "Source", judgement.finding().sourcedFromUri());
        add(facts, "Details", details(judgement));
        return facts;
    }

    /** What is known of the policy, the same for all its results. */
    static List<Fact> ofPolicy(EvaluatedPolicy policy) {
        List<Fact> facts = new ArrayList<>();
        addProse(facts, "Description", policy.header().description());
        add(facts, "Mode", Optional.of(policy.mode().text()));
        add(facts, "Policy", Optional.of(policy.uri()));
        add(facts, "Policy file", policy.document().map(Fact::place));
        add(facts, "Policy digest", policy.digest().map(Digest::toString));
        add(facts, "Policy expires", policy.expires().map(Object::toString));
        return facts;
    }

    /** Both. */
    static List<Fact> of(Judgement judgement) {
        List<Fact> facts = new ArrayList<>(ofResult(judgement));
        facts.addAll(ofPolicy(judgement.policy()));
        return facts;
    }

    /** Why the result is as it is, in a sentence; what was found when there is nothing to explain. */
    static String why(Judgement judgement) {
        List<String> offending = judgement.offending();
        int more = offending.size() - 1;
        return message(judgement)
                .or(() -> offending.stream()
                        .findFirst()
                        .map(value -> more == 0 ? value : value + " and " + more + " more"))
                .or(() -> details(judgement))
                .or(() -> judgement.reason().map(Reason::name))
                .orElse("");
    }

    /** What the policy says of it, after the reason; absent when the values speak for themselves. */
    static Optional<String> message(Judgement judgement) {
        return Optional.ofNullable(judgement.details().get("message"))
                .filter(text -> text.kind() == Json.Kind.STRING)
                .map(Json::string)
                .map(text -> judgement.reason().map(reason -> reason + ": ").orElse("") + text);
    }

    /** The waivers that cover the result, in full, as one sentence; empty when there are none. */
    static String waivedBy(Judgement judgement) {
        return judgement.waivers().stream().map(Fact::sentence).collect(Collectors.joining("; "));
    }

    /** How people tell the attestations of a scan from each other. */
    static Optional<String> attestation(Judgement judgement) {
        if (judgement.evidence().isEmpty()) {
            return Optional.of("all attestations together");
        }
        return judgement.evidence().flatMap(Evidence::attestationUri);
    }

    /** The place of a document, such as {@code policies.yaml:12}. */
    static String place(PolicyDocument document) {
        return document.file() + ":" + document.line();
    }

    /** A policy or document without the words that all have: {@code Kind/name}. */
    static String shortName(EvaluatedPolicy policy) {
        return policy.header().kind() + "/" + policy.header().name();
    }

    /** A waiver in full: name, end, who approved it and why. */
    static String sentence(Waiver waiver) {
        return waiver.name() + " until " + waiver.expires()
                + waiver.approvedBy().map(who -> ", approved by " + who).orElse("") + ": " + waiver.justification();
    }

    private static Optional<String> details(Judgement judgement) {
        return Optional.of(judgement.details())
                .filter(members -> !members.isEmpty())
                .map(members -> Json.object(members).toString());
    }

    private static void add(List<Fact> facts, String label, Optional<String> value) {
        add(facts, label, value.stream().toList());
    }

    private static void add(List<Fact> facts, String label, List<String> values) {
        addAll(facts, label, values, false);
    }

    private static void addProse(List<Fact> facts, String label, Optional<String> value) {
        addAll(facts, label, value.stream().toList(), true);
    }

    private static void addAll(List<Fact> facts, String label, List<String> values, boolean prose) {
        if (!values.isEmpty()) {
            facts.add(new Fact(label, values, prose));
        }
    }
}
