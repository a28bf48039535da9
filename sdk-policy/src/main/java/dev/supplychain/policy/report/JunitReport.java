package dev.supplychain.policy.report;

import dev.supplychain.policy.EvaluatedPolicy;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.Mode;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.PolicyScanReport.Verdict;
import dev.supplychain.policy.RejectedEvidence;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One {@code testsuite}: a test case per result, per policy without results, and per refused attestation. */
final class JunitReport implements ReportFormat {
    @Override
    public void write(PolicyScanReport report, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new Suite(report, new Markup(writer)).write();
        writer.flush();
    }

    /** One report on its way. */
    private static final class Suite {
        private final PolicyScanReport report;
        private final Markup xml;
        private final List<EvaluatedPolicy> withoutResults;

        Suite(PolicyScanReport report, Markup xml) {
            this.report = report;
            this.xml = xml;
            Set<String> judged = report.judgements().stream()
                    .map(judgement -> judgement.policy().uri())
                    .collect(Collectors.toSet());
            this.withoutResults = report.policies().stream()
                    .filter(policy -> !judged.contains(policy.uri()))
                    .toList();
        }

        void write() throws IOException {
            Map<Outcome, Integer> counts = Outcome.counts(report.judgements());
            int results = report.judgements().size();
            boolean isVacuous = report.verdict() == Verdict.VACUOUS;
            int others = withoutResults.size() + report.rejected().size();
            int skipped =
                    results - counts.getOrDefault(Outcome.FAILED, 0) - counts.getOrDefault(Outcome.PASSED, 0) + others;
            xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                    .open(
                            "testsuite",
                            "name",
                            "policy scan " + report.scan().name(),
                            "tests",
                            String.valueOf(results + others + (isVacuous ? 1 : 0)),
                            "errors",
                            isVacuous ? "1" : "0",
                            "skipped",
                            String.valueOf(skipped),
                            "failures",
                            String.valueOf(counts.getOrDefault(Outcome.FAILED, 0)),
                            "time",
                            "0")
                    .newLine();
            writeProperties();
            if (isVacuous) {
                writeVacuous();
            }
            for (Judgement judgement : report.judgements()) {
                write(judgement);
            }
            for (EvaluatedPolicy policy : withoutResults) {
                writeWithoutResults(policy);
            }
            for (RejectedEvidence rejected : report.rejected()) {
                write(rejected);
            }
            xml.close().newLine();
        }

        private void writeProperties() throws IOException {
            xml.open("properties").newLine();
            property("verdict", report.verdict().name());
            property("evaluatedAt", report.evaluatedAt().toString());
            if (report.artifact().isPresent()) {
                property("artifact", report.artifact().get().toString());
            }
            for (Section section : Section.of(report)) {
                for (int row = 0; row < section.rows().size(); row++) {
                    property(
                            section.title() + " " + (row + 1),
                            line(section, section.rows().get(row)));
                }
            }
            xml.close().newLine();
        }

        private static String line(Section section, List<String> cells) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    line.append(line.length() == 0 ? "" : "; ")
                            .append(section.columns().get(i).title())
                            .append(": ")
                            .append(VisibleText.prose(cells.get(i)));
                }
            }
            return line.toString();
        }

        private void property(String name, String value) throws IOException {
            xml.empty("property", "name", name, "value", value).newLine();
        }

        private void writeVacuous() throws IOException {
            open("scan." + report.scan().name(), "checks something");
            xml.element(
                    "error",
                    "No enforced policy applied to any attestation.",
                    "message",
                    "nothing was checked",
                    "type",
                    Verdict.VACUOUS.name());
            xml.close().newLine();
        }

        private void write(Judgement judgement) throws IOException {
            open(className(judgement.policy()), name(judgement));
            String why = VisibleText.prose(Fact.why(judgement));
            Outcome outcome = Outcome.of(judgement);
            if (outcome == Outcome.FAILED) {
                String type = judgement.reason().map(Enum::name).orElse("UNSATISFIED");
                xml.element("failure", facts(judgement), "message", why, "type", type);
            } else if (outcome != Outcome.PASSED) {
                skipped(outcome.text() + ": "
                        + (outcome == Outcome.WAIVED ? VisibleText.prose(Fact.waivedBy(judgement)) : why));
            }
            if (outcome != Outcome.FAILED) {
                xml.element("system-out", facts(judgement));
            }
            xml.close().newLine();
        }

        private void writeWithoutResults(EvaluatedPolicy policy) throws IOException {
            open(className(policy), "no attestation");
            skipped(
                    policy.mode() == Mode.OFF
                            ? "the policy is off"
                            : report.unapplied().stream()
                                    .filter(one -> one.policy().uri().equals(policy.uri()))
                                    .map(one -> one.reason() + ": " + VisibleText.prose(one.message()))
                                    .findFirst()
                                    .orElse("the policy has no result"));
            xml.element("system-out", lines(Fact.ofPolicy(policy)));
            xml.close().newLine();
        }

        private void write(RejectedEvidence rejected) throws IOException {
            String name =
                    rejected.attestationUri().or(rejected::claimedPredicateType).orElse("attestation");
            open("evidence.refused", VisibleText.of(name));
            skipped(rejected.reason() + ": " + VisibleText.prose(rejected.message()));
            xml.close().newLine();
        }

        private void open(String className, String name) throws IOException {
            xml.open("testcase", "classname", className, "name", name, "time", "0");
        }

        private void skipped(String message) throws IOException {
            xml.open("skipped", "message", message).close();
        }

        /** Build servers take what is before the last dot for a package. */
        private static String className(EvaluatedPolicy policy) {
            return "policy." + policy.header().kind() + "/"
                    + policy.header().name().replace('.', '_');
        }

        private static String name(Judgement judgement) {
            return Fact.attestation(judgement)
                    .or(() -> judgement.evidence().map(JunitReport.Suite::name))
                    .orElse("attestation");
        }

        private static String name(Evidence evidence) {
            return evidence.statement().predicateType() + " " + evidence.digest();
        }

        private static String facts(Judgement judgement) {
            return "Status: " + judgement.status().text() + "\n" + lines(Fact.of(judgement));
        }

        private static String lines(List<Fact> facts) {
            StringBuilder lines = new StringBuilder();
            for (Fact fact : facts) {
                for (String value : fact.values()) {
                    lines.append(fact.label())
                            .append(": ")
                            .append(fact.isProse() ? VisibleText.prose(value) : VisibleText.of(value))
                            .append('\n');
                }
            }
            return lines.toString();
        }
    }
}
