package dev.supplychain.policy.report;

import dev.supplychain.model.internal.Excerpt;
import dev.supplychain.policy.PolicyScanReport;
import dev.supplychain.policy.internal.Suggestion;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A way to write down what a policy scan found. Formats have no state and may be shared.
 *
 * <p>Every format except the server's two has all that is known of every result: status, mode and reason; the
 * attestation with its digest and signers; the predicate that answered; what offends and what would help; waivers with
 * their justification and end; the policy with its digest, file and line. Beside the results stand what was refused, what
 * applied to nothing and what was not evaluated.
 */
public interface ReportFormat {
    /** The server's answer: a JSON array of results. */
    static ReportFormat json() {
        return (report, out) -> out.write(report.toJson());
    }

    /** The server's answer as it streams it: one result per line. */
    static ReportFormat ndjson() {
        return (report, out) -> out.write(report.toNdjson());
    }

    /** SARIF 2.1.0, which code hosts show beside the lines of the policy files. */
    static SarifReport sarif() {
        return SarifReport.INSTANCE;
    }

    /**
     * JUnit XML with one {@code testsuite}, as build servers read it and Surefire's schema describes it.
     *
     * <p>A result that fails the scan is a failure. One that only warns, is waived or does not apply is skipped, and says
     * why. A scan that checked nothing has an error, so that it does not look like success.
     */
    static ReportFormat junit() {
        return new JunitReport();
    }

    /** GitHub-flavoured Markdown, for a comment or a job summary. */
    static ReportFormat markdown() {
        return new MarkdownReport();
    }

    /** Plain text for a terminal: 80 columns, no colour. */
    static TextReport text() {
        return TextReport.PLAIN;
    }

    /**
     * One HTML page for people. It loads nothing, runs no script, and is well-formed XML too; results can be filtered by
     * how they went, and the evidence is behind each.
     */
    static ReportFormat html() {
        return new HtmlReport();
    }

    /** What {@link #named} knows. */
    static List<String> names() {
        return List.of("json", "ndjson", "sarif", "junit", "markdown", "text", "html");
    }

    /**
     * The format of that name, as a build file would write it.
     *
     * @throws IllegalArgumentException when {@link #names()} does not have it
     */
    static ReportFormat named(String name) {
        return switch (name) {
            case "json" -> json();
            case "ndjson" -> ndjson();
            case "sarif" -> sarif();
            case "junit" -> junit();
            case "markdown" -> markdown();
            case "text" -> text();
            case "html" -> html();
            default ->
                throw new IllegalArgumentException("no report format " + Excerpt.quoted(name) + ": "
                        + Suggestion.of(name, names())
                                .map(meant -> "did you mean \"" + meant + "\"?")
                                .orElse("there are " + String.join(", ", names())));
        };
    }

    /**
     * Writes the report in UTF-8, result by result where the format allows it, and flushes. The stream stays open.
     *
     * @throws IOException when the stream does not take it
     */
    void write(PolicyScanReport report, OutputStream out) throws IOException;

    /**
     * Writes the report into a file, which is replaced when it is there. The folder has to be there.
     *
     * @throws IOException when the file cannot be written
     */
    default void write(PolicyScanReport report, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(report, out);
        }
    }

    /** The report as a text. */
    default String render(PolicyScanReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
