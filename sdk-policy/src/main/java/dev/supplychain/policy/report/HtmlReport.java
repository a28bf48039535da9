package dev.supplychain.policy.report;

import dev.supplychain.dsse.AcceptedKey;
import dev.supplychain.model.Bytes;
import dev.supplychain.model.Digest;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyScanReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One page without script: radio buttons and the style sheet filter the results, {@code details} elements hold the
 * evidence. The page's own policy lets it load nothing and apply no other style than its own.
 */
final class HtmlReport implements ReportFormat {
    private static final String STYLE = style();
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + base64Sha256(STYLE) + "'; base-uri 'none'; form-action 'none'";
    private static final String[] COLUMNS = {"Result", "Policy", "Attestation", "Signed by", "Why"};

    private static String style() {
        try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64Sha256(String text) {
        Digest digest = Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
        return Bytes.of(HexFormat.of().parseHex(digest.hex())).base64();
    }

    @Override
    public void write(PolicyScanReport report, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new Page(report, new Markup(writer)).write();
        writer.flush();
    }

    /** One report on its way. */
    private static final class Page {
        private final PolicyScanReport report;
        private final EvidenceNumbers numbers;
        private final Markup html;

        Page(PolicyScanReport report, Markup html) {
            this.report = report;
            this.numbers = new EvidenceNumbers(report);
            this.html = html;
        }

        void write() throws IOException {
            html.raw("<!DOCTYPE html>\n").open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
            head();
            html.open("body").newLine();
            banner();
            html.open("main").newLine();
            results();
            for (Section section : Section.of(report)) {
                section(section);
            }
            html.close().newLine().close().close().newLine();
        }

        private void head() throws IOException {
            html.open("head").newLine();
            html.empty("meta", "charset", "utf-8").newLine();
            html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                    .newLine();
            html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                    .newLine();
            html.empty("meta", "name", "color-scheme", "content", "light dark").newLine();
            html.empty("meta", "name", "referrer", "content", "no-referrer").newLine();
            html.element(
                            "title",
                            "Policy scan " + VisibleText.prose(report.scan().name()) + ": " + report.verdict())
                    .newLine();
            html.open("style").raw(STYLE).close().newLine().close().newLine();
        }

        private void banner() throws IOException {
            String verdict = report.verdict().name();
            html.open("header").newLine();
            html.open("h1")
                    .text("Policy scan ")
                    .element("bdi", VisibleText.prose(report.scan().name()));
            html.text(" ")
                    .element("span", verdict, "class", "chip verdict-" + verdict)
                    .close()
                    .newLine();
            html.element("p", explanation(), "class", "lead").newLine();
            if (report.scan().description().isPresent()) {
                html.element("p", VisibleText.prose(report.scan().description().get()))
                        .newLine();
            }
            html.open("dl", "class", "facts").newLine();
            fact("Results", Outcome.summary(report));
            fact(
                    "Artifact",
                    report.artifact().map(Digest::toString).orElse("not said; its subjects were checked before"));
            fact("Evaluated at", report.evaluatedAt().toString());
            html.close().newLine().close().newLine();
        }

        private String explanation() {
            return switch (report.verdict()) {
                case PASSED -> "Something was checked, and all of it is as the enforced policies want it.";
                case FAILED -> "Something is not as an enforced policy wants it.";
                case VACUOUS -> "No enforced policy applied to any attestation: nothing was checked.";
            };
        }

        private void fact(String label, String value) throws IOException {
            html.open("div").element("dt", label).element("dd", value).close().newLine();
        }

        private void results() throws IOException {
            html.open("section", "aria-labelledby", "results").newLine();
            html.element("h2", "Results", "id", "results").newLine();
            if (report.judgements().isEmpty()) {
                html.element("p", "There are none: no attestation was judged.").newLine();
            } else {
                filteredResults();
            }
            html.close().newLine();
        }

        /** The buttons stand beside the table, because a style sheet can only look from one to the next. */
        private void filteredResults() throws IOException {
            html.open("fieldset").newLine().element("legend", "Show results").newLine();
            filter("all", "All", report.judgements().size(), true);
            Map<Outcome, Integer> counts = new EnumMap<>(Outcome.counts(report.judgements()));
            counts.values().removeIf(count -> count == 0);
            for (Map.Entry<Outcome, Integer> count : counts.entrySet()) {
                filter(count.getKey().id(), count.getKey().title(), count.getValue(), false);
            }
            html.open("table", "class", "results", "role", "table").newLine();
            html.element("caption", "The worst first, otherwise in the order of the policies and of the attestations")
                    .newLine();
            heads(List.of(COLUMNS));
            int number = 0;
            for (Judgement judgement : Outcome.worstFirst(report)) {
                number++;
                result(judgement, "result-" + number);
            }
            html.close().newLine().close().newLine();
        }

        private void filter(String id, String title, int count, boolean isChecked) throws IOException {
            if (isChecked) {
                html.empty("input", "type", "radio", "name", "show", "id", "show-" + id, "checked", "checked");
            } else {
                html.empty("input", "type", "radio", "name", "show", "id", "show-" + id);
            }
            html.element("label", title + " (" + count + ")", "for", "show-" + id)
                    .newLine();
        }

        private void result(Judgement judgement, String id) throws IOException {
            Outcome outcome = Outcome.of(judgement);
            html.open("tbody", "class", outcome.id(), "id", id, "role", "rowgroup")
                    .newLine();
            html.open("tr", "role", "row").newLine();
            cell(COLUMNS[0])
                    .element("span", outcome.title(), "class", "chip")
                    .close()
                    .newLine();
            html.open("th", "scope", "row", "role", "rowheader", "data-label", COLUMNS[1]);
            html.open("bdi", "class", "name")
                    .value(judgement.policy().header().name())
                    .close();
            html.element("small", judgement.policy().header().kind() + ", " + mode(judgement))
                    .close()
                    .newLine();
            attestation(judgement);
            cell(COLUMNS[3])
                    .open("bdi")
                    .value(signers(judgement))
                    .close()
                    .close()
                    .newLine();
            why(judgement);
            html.close().newLine();
            evidence(judgement, outcome);
            html.close().newLine();
        }

        private static String mode(Judgement judgement) {
            return judgement.policy().mode().text();
        }

        private static String signers(Judgement judgement) {
            return judgement.signers().stream().map(AcceptedKey::name).collect(Collectors.joining(", "));
        }

        private void attestation(Judgement judgement) throws IOException {
            cell(COLUMNS[2]);
            if (judgement.evidence().isEmpty()) {
                html.text("all together");
            } else {
                String type = judgement.evidence().get().statement().predicateType();
                html.open("bdi").value(type).close().element("small", "number " + numbers.of(judgement));
            }
            html.close().newLine();
        }

        private void why(Judgement judgement) throws IOException {
            String why = VisibleText.excerpt(VisibleText.prose(Fact.why(judgement)), 300);
            cell(COLUMNS[4]).open("bdi").value(why).close();
            if (judgement.isWaived()) {
                html.open("small").text("Waived by ");
                html.open("bdi")
                        .value(VisibleText.prose(Fact.waivedBy(judgement)))
                        .close()
                        .close();
            }
            html.close().newLine();
        }

        private Markup cell(String label) throws IOException {
            return html.open("td", "role", "cell", "data-label", label);
        }

        /** What failed is open from the start. */
        private void evidence(Judgement judgement, Outcome outcome) throws IOException {
            html.open("tr", "role", "row", "class", "more");
            html.open("td", "role", "cell", "colspan", String.valueOf(COLUMNS.length))
                    .newLine();
            if (outcome == Outcome.FAILED) {
                html.open("details", "open", "open");
            } else {
                html.open("details");
            }
            html.open("summary").text("Evidence and details");
            html.element("span", " of " + VisibleText.of(Fact.shortName(judgement.policy())), "class", "spoken");
            html.close().newLine().open("dl", "class", "facts").newLine();
            fact("Status", judgement.status().text());
            for (Fact fact : Fact.of(judgement)) {
                fact(fact);
            }
            html.close().newLine().close().newLine().close().close().newLine();
        }

        private void fact(Fact fact) throws IOException {
            html.open("div").element("dt", fact.label());
            for (String value : fact.values()) {
                if (fact.isProse()) {
                    html.element("dd", VisibleText.prose(value));
                } else {
                    html.open("dd").open("code").value(value).close().close();
                }
            }
            html.close().newLine();
        }

        private void section(Section section) throws IOException {
            String id = section.title().replace(' ', '-');
            html.open("section", "aria-labelledby", id).newLine();
            html.element("h2", section.title(), "id", id).newLine();
            html.element("p", section.note()).newLine();
            html.open("table", "role", "table").newLine();
            html.element("caption", section.title(), "class", "spoken").newLine();
            heads(section.columns().stream().map(Section.Column::title).toList());
            html.open("tbody", "role", "rowgroup").newLine();
            for (List<String> row : section.rows()) {
                row(section.columns(), row);
            }
            html.close().newLine().close().newLine().close().newLine();
        }

        private void row(List<Section.Column> columns, List<String> cells) throws IOException {
            html.open("tr", "role", "row");
            for (int i = 0; i < cells.size(); i++) {
                String cell = cells.get(i);
                cell(columns.get(i).title());
                if (!cell.isEmpty()) {
                    switch (columns.get(i).kind()) {
                        case NAME -> html.open("code").value(cell).close();
                        case WORD -> html.element("span", VisibleText.of(cell), "class", "word");
                        case PROSE -> html.text(VisibleText.prose(cell));
                    }
                }
                html.close();
            }
            html.close().newLine();
        }

        private void heads(List<String> titles) throws IOException {
            html.open("thead", "role", "rowgroup").open("tr", "role", "row");
            for (String title : titles) {
                html.element("th", title, "scope", "col", "role", "columnheader");
            }
            html.close().close().newLine();
        }
    }
}
