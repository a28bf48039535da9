package dev.supplychain.policy.report;

import dev.supplychain.model.Digest;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyScanReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of the results, all that is known of those that are not satisfied, and the other sections, where the attestations
 * of the table have their numbers. Values stand in {@code <code>} elements with every character that Markdown knows as an
 * entity: a code span could be ended, and a backslash is read differently in a table.
 */
final class MarkdownReport implements ReportFormat {
    private static final String SPECIAL = "&<>|\\`*_~[]{}()#@!$^=+";
    /** More are counted: code hosts cut long comments. */
    private static final int MAX_VALUES = 20;

    private static final int MAX_DETAILS = 500;
    private static final List<String> COLUMNS =
            List.of("Result", "Policy", "Mode", "Attestation", "Answered by", "Signed by", "Why");
    private static final Set<Outcome> OF_INTEREST = EnumSet.of(Outcome.FAILED, Outcome.WARNED, Outcome.WAIVED);

    @Override
    public void write(PolicyScanReport report, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writeHead(report, writer);
        writeTable(report, writer);
        for (Judgement judgement : Outcome.worstFirst(report)) {
            if (OF_INTEREST.contains(Outcome.of(judgement))) {
                writeFacts(judgement, writer);
            }
        }
        for (Section section : Section.of(report)) {
            write(section, writer);
        }
        writer.flush();
    }

    private static void writeHead(PolicyScanReport report, Writer out) throws IOException {
        out.write("## Policy scan " + prose(report.scan().name()) + ": " + report.verdict() + "\n\n");
        out.write(Outcome.summary(report) + ", as of " + report.evaluatedAt());
        out.write(report.artifact()
                        .map(Digest::toString)
                        .map(digest -> ", about " + code(digest))
                        .orElse("") + "\n\n");
    }

    private static void writeTable(PolicyScanReport report, Writer out) throws IOException {
        if (report.judgements().isEmpty()) {
            return;
        }
        EvidenceNumbers numbers = new EvidenceNumbers(report);
        writeRow(out, COLUMNS);
        writeRow(out, COLUMNS.stream().map(column -> "---").toList());
        for (Judgement judgement : Outcome.worstFirst(report)) {
            String signers =
                    judgement.signers().stream().map(key -> code(key.name())).collect(Collectors.joining(" "));
            writeRow(
                    out,
                    List.of(
                            bold(Outcome.of(judgement)),
                            code(Fact.shortName(judgement.policy())),
                            judgement.policy().mode().text(),
                            numbers.of(judgement),
                            code(judgement.predicateType().orElse("")),
                            signers,
                            why(judgement)));
        }
        out.write("\n");
    }

    private static String why(Judgement judgement) {
        String why = prose(VisibleText.excerpt(Fact.why(judgement), MAX_DETAILS));
        return judgement.isWaived() ? why + ". Waived by " + prose(Fact.waivedBy(judgement)) : why;
    }

    private static String bold(Outcome outcome) {
        return OF_INTEREST.contains(outcome) ? "**" + outcome.title() + "**" : outcome.title();
    }

    private static void writeFacts(Judgement judgement, Writer out) throws IOException {
        out.write("### " + Outcome.of(judgement).title() + ": " + code(Fact.shortName(judgement.policy())) + "\n\n");
        for (Fact fact : Fact.of(judgement)) {
            out.write("- " + fact.label() + ": " + values(fact) + "\n");
        }
        out.write("\n");
    }

    private static String values(Fact fact) {
        String shown = fact.values().stream()
                .limit(MAX_VALUES)
                .map(value -> fact.isProse() ? prose(value) : code(VisibleText.excerpt(value, MAX_DETAILS)))
                .collect(Collectors.joining(", "));
        int more = fact.values().size() - MAX_VALUES;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static void write(Section section, Writer out) throws IOException {
        out.write("### " + section.title() + "\n\n" + section.note() + "\n\n");
        writeRow(out, section.columns().stream().map(Section.Column::title).toList());
        writeRow(out, section.columns().stream().map(column -> "---").toList());
        for (List<String> row : section.rows()) {
            StringBuilder cells = new StringBuilder("|");
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                cells.append(' ')
                        .append(section.columns().get(i).isProse() ? prose(cell) : code(cell))
                        .append(" |");
            }
            out.write(cells.append('\n').toString());
        }
        out.write("\n");
    }

    private static void writeRow(Writer out, List<String> cells) throws IOException {
        out.write("| " + String.join(" | ", cells) + " |\n");
    }

    /** A value, as it is. */
    private static String code(String value) {
        return value.isEmpty() ? "" : "<code>" + escaped(VisibleText.of(value)) + "</code>";
    }

    private static String prose(String text) {
        return escaped(VisibleText.prose(text));
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (c == ':' && text.startsWith("//", i + 1))) {
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
