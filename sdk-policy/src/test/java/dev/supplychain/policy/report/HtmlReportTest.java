package dev.supplychain.policy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supplychain.model.Digest;
import dev.supplychain.policy.TestReports;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {
    private static final String TEXT = ReportFormat.html().render(TestReports.example());
    private static final Document PAGE = Parsed.xml(TEXT);
    private static final String STYLE = Parsed.elements(PAGE, "style").get(0).getTextContent();

    @Test
    void runs_no_script_and_loads_nothing() {
        for (String name : List.of("script", "link", "img", "iframe", "object", "embed", "a", "form", "base")) {
            assertThat(Parsed.elements(PAGE, name)).as(name).isEmpty();
        }
        assertThat(STYLE).doesNotContain("url(", "@import", "http");
        assertThat(TEXT).doesNotContain(" style=", "javascript:", " src=", " href=");
    }

    @Test
    void allows_itself_its_own_style_and_nothing_else() {
        String hash = Base64.getEncoder()
                .encodeToString(HexFormat.of()
                        .parseHex(Digest.sha256(STYLE.getBytes(StandardCharsets.UTF_8))
                                .hex()));

        assertThat(meta("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void has_a_row_of_results_with_its_evidence_per_judgement() {
        List<Element> rows = Parsed.elements(PAGE, "tbody").stream()
                .filter(body -> body.hasAttribute("class"))
                .toList();

        assertThat(rows)
                .extracting(row -> row.getAttribute("class"))
                .startsWith("failed", "warned", "waived", "passed", "passed", "not-applicable")
                .hasSize(16);
        assertThat(rows).allSatisfy(row -> {
            assertThat(Parsed.elements(row, "details")).hasSize(1);
            assertThat(Parsed.elements(row, "summary")).hasSize(1);
        });
        assertThat(Parsed.elements(rows.get(0), "details").get(0).hasAttribute("open"))
                .isTrue();
        assertThat(Parsed.elements(rows.get(3), "details").get(0).hasAttribute("open"))
                .isFalse();
        assertThat(rows.get(2).getTextContent())
                .contains("Waived by lombok-until-2027 until 2027-01-01T00:00:00Z, approved by security@example.com");
    }

    @Test
    void every_filter_has_a_label_and_a_rule_of_the_style_sheet() {
        List<String> filters = Parsed.elements(PAGE, "input").stream()
                .map(input -> input.getAttribute("id"))
                .toList();

        assertThat(filters)
                .containsExactly(
                        "show-all", "show-failed", "show-warned", "show-waived", "show-passed", "show-not-applicable");
        assertThat(Parsed.elements(PAGE, "label"))
                .extracting(label -> label.getAttribute("for"))
                .containsExactlyElementsOf(filters);
        for (Outcome outcome : Outcome.values()) {
            assertThat(STYLE).contains("#show-" + outcome.id() + ":checked ~ table > tbody:not(." + outcome.id() + ")");
        }
    }

    @Test
    void can_be_read_without_seeing_it() {
        assertThat(PAGE.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(Parsed.elements(PAGE, "h1")).hasSize(1);
        assertThat(Parsed.elements(PAGE, "main")).hasSize(1);
        assertThat(Parsed.elements(PAGE, "legend")).hasSize(1);
        assertThat(Parsed.elements(PAGE, "table")).allSatisfy(table -> {
            assertThat(Parsed.elements(table, "caption")).hasSize(1);
            assertThat(Parsed.elements(table, "th"))
                    .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
        });
        List<String> ids = new ArrayList<>();
        Parsed.elements(PAGE, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .forEach(ids::add);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Parsed.elements(PAGE, "section"))
                .extracting(section -> section.getAttribute("aria-labelledby"))
                .isSubsetOf(ids);
    }

    /** WCAG 2.2, success criterion 1.4.3: 4.5 to 1. */
    @Test
    void texts_stand_out_from_their_background_in_light_and_dark() {
        for (Map<String, String> colours : schemes()) {
            for (String text : List.of("ink", "soft")) {
                for (String back : List.of("page", "card", "code")) {
                    assertThat(contrast(colours, text, back))
                            .as(text + " on " + back)
                            .isGreaterThan(4.5);
                }
            }
            for (String outcome : List.of("failed", "warned", "waived", "passed", "other")) {
                assertThat(contrast(colours, outcome, outcome + "-back"))
                        .as(outcome)
                        .isGreaterThan(4.5);
            }
            assertThat(contrast(colours, "page", "ink")).isGreaterThan(4.5);
        }
    }

    @Test
    void a_scan_that_checked_nothing_says_so() {
        String page = ReportFormat.html().render(TestReports.vacuous());

        assertThat(Parsed.xml(page).getDocumentElement().getTextContent())
                .contains("nothing was checked", "There are none: no attestation was judged.");
    }

    private static String meta(String name) {
        return Parsed.elements(PAGE, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals(name))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> schemes() {
        List<Map<String, String>> schemes = new ArrayList<>();
        Matcher roots = Pattern.compile(":root \\{([^}]*)}").matcher(STYLE);
        while (roots.find()) {
            Map<String, String> colours = new HashMap<>(schemes.isEmpty() ? Map.of() : schemes.get(0));
            Matcher colour = Pattern.compile("--([a-z-]+): #([0-9a-f]+);").matcher(roots.group(1));
            while (colour.find()) {
                String hex = colour.group(2);
                colours.put(colour.group(1), hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex);
            }
            schemes.add(colours);
        }
        assertThat(schemes).as("light, dark, print").hasSize(3);
        return schemes;
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double a = luminance(colours.getOrDefault(one, ""));
        double b = luminance(colours.getOrDefault(other, ""));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
