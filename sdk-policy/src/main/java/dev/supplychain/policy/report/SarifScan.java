package dev.supplychain.policy.report;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.policy.EvaluatedPolicy;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.Mode;
import dev.supplychain.policy.PolicyDocument;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.RejectedEvidence;
import dev.supplychain.policy.UnappliedPolicy;
import dev.supplychain.policy.Waiver;
import dev.supplychain.policy.WaiverUse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scan as a SARIF run: policies are rules, judgements are results, and what did not count are notifications. */
final class SarifScan {
    private static final String REFUSED = "refused-attestation";
    private static final String UNAPPLIED = "policy-applied-to-nothing";
    private static final String IDLE_WAIVER = "idle-waiver";
    private static final String NOT_EVALUATED = "not-evaluated";

    private final PolicyScanReport report;
    private final boolean hasSuppressions;
    private final Map<String, EvaluatedPolicy> policies = new LinkedHashMap<>();
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    SarifScan(PolicyScanReport report) {
        this.report = report;
        this.hasSuppressions = report.judgements().stream().anyMatch(Judgement::isWaived);
        report.policies().forEach(policy -> policies.putIfAbsent(policy.uri(), policy));
        report.judgements().forEach(one -> policies.putIfAbsent(one.policy().uri(), one.policy()));
        policies.keySet().forEach(uri -> indexes.put(uri, indexes.size()));
    }

    /** What stands before the results. */
    Map<String, Json> head() {
        List<Json> notifications = List.of(
                descriptor(REFUSED, "An attestation was there and does not count."),
                descriptor(UNAPPLIED, "A policy applied to no attestation, so that the scan can pass without it."),
                descriptor(IDLE_WAIVER, "A waiver does not count now, or covers nothing."),
                descriptor(NOT_EVALUATED, "A document of the policy files says nothing about attestations."));
        Json invocation = new Members()
                .put("executionSuccessful", Json.of(true))
                .putAll("toolExecutionNotifications", notifications())
                .build();
        return SarifParts.run(policies.values().stream().map(SarifScan::rule).toList(), notifications)
                .put(
                        "automationDetails",
                        new Members()
                                .put("id", "policy-scan/" + report.scan().name() + "/")
                                .build())
                .put("invocations", Json.array(List.of(invocation)))
                .asMap();
    }

    private static Json descriptor(String id, String description) {
        return new Members()
                .put("id", id)
                .put("shortDescription", SarifParts.text(description))
                .build();
    }

    private static Json rule(EvaluatedPolicy policy) {
        boolean isOff = policy.mode() == Mode.OFF;
        Json configuration = new Members()
                .put("enabled", Json.of(!isOff))
                .put("level", isOff ? "none" : level(policy))
                .build();
        Members properties = new Members()
                .put("policyUri", policy.uri())
                .put("mode", policy.mode().text())
                .put("digest", policy.digest())
                .put("expires", policy.expires())
                .putTexts("labels", policy.header().labels());
        Members rule = new Members()
                .put("id", Fact.shortName(policy))
                .put("name", policy.header().kind())
                .put("defaultConfiguration", configuration);
        policy.header().description().ifPresent(text -> rule.put("shortDescription", SarifParts.text(text)));
        policy.header().remediation().ifPresent(text -> rule.put("help", SarifParts.text(text)));
        return rule.put("properties", properties.build()).build();
    }

    private static String level(EvaluatedPolicy policy) {
        return policy.mode() == Mode.ENFORCE ? "error" : "warning";
    }

    Json result(Judgement judgement) {
        Members result = new Members()
                .put("ruleId", Fact.shortName(judgement.policy()))
                .put(
                        "ruleIndex",
                        Json.of(indexes.getOrDefault(judgement.policy().uri(), -1)))
                .put("kind", kind(judgement))
                .put("level", kind(judgement).equals("fail") ? level(judgement.policy()) : "none")
                .put("message", SarifParts.message(sentence(judgement)))
                .put("locations", Json.array(List.of(location(judgement))))
                .put(
                        "partialFingerprints",
                        new Members()
                                .put("policyAndOffending/v1", fingerprint(judgement))
                                .build());
        if (hasSuppressions) {
            // SARIF §3.27.23: all results of a run say whether they are suppressed, or none does.
            result.put(
                    "suppressions",
                    Json.array(judgement.waivers().stream()
                            .distinct()
                            .map(SarifScan::suppression)
                            .toList()));
        }
        return result.put("properties", properties(judgement)).build();
    }

    private static String kind(Judgement judgement) {
        return switch (judgement.status()) {
            case SATISFIED -> "pass";
            case UNSATISFIED -> "fail";
            case NOT_APPLICABLE -> "notApplicable";
        };
    }

    private static String sentence(Judgement judgement) {
        String why = Fact.why(judgement);
        return Fact.shortName(judgement.policy()) + " is " + judgement.status().text()
                + (why.isEmpty() ? "." : ": " + why)
                + judgement.remediation().map(text -> " Remediation: " + text).orElse("");
    }

    private static Json location(Judgement judgement) {
        Members location = new Members();
        judgement.policy().document().ifPresent(document -> location.put("physicalLocation", place(document)));
        Members attestation = new Members().put("kind", "resource");
        judgement
                .evidence()
                .ifPresentOrElse(
                        evidence -> attestation
                                .put("name", evidence.statement().predicateType())
                                .put(
                                        "fullyQualifiedName",
                                        evidence.attestationUri()
                                                .orElse(evidence.digest().toString())),
                        () -> attestation.put("name", "all attestations together"));
        return location.putAll("logicalLocations", List.of(attestation.build())).build();
    }

    private static Json place(PolicyDocument document) {
        return SarifParts.physicalLocation(document.file(), document.line(), 0);
    }

    /** The same for the next build when the same values offend the same policy. */
    private static String fingerprint(Judgement judgement) {
        List<String> parts = new ArrayList<>(judgement.offending());
        parts.add(0, judgement.policy().uri());
        parts.add(1, judgement.predicateType().orElse(""));
        return Digest.sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static Json suppression(Waiver waiver) {
        return new Members()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", waiver.justification())
                .put("properties", waiver(waiver).build())
                .build();
    }

    private static Json properties(Judgement judgement) {
        Members properties = new Members()
                .put("status", judgement.status().text())
                .put("outcome", Outcome.of(judgement).id())
                .put("mode", judgement.policy().mode().text())
                .put("reason", judgement.reason())
                .put("answeredBy", judgement.predicateType())
                .put("sourcedFromUri", judgement.finding().sourcedFromUri())
                .putTexts("offending", judgement.offending());
        judgement.evidence().ifPresent(evidence -> properties.put("attestation", evidence(evidence)));
        if (!judgement.details().isEmpty()) {
            properties.putForeign("details", Json.object(judgement.details()));
        }
        return properties.build();
    }

    private static Json evidence(Evidence evidence) {
        List<Json> signers =
                evidence.statement().signers().stream().map(SarifScan::signer).toList();
        return new Members()
                .put("uri", evidence.attestationUri())
                .put("digest", evidence.digest().toString())
                .put("predicateType", evidence.statement().predicateType())
                .putAll("signers", signers)
                .build();
    }

    private static Json signer(AcceptedKey key) {
        return new Members().put("name", key.name()).put("keyId", key.keyId()).build();
    }

    /** What stands after the results. */
    Map<String, Json> properties() {
        Members properties = new Members()
                .put("scan", report.scan().name())
                .put("verdict", report.verdict().name())
                .put("evaluatedAt", report.evaluatedAt().toString())
                .put("artifact", report.artifact())
                .putAll(
                        "attestations",
                        report.evidence().stream().map(SarifScan::evidence).toList())
                .putAll(
                        "duplicates",
                        report.duplicates().stream().map(SarifScan::evidence).toList())
                .putAll(
                        "waivers",
                        report.waivers().stream().map(SarifScan::waiverUse).toList());
        return new Members().put("properties", properties.build()).asMap();
    }

    private static Json waiverUse(WaiverUse use) {
        return waiver(use.waiver())
                .put("state", use.state().text())
                .put("uses", Json.of(use.uses()))
                .build();
    }

    private static Members waiver(Waiver waiver) {
        return new Members()
                .put("name", waiver.name())
                .put("policyUri", waiver.policyUri())
                .put("justification", waiver.justification())
                .put("approvedBy", waiver.approvedBy())
                .put("notBefore", waiver.notBefore())
                .put("expires", waiver.expires().toString())
                .putTexts(
                        "values", waiver.values().stream().map(Object::toString).toList())
                .putTexts(
                        "artifacts",
                        waiver.artifacts().stream().map(Digest::toString).toList());
    }

    private List<Json> notifications() {
        List<Json> notifications = new ArrayList<>();
        report.rejected().forEach(one -> notifications.add(refused(one)));
        report.unapplied().forEach(one -> notifications.add(unapplied(one)));
        report.waivers().stream()
                .filter(use -> use.uses() == 0)
                .forEach(use -> notifications.add(notification(
                                IDLE_WAIVER,
                                "note",
                                "Waiver " + use.waiver().name() + " is "
                                        + use.state().text() + " and covers nothing.")
                        .build()));
        report.notEvaluated().forEach(document -> notifications.add(notEvaluated(document)));
        return notifications;
    }

    private static Json refused(RejectedEvidence one) {
        String name = one.attestationUri().or(one::claimedPredicateType).orElse("An attestation");
        Members properties = new Members()
                .put("reason", one.reason().name())
                .put("attestationUri", one.attestationUri())
                .put("claimedPredicateType", one.claimedPredicateType());
        return notification(REFUSED, "warning", name + " does not count: " + one.message())
                .put("properties", properties.build())
                .build();
    }

    private Json unapplied(UnappliedPolicy one) {
        String name = Fact.shortName(one.policy());
        Members rule = new Members().put("id", name);
        Optional.ofNullable(indexes.get(one.policy().uri())).ifPresent(index -> rule.put("index", Json.of(index)));
        return notification(UNAPPLIED, "warning", name + " applied to nothing: " + one.message())
                .put("associatedRule", rule.build())
                .put(
                        "properties",
                        new Members().put("reason", one.reason().name()).build())
                .build();
    }

    private static Json notEvaluated(PolicyDocument document) {
        Json location = new Members().put("physicalLocation", place(document)).build();
        return notification(NOT_EVALUATED, "note", document.kind() + "/" + document.name() + " is not evaluated.")
                .putAll("locations", List.of(location))
                .put(
                        "properties",
                        new Members()
                                .put("digest", document.digest().toString())
                                .build())
                .build();
    }

    private static Members notification(String id, String level, String message) {
        return new Members()
                .put("descriptor", new Members().put("id", id).build())
                .put("level", level)
                .put("message", SarifParts.message(message));
    }
}
