package dev.supplychain.policy.report;

import dev.supplychain.model.Json;
import dev.supplychain.policy.PolicyIssue;
import java.util.List;
import java.util.Map;

/** The problems of policy files as results of one rule. */
final class SarifIssues {
    private static final String RULE = "policy-file";

    private SarifIssues() {}

    static Map<String, Json> head() {
        Json rule = new Members()
                .put("id", RULE)
                .put("name", "PolicyFile")
                .put("shortDescription", SarifParts.text("A policy file can be read."))
                .put(
                        "fullDescription",
                        SarifParts.text("A file with a problem gives no policies at all: a policy that is misread"
                                + " judges nothing."))
                .build();
        return SarifParts.run(List.of(rule), List.of())
                .put(
                        "automationDetails",
                        new Members().put("id", "policy-files/").build())
                .asMap();
    }

    static Json result(PolicyIssue issue) {
        String question = issue.suggestion()
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
        Json location = new Members()
                .put("physicalLocation", SarifParts.physicalLocation(issue.file(), issue.line(), issue.column()))
                .build();
        Members properties = new Members().put("snippet", issue.snippet()).put("suggestion", issue.suggestion());
        return new Members()
                .put("ruleId", RULE)
                .put("ruleIndex", Json.of(0))
                .put("kind", "fail")
                .put("level", "error")
                .put("message", SarifParts.message(issue.message() + question))
                .put("locations", Json.array(List.of(location)))
                .put("properties", properties.build())
                .build();
    }
}
