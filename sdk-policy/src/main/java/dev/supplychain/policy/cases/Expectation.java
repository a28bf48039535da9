package dev.supplychain.policy.cases;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Json;
import dev.supplychain.model.MalformedDataException;
import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyDocument;
import dev.supplychain.policy.PolicyIssue;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.RejectedEvidence;
import dev.supplychain.policy.UnappliedPolicy;
import dev.supplychain.policy.Waiver;
import dev.supplychain.policy.WaiverUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What {@code expected.json} says. */
final class Expectation {
    private static final String ISSUES = "issues";
    private static final Set<String> MEMBERS = new TreeSet<>(Set.of(
            "verdict",
            "results",
            "judgements",
            "unapplied",
            "rejected",
            "waivers",
            "notEvaluated",
            "duplicates",
            ISSUES));

    private final Map<String, Json> members;

    private Expectation(Map<String, Json> members) {
        this.members = members;
    }

    static Expectation read(Path file) throws IOException {
        Map<String, Json> members = PolicyCase.json(file).members();
        for (String member : members.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw new MalformedDataException(
                        file.toString(), "/" + member, "nothing of that name can be expected; there are " + MEMBERS);
            }
        }
        if (!members.containsKey("verdict") && !members.containsKey(ISSUES)) {
            throw new MalformedDataException(file.toString(), "", "expects neither a verdict nor issues");
        }
        return new Expectation(members);
    }

    boolean wantsIssues() {
        return members.containsKey(ISSUES);
    }

    List<String> differencesOf(List<PolicyIssue> issues) {
        List<String> differences = new ArrayList<>();
        compare(ISSUES, issues, Expectation::issue, differences);
        return differences;
    }

    List<String> differencesOf(PolicyScanReport report, CaseEvidence evidence) {
        List<String> differences = new ArrayList<>();
        String verdict = report.verdict().name();
        compare("verdict", Json.of(verdict), members.getOrDefault("verdict", Json.of(verdict)), differences);
        if (members.containsKey("results")) {
            compare(
                    "results",
                    Json.parse(report.toJson()),
                    members.getOrDefault("results", Json.ofNull()),
                    differences);
        }
        compare("judgements", report.judgements(), judgement -> judgement(judgement, evidence), differences);
        compare("unapplied", report.unapplied(), Expectation::unapplied, differences);
        compare("rejected", report.rejected(), rejected -> rejected(rejected, evidence), differences);
        compare("waivers", report.waivers(), Expectation::waiver, differences);
        compare("notEvaluated", report.notEvaluated(), Expectation::document, differences);
        compare("duplicates", report.duplicates(), duplicate -> named(duplicate, evidence), differences);
        return differences;
    }

    /** Compares a list element by element, of each only the members that are expected. */
    private <T> void compare(String name, List<T> found, Function<T, Json> toJson, List<String> differences) {
        Json expected = members.get(name);
        if (expected == null) {
            return;
        }
        List<Json> wanted = expected.elements();
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            String place = name + "/" + i;
            if (i >= wanted.size()) {
                differences.add(place + ": not expected: " + shown(toJson.apply(found.get(i))));
            } else if (i >= found.size()) {
                differences.add(place + ": missing: " + shown(wanted.get(i)));
            } else {
                compare(place, toJson.apply(found.get(i)), wanted.get(i), differences);
            }
        }
    }

    private static void compare(String place, Json found, Json expected, List<String> differences) {
        if (place.contains("/") && expected.kind() == Json.Kind.OBJECT && found.kind() == Json.Kind.OBJECT) {
            expected.members()
                    .forEach((member, value) -> compareMember(
                            place + "/" + member,
                            found.members().getOrDefault(member, Json.ofNull()),
                            value,
                            differences));
        } else {
            compareMember(place, found, expected, differences);
        }
    }

    private static void compareMember(String place, Json found, Json expected, List<String> differences) {
        if (!found.equals(expected)) {
            differences.add(place + ": expected " + shown(expected) + ", found " + shown(found));
        }
    }

    private static String shown(Json json) {
        return Excerpt.of(json.toString(), 4000);
    }

    private static Json issue(PolicyIssue issue) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("line", Json.of(issue.line()));
        json.put("column", Json.of(issue.column()));
        json.put("message", Json.of(issue.message()));
        json.put("suggestion", issue.suggestion().map(Json::of).orElse(Json.ofNull()));
        return Json.object(json);
    }

    private static Json judgement(Judgement judgement, CaseEvidence evidence) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("policy", Json.of(shortUri(judgement.policy().uri())));
        json.put(
                "evidence",
                judgement.evidence().map(each -> named(each, evidence)).orElse(Json.ofNull()));
        json.put("status", Json.of(judgement.status().text()));
        json.put(
                "reason",
                judgement.reason().map(reason -> Json.of(reason.name())).orElse(Json.ofNull()));
        json.put("offending", Json.strings(judgement.offending()));
        json.put("predicateType", judgement.predicateType().map(Json::of).orElse(Json.ofNull()));
        json.put(
                "signers",
                Json.strings(judgement.signers().stream().map(AcceptedKey::name).toList()));
        json.put(
                "waivedBy",
                Json.strings(judgement.waivers().stream().map(Waiver::name).toList()));
        json.put("mode", Json.of(judgement.policy().mode().text()));
        json.put("details", Json.object(judgement.details()));
        return Json.object(json);
    }

    private static Json unapplied(UnappliedPolicy policy) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("policy", Json.of(shortUri(policy.policy().uri())));
        json.put("reason", Json.of(policy.reason().name()));
        json.put("message", Json.of(policy.message()));
        return Json.object(json);
    }

    private static Json rejected(RejectedEvidence rejected, CaseEvidence evidence) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("evidence", evidence.nameOf(rejected).map(Json::of).orElse(Json.ofNull()));
        json.put("reason", Json.of(rejected.reason().name()));
        json.put("predicateType", rejected.claimedPredicateType().map(Json::of).orElse(Json.ofNull()));
        return Json.object(json);
    }

    private static Json waiver(WaiverUse use) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("name", Json.of(use.waiver().name()));
        json.put("state", Json.of(use.state().text()));
        json.put("uses", Json.of(use.uses()));
        return Json.object(json);
    }

    private static Json document(PolicyDocument document) {
        return Json.of(shortUri(document.uri()));
    }

    private static Json named(Evidence each, CaseEvidence evidence) {
        return Json.of(evidence.nameOf(each).orElse(""));
    }

    private static String shortUri(String uri) {
        return uri.startsWith("/policies/") ? uri.substring("/policies/".length()) : uri;
    }
}
