package dev.supplychain.policy.report;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.policy.EvaluatedPolicy;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.PolicyDocument;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.RejectedEvidence;
import dev.supplychain.policy.UnappliedPolicy;
import dev.supplychain.policy.Waiver;
import dev.supplychain.policy.WaiverUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a report tells beside its results, as a table.
 *
 * @param title what it is about
 * @param note what it means, in a sentence
 * @param columns the heads of the columns
 * @param rows the cells, as many as columns; the text of strangers as it came
 */
record Section(String title, String note, List<Column> columns, List<List<String>> rows) {
    /** What the cells of a column are. */
    enum Kind {
        /** Names and values, to be copied character by character. */
        NAME,
        /** One short word or time each. */
        WORD,
        /** Sentences. */
        PROSE
    }

    /** The head of a column. */
    record Column(String title, Kind kind) {
        boolean isProse() {
            return kind == Kind.PROSE;
        }
    }

    /** The title of the section that repeats what some formats say with the results. */
    static final String POLICIES = "Selected policies";

    /** The sections that have rows. */
    static List<Section> of(PolicyScanReport report) {
        return Stream.of(
                        rejected(report.rejected()),
                        unapplied(report.unapplied()),
                        waivers(report.waivers()),
                        policies(report.policies()),
                        evidence(report, new EvidenceNumbers(report)),
                        duplicates(report.duplicates()),
                        notEvaluated(report.notEvaluated()))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private static Section rejected(List<RejectedEvidence> rejected) {
        return new Section(
                "Refused attestations",
                "These were there and do not count. The predicate type is what they claim.",
                List.of(name("Attestation"), name("Predicate type"), word("Reason"), prose("Explanation")),
                rejected.stream()
                        .map(one -> List.of(
                                one.attestationUri().orElse(""),
                                one.claimedPredicateType().orElse(""),
                                one.reason().name(),
                                one.message()))
                        .toList());
    }

    private static Section unapplied(List<UnappliedPolicy> unapplied) {
        return new Section(
                "Policies that applied to nothing",
                "The scan can pass without them.",
                List.of(name("Policy"), word("Mode"), word("Reason"), prose("Explanation")),
                unapplied.stream()
                        .map(one -> List.of(
                                Fact.shortName(one.policy()),
                                one.policy().mode().text(),
                                one.reason().name(),
                                one.message()))
                        .toList());
    }

    private static Section waivers(List<WaiverUse> waivers) {
        return new Section(
                "Waivers",
                "What they cover stays unsatisfied. One that has expired or covers nothing can go.",
                List.of(
                        name("Waiver"),
                        name("Policy"),
                        word("State"),
                        word("Expires"),
                        word("Results covered"),
                        prose("Justification"),
                        name("Scope")),
                waivers.stream().map(Section::row).toList());
    }

    private static List<String> row(WaiverUse use) {
        Waiver waiver = use.waiver();
        return List.of(
                waiver.name(),
                waiver.policyUri(),
                use.state().text(),
                waiver.expires().toString(),
                String.valueOf(use.uses()),
                waiver.justification()
                        + waiver.approvedBy()
                                .map(who -> " (approved by " + who + ")")
                                .orElse(""),
                scope(waiver));
    }

    private static String scope(Waiver waiver) {
        String scope = Stream.concat(
                        waiver.values().stream().map(Object::toString),
                        waiver.artifacts().stream().map(Digest::toString))
                .collect(Collectors.joining(", "));
        return scope.isEmpty() ? "whatever the policy finds" : scope;
    }

    private static Section policies(List<EvaluatedPolicy> policies) {
        return new Section(
                POLICIES,
                "All that the scan selects; those that are off were not judged.",
                List.of(
                        name("Policy"),
                        word("Mode"),
                        prose("Description"),
                        name("File"),
                        name("Digest"),
                        word("Expires")),
                policies.stream()
                        .map(policy -> List.of(
                                Fact.shortName(policy),
                                policy.mode().text(),
                                policy.header().description().orElse(""),
                                policy.document().map(Fact::place).orElse("made in code"),
                                text(policy.digest()),
                                text(policy.expires())))
                        .toList());
    }

    private static Section evidence(PolicyScanReport report, EvidenceNumbers numbers) {
        return new Section(
                "Judged attestations",
                "The digest is of the bytes that were signed.",
                List.of(
                        word("Number"),
                        name("Attestation"),
                        name("Predicate type"),
                        name("Digest"),
                        name("Signed by"),
                        name("Source"),
                        word("About the artifact")),
                numbers.all().entrySet().stream()
                        .map(numbered -> row(numbered.getKey(), numbered.getValue(), report))
                        .toList());
    }

    private static List<String> row(Evidence evidence, int number, PolicyScanReport report) {
        return List.of(
                String.valueOf(number),
                evidence.attestationUri().orElse(""),
                evidence.statement().predicateType(),
                evidence.digest().toString(),
                signers(evidence),
                evidence.sourcedFromUri().orElse(""),
                report.artifact()
                        .map(artifact -> evidence.statement().isAbout(artifact) ? "yes" : "no")
                        .orElse("checked before"));
    }

    private static Section duplicates(List<Evidence> duplicates) {
        return new Section(
                "Duplicates",
                "Not judged: another attestation has the same content and signers.",
                List.of(name("Attestation"), name("Predicate type"), name("Digest"), name("Signed by")),
                duplicates.stream()
                        .map(one -> List.of(
                                one.attestationUri().orElse(""),
                                one.statement().predicateType(),
                                one.digest().toString(),
                                signers(one)))
                        .toList());
    }

    private static Section notEvaluated(List<PolicyDocument> documents) {
        return new Section(
                "Not evaluated",
                "Documents of the policy files that say nothing about attestations.",
                List.of(name("Document"), name("File"), name("Digest")),
                documents.stream()
                        .map(one -> List.of(
                                one.kind() + "/" + one.name(),
                                Fact.place(one),
                                one.digest().toString()))
                        .toList());
    }

    private static String signers(Evidence evidence) {
        return evidence.statement().signers().stream()
                .map(AcceptedKey::toString)
                .collect(Collectors.joining(", "));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static Column name(String title) {
        return new Column(title, Kind.NAME);
    }

    private static Column word(String title) {
        return new Column(title, Kind.WORD);
    }

    private static Column prose(String title) {
        return new Column(title, Kind.PROSE);
    }
}
