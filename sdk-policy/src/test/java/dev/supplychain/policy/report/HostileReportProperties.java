package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.dsse.keys.SignatureAlgorithm;
import dev.supplychain.dsse.keys.SigningKey;
import dev.supplychain.model.Digest;
import dev.supplychain.model.Json;
import dev.supplychain.model.governor.PolicyScanResult;
import dev.supplychain.model.governor.PolicyScanResult.Status;
import dev.supplychain.policy.EvaluatedPolicy;
import dev.supplychain.policy.Evidence;
import dev.supplychain.policy.Finding;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.Mode;
import dev.supplychain.policy.PolicyDocument;
import dev.supplychain.policy.PolicyHeader;
import dev.supplychain.policy.PolicyIssue;
import dev.supplychain.policy.PolicyScan;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.Reason;
import dev.supplychain.policy.RejectedEvidence;
import dev.supplychain.policy.Signing;
import dev.supplychain.policy.TestReports;
import dev.supplychain.policy.UnappliedPolicy;
import dev.supplychain.policy.Waiver;
import dev.supplychain.policy.WaiverUse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every text of a report, from policy names to verifier messages, is taken from a stranger who means harm. */
class HostileReportProperties {
    private static final List<String> ATTACKS = List.of(
            "",
            " ",
            "<script>alert(1)</script>",
            "</code></td></style><img src=x onerror=alert(1)>",
            "\" onmouseover=\"alert(1)",
            "' autofocus onfocus='x",
            "]]>",
            "<!-- -->",
            "&amp;&#0;&lt;",
            "a|b\\|c\\\\|",
            "one\n| two |\r\nthree",
            "``` `x` ~~~",
            "# heading\n- [link](https://evil.example) **b** @everyone",
            "{0} {{1}} [text](1)",
            "photo\u202Egnp.exe\u2066",
            "\u001B[2J\u001B]0;title\u0007",
            "\u0000\u0008\u007F\u0085",
            "\u2028\u2029\uFEFF\u200B",
            "\uFFFE\uFFFF\uFDD0",
            Character.toString(0xE0041) + Character.toString(0x1F600),
            "C:\\policies\\%00 ?#.yaml",
            "x".repeat(3000));

    private static final SigningKey KEY = SigningKey.generate(SignatureAlgorithm.ED25519);
    private static final Evidence EVIDENCE = Evidence.of(Signing.verified(
            Signing.statement(
                    "https://x/<script>|\u202E`", Json.parse("{\"buildScanUri\":\"javascript:alert(1)//|\"}")),
            KEY));

    @Property(tries = 150)
    void html_is_well_formed_and_holds_no_element_of_a_stranger(@ForAll("reports") PolicyScanReport report) {
        Document page = Parsed.xml(ReportFormat.html().render(report));

        assertThat(Parsed.elements(page, "*")).allSatisfy(element -> {
            assertThat(element.getTagName()).isNotIn("script", "img", "a", "iframe");
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        });
        assertThat(page.getDocumentElement().getTextContent()).matches(HostileReportProperties::isVisible);
    }

    @Property(tries = 150)
    void junit_xml_fits_its_schema(@ForAll("reports") PolicyScanReport report) {
        String xml = ReportFormat.junit().render(report);
        Element suite = Parsed.junit(xml);

        assertThat(xml).matches(HostileReportProperties::isVisible);
        assertThat(Parsed.elements(suite, "testcase")).hasSize(Integer.parseInt(suite.getAttribute("tests")));
        assertThat(Parsed.elements(suite, "skipped")).hasSize(Integer.parseInt(suite.getAttribute("skipped")));
        assertThat(Parsed.elements(suite, "failure")).hasSize(Integer.parseInt(suite.getAttribute("failures")));
    }

    @Property(tries = 100)
    void sarif_fits_its_schema(@ForAll("reports") PolicyScanReport report) {
        Json log = Parsed.sarif(ReportFormat.sarif().render(report));

        Json run = log.get("runs").orElseThrow().elements().get(0);
        assertThat(run.get("results").orElseThrow().elements()).hasSameSizeAs(report.judgements());
    }

    @Property(tries = 100)
    void sarif_of_policy_issues_fits_its_schema(
            @ForAll("texts") String file, @ForAll("texts") String message, @ForAll("texts") String snippet) {
        PolicyIssue issue = new PolicyIssue(file, 1, 1, message, snippet, Optional.of(message));

        Parsed.sarif(ReportFormat.sarif().render(List.of(issue)));
    }

    @Property(tries = 100)
    void json_reads_back(@ForAll("wellFormedReports") PolicyScanReport report) {
        String json = ReportFormat.json().render(report);

        assertThat(PolicyScanResult.parseList(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(report.results());
        assertThat(ReportFormat.ndjson().render(report).lines().map(Json::parse))
                .isEqualTo(Json.parse(json).elements());
    }

    @Property(tries = 150)
    void markdown_keeps_its_tables_and_has_no_markup_of_a_stranger(@ForAll("reports") PolicyScanReport report) {
        String markdown = ReportFormat.markdown().render(report);

        assertThat(markdown).matches(HostileReportProperties::isVisible);
        assertThat(markdown.replace("<code>", "").replace("</code>", "")).doesNotContain("<", ">", "@", "`", "\\");
        int columns = 0;
        for (String line : markdown.lines().toList()) {
            boolean isRow = line.startsWith("|");
            int bars = (int) line.chars().filter(c -> c == '|').count();
            assertThat(bars).isEqualTo(isRow && columns > 0 ? columns : isRow ? bars : 0);
            assertThat(isRow || line.isEmpty() || line.matches("(#{2,3} |- [A-Z]).*|[A-Z0-9n].*"))
                    .isTrue();
            columns = isRow ? bars : 0;
        }
    }

    @Property(tries = 150)
    void text_has_no_control_characters(@ForAll("reports") PolicyScanReport report) {
        assertThat(ReportFormat.text().render(report)).matches(HostileReportProperties::isVisible);
    }

    private static boolean isVisible(String text) {
        return VisibleText.lines(text).equals(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of(ATTACKS),
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("\uD800", "a\uDC00\uD83D"));
    }

    @Provide
    Arbitrary<PolicyScanReport> reports() {
        return reports(texts());
    }

    @Provide
    Arbitrary<PolicyScanReport> wellFormedReports() {
        return reports(texts().map(VisibleText::wellFormed));
    }

    private static Arbitrary<PolicyScanReport> reports(Arbitrary<String> texts) {
        return Combinators.combine(texts.list().ofMinSize(1).ofMaxSize(12), Arbitraries.randoms())
                .as((all, random) -> new Maker(all, random).report());
    }

    /** Puts texts into all places of a report. */
    private static final class Maker {
        private final List<String> texts;
        private final Random random;

        Maker(List<String> texts, Random random) {
            this.texts = texts;
            this.random = random;
        }

        PolicyScanReport report() {
            List<EvaluatedPolicy> policies = new ArrayList<>();
            IntStream.range(0, random.nextInt(3)).forEach(i -> policies.add(policy()));
            List<Judgement> judgements = new ArrayList<>();
            IntStream.range(0, random.nextInt(4))
                    .forEach(i -> judgements.add(judgement(policies.isEmpty() ? policy() : policies.get(0))));
            Waiver waiver = waiver();
            return TestReports.of(
                    new PolicyScan(text(), Optional.of(text()), Map.of(name(), text())),
                    Optional.of(Signing.ARTIFACT),
                    random.nextBoolean() ? Instant.MAX : TestReports.TIME,
                    policies,
                    judgements,
                    policies.stream()
                            .map(policy -> new UnappliedPolicy(policy, Reason.MISSING, text()))
                            .toList(),
                    List.of(EVIDENCE, Evidence.of(EVIDENCE.statement(), text())),
                    List.of(
                            new RejectedEvidence(Optional.of(text()), Optional.of(text()), Reason.EXPIRED, text()),
                            new RejectedEvidence(Optional.empty(), Optional.empty(), Reason.MALFORMED, text())),
                    List.of(new WaiverUse(waiver, Waiver.State.ACTIVE, 0)),
                    List.of(document()));
        }

        private EvaluatedPolicy policy() {
            PolicyHeader header = new PolicyHeader(
                    text(),
                    text(),
                    Map.of(name(), text()),
                    Optional.of(text()),
                    Optional.of(text()),
                    Map.of(name(), text()));
            return new EvaluatedPolicy(
                    header,
                    oneOf(List.of(Mode.values())),
                    Optional.of(Instant.MIN),
                    Optional.of(document()).filter(document -> random.nextBoolean()));
        }

        private PolicyDocument document() {
            return new PolicyDocument(text(), text(), Json.of("content"), text(), random.nextInt(3));
        }

        private Judgement judgement(EvaluatedPolicy policy) {
            Evidence evidence = random.nextBoolean() ? EVIDENCE : Evidence.of(EVIDENCE.statement(), text());
            Finding finding = new Finding(
                    oneOf(List.of(Status.values())),
                    Optional.of(Reason.MALFORMED).filter(reason -> random.nextBoolean()),
                    random.nextBoolean() ? Map.of() : Map.of("message", Json.of(text()), name(), Json.strings(texts)),
                    random.nextBoolean() ? List.of() : texts,
                    Optional.of(text()),
                    Optional.of(evidence).filter(one -> random.nextInt(4) > 0),
                    Optional.of(text()));
            return new Judgement(
                    policy,
                    finding,
                    finding.status() == Status.UNSATISFIED && random.nextBoolean() ? List.of(waiver()) : List.of());
        }

        private Waiver waiver() {
            return new Waiver(
                    text(),
                    text(),
                    List.of(),
                    List.of(Digest.sha256(new byte[0])),
                    Optional.empty(),
                    Instant.MAX,
                    "Because " + text(),
                    Optional.of(text()));
        }

        /** The strict reader of these tests takes shorter names of members than of values. */
        private String name() {
            return VisibleText.excerpt(text(), 100);
        }

        private String text() {
            return oneOf(texts);
        }

        private <T> T oneOf(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
