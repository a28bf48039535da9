package dev.supplychain.policy.report;

import dev.supplychain.model.Digest;
import dev.supplychain.policy.EvaluatedPolicy;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyScanReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plain text for a terminal, policy by policy, with the verdict at both ends.
 *
 * <pre>{@code
 * System.out.print(ReportFormat.text().width(120).colour().render(report));
 * }</pre>
 *
 * <p>Lines are broken between words. A word that is longer than a line, such as a digest, stays whole, so that it can be
 * copied. Of more than twenty values the others are counted. Results name attestations by the number that they have in the
 * list of attestations.
 */
public final class TextReport implements ReportFormat {
    /** 80 columns, no colour. */
    static final TextReport PLAIN = new TextReport(80, false);

    private static final int MIN_WIDTH = 40;
    private static final int MAX_VALUES = 20;
    private static final int MAX_DETAILS = 500;

    /** What the list of attestations says, under the number that stands beside the result. */
    private static final Set<String> BY_NUMBER =
            Set.of("Attestation", "Attestation digest", "Predicate type", "Source", "Details");

    private final int width;
    private final boolean inColour;

    private TextReport(int width, boolean inColour) {
        this.width = width;
        this.inColour = inColour;
    }

    /**
     * The same format for so many columns.
     *
     * @throws IllegalArgumentException when they are fewer than 40
     */
    public TextReport width(int columns) {
        if (columns < MIN_WIDTH) {
            throw new IllegalArgumentException(columns + " columns are fewer than " + MIN_WIDTH);
        }
        return new TextReport(columns, inColour);
    }

    /** The same format with outcomes and the verdict in ANSI colours. */
    public TextReport colour() {
        return new TextReport(width, true);
    }

    @Override
    public void write(PolicyScanReport report, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Page page = new Page(writer, new EvidenceNumbers(report));
        page.head(report);
        for (Map.Entry<EvaluatedPolicy, List<Judgement>> policy :
                byPolicy(report).entrySet()) {
            page.policy(policy.getKey(), policy.getValue());
        }
        for (Section section : Section.of(report)) {
            if (!section.title().equals(Section.POLICIES)) {
                page.section(section);
            }
        }
        page.verdict(report);
        writer.flush();
    }

    /** The selected policies with their results, also those without any. */
    private static Map<EvaluatedPolicy, List<Judgement>> byPolicy(PolicyScanReport report) {
        Map<String, EvaluatedPolicy> policies = new LinkedHashMap<>();
        Map<String, List<Judgement>> results = new LinkedHashMap<>();
        report.policies().forEach(policy -> policies.put(policy.uri(), policy));
        for (Judgement judgement : report.judgements()) {
            policies.putIfAbsent(judgement.policy().uri(), judgement.policy());
            results.computeIfAbsent(judgement.policy().uri(), uri -> new ArrayList<>())
                    .add(judgement);
        }
        Map<EvaluatedPolicy, List<Judgement>> byPolicy = new LinkedHashMap<>();
        policies.forEach((uri, policy) -> byPolicy.put(policy, results.getOrDefault(uri, List.of())));
        return byPolicy;
    }

    /** One report on its way. */
    private final class Page {
        private final Writer out;
        private final EvidenceNumbers numbers;

        Page(Writer out, EvidenceNumbers numbers) {
            this.out = out;
            this.numbers = numbers;
        }

        void head(PolicyScanReport report) throws IOException {
            verdict(report);
            if (report.scan().description().isPresent()) {
                line("  ", VisibleText.prose(report.scan().description().get()));
            }
            line("  ", "Evaluated at " + report.evaluatedAt());
            if (report.artifact().isPresent()) {
                line("  ", "Artifact " + report.artifact().map(Digest::toString).orElse(""));
            }
            out.write('\n');
        }

        void verdict(PolicyScanReport report) throws IOException {
            String verdict = coloured(report.verdict().name(), colourOf(report));
            out.write("Policy scan " + VisibleText.prose(report.scan().name()) + ": " + verdict + " ("
                    + Outcome.summary(report) + ")\n");
        }

        void policy(EvaluatedPolicy policy, List<Judgement> results) throws IOException {
            line(
                    "",
                    VisibleText.of(Fact.shortName(policy)) + " ("
                            + policy.mode().text() + ")");
            for (Fact fact : Fact.ofPolicy(policy)) {
                if (!fact.label().equals("Mode") && !fact.label().equals("Policy")) {
                    fact(fact, "  ");
                }
            }
            if (results.isEmpty()) {
                out.write("  no result\n");
            }
            for (Judgement judgement : results) {
                if (Outcome.of(judgement) != Outcome.NOT_APPLICABLE) {
                    result(judgement);
                }
            }
            notApplicable(results);
            out.write('\n');
        }

        private void result(Judgement judgement) throws IOException {
            Outcome outcome = Outcome.of(judgement);
            String which = judgement.evidence().isEmpty() ? "all attestations" : "attestation " + numbers.of(judgement);
            String said = judgement.offending().isEmpty()
                    ? Fact.why(judgement)
                    : Fact.message(judgement).orElse("");
            String why = VisibleText.excerpt(VisibleText.prose(said), MAX_DETAILS);
            line("  ", outcome.title() + ", " + which + (why.isEmpty() ? "" : ": " + why), colourOf(outcome));
            for (Fact fact : Fact.ofResult(judgement)) {
                if (!BY_NUMBER.contains(fact.label())) {
                    fact(fact, "    ");
                }
            }
        }

        /** The attestations that a policy does not apply to, together where the reason is the same. */
        private void notApplicable(List<Judgement> results) throws IOException {
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            for (Judgement judgement : results) {
                if (Outcome.of(judgement) == Outcome.NOT_APPLICABLE) {
                    byReason.computeIfAbsent(VisibleText.prose(Fact.why(judgement)), why -> new ArrayList<>())
                            .add(numbers.of(judgement));
                }
            }
            Outcome outcome = Outcome.NOT_APPLICABLE;
            for (Map.Entry<String, List<String>> reason : byReason.entrySet()) {
                String which = (reason.getValue().size() == 1 ? "attestation " : "attestations ")
                        + String.join(", ", reason.getValue());
                line("  ", outcome.title() + ", " + which + ": " + reason.getKey(), colourOf(outcome));
            }
        }

        private void fact(Fact fact, String indent) throws IOException {
            int count = fact.values().size();
            for (String value : fact.values().subList(0, Math.min(count, MAX_VALUES))) {
                cell(indent, fact.label(), value, fact.isProse());
            }
            if (count > MAX_VALUES) {
                line(indent, fact.label() + ": " + (count - MAX_VALUES) + " more");
            }
        }

        private void cell(String indent, String label, String value, boolean isProse) throws IOException {
            String shown = isProse ? VisibleText.prose(value) : VisibleText.of(VisibleText.excerpt(value, MAX_DETAILS));
            line(indent, label + ": " + shown);
        }

        void section(Section section) throws IOException {
            out.write(section.title() + "\n");
            line("  ", section.note());
            for (List<String> row : section.rows()) {
                String indent = "  - ";
                for (int i = 0; i < row.size(); i++) {
                    Section.Column column = section.columns().get(i);
                    if (!row.get(i).isEmpty()) {
                        cell(indent, column.title(), row.get(i), column.isProse());
                        indent = "    ";
                    }
                }
            }
            out.write('\n');
        }

        /** A line that begins with an outcome, in that colour. */
        private void line(String indent, String text, int colour) throws IOException {
            int end = text.indexOf(',');
            String filled = filled(indent, text).substring(indent.length());
            out.write(indent + coloured(filled.substring(0, end), colour) + filled.substring(end));
        }

        private void line(String indent, String text) throws IOException {
            out.write(filled(indent, text));
        }

        /** Lines filled with the words of a text; all but the first are indented by spaces, two deeper. */
        private String filled(String indent, String text) {
            StringBuilder lines = new StringBuilder();
            StringBuilder line = new StringBuilder(indent);
            int used = indent.length();
            boolean isFirst = true;
            for (String word : text.split(" ", -1)) {
                int length = word.codePointCount(0, word.length());
                if (!isFirst && used + 1 + length > width) {
                    lines.append(line).append('\n');
                    line = new StringBuilder(" ".repeat(indent.length() + 2));
                    used = indent.length() + 2;
                } else if (!isFirst) {
                    line.append(' ');
                    used++;
                }
                line.append(word);
                used += length;
                isFirst = false;
            }
            return lines.append(line).append('\n').toString();
        }
    }

    private String coloured(String text, int colour) {
        return inColour ? "\u001B[1;" + colour + "m" + text + "\u001B[0m" : text;
    }

    private static int colourOf(PolicyScanReport report) {
        return switch (report.verdict()) {
            case PASSED -> 32;
            case FAILED -> 31;
            case VACUOUS -> 33;
        };
    }

    private static int colourOf(Outcome outcome) {
        return switch (outcome) {
            case FAILED -> 31;
            case WARNED -> 33;
            case WAIVED -> 35;
            case PASSED -> 32;
            case NOT_APPLICABLE -> 36;
        };
    }
}
