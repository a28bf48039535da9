package dev.supplychain.policy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.supplychain.model.Json;
import dev.supplychain.model.internal.JsonCodec;
import dev.supplychain.model.internal.JsonValues;
import dev.supplychain.policy.Judgement;
import dev.supplychain.policy.PolicyIssue;
import dev.supplychain.policy.PolicyScanReport;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * SARIF 2.1.0: of a scan, and of the problems of policy files.
 *
 * <p>The policies are the rules. A result has a {@code kind} ({@code pass}, {@code fail}, {@code notApplicable}), stands at
 * the policy's line, and is {@code suppressed} where waivers cover it. What SARIF has no name for is in {@code properties}.
 *
 * <pre>{@code
 * List<PolicyIssue> issues = PolicySet.check("policies.yaml", yaml);
 * ReportFormat.sarif().write(issues, Path.of("build/policy-files.sarif"));
 * }</pre>
 */
public final class SarifReport implements ReportFormat {
    /** All results. */
    static final SarifReport INSTANCE = new SarifReport(false);

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final boolean unsatisfiedOnly;

    private SarifReport(boolean unsatisfiedOnly) {
        this.unsatisfiedOnly = unsatisfiedOnly;
    }

    /** The same format with unsatisfied results only, for a reader that takes every result for a problem. */
    public SarifReport unsatisfiedOnly() {
        return new SarifReport(true);
    }

    @Override
    public void write(PolicyScanReport report, OutputStream out) throws IOException {
        SarifScan scan = new SarifScan(report);
        Iterator<Json> results = report.judgements().stream()
                .filter(judgement -> !unsatisfiedOnly || isUnsatisfied(judgement))
                .map(scan::result)
                .iterator();
        write(scan.head(), results, scan.properties(), out);
    }

    private static boolean isUnsatisfied(Judgement judgement) {
        return switch (Outcome.of(judgement)) {
            case FAILED, WARNED, WAIVED -> true;
            case PASSED, NOT_APPLICABLE -> false;
        };
    }

    /**
     * Writes the problems of policy files, each with its file, line and column, and flushes. The stream stays open.
     *
     * @throws IOException when the stream does not take it
     */
    public void write(List<PolicyIssue> issues, OutputStream out) throws IOException {
        write(SarifIssues.head(), issues.stream().map(SarifIssues::result).iterator(), Map.of(), out);
    }

    /**
     * Writes the problems of policy files into a file, which is replaced when it is there.
     *
     * @throws IOException when the file cannot be written
     */
    public void write(List<PolicyIssue> issues, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(issues, out);
        }
    }

    /** The problems of policy files, as a text. */
    public String render(List<PolicyIssue> issues) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(issues, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A log with one run; the results are made one at a time. */
    private static void write(
            Map<String, Json> head, Iterator<Json> results, Map<String, Json> properties, OutputStream out)
            throws IOException {
        JsonGenerator json = JsonCodec.factory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        JsonValues.writeMembers(head, json);
        json.writeArrayFieldStart("results");
        while (results.hasNext()) {
            JsonValues.write(results.next(), json);
        }
        json.writeEndArray();
        JsonValues.writeMembers(properties, json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        out.flush();
    }
}
